import { defineAction } from "@release-actions/action";
import { checkInputs, inputs, outputs } from "./inputs.ts";

export default defineAction({
  name: "metrics-gate",
  description:
    "Watches a release's metrics in Prometheus for a while and decides whether its objectives hold: passed, refused, or not enough evidence.",
  inputs,
  outputs,
  permissions: { github: {}, gitlab: "None; Prometheus's credentials come from variables." },
  services: ["prometheus"],
  endpoints: {
    description: ["Prometheus, at `prometheus-url` or at the environment's `prometheus.url`"],
    origins: (given) => [given.prometheusUrl],
  },
  changes: false,
  check: checkInputs,
  async run(context) {
    const { judgeMetrics } = await import("./judge-metrics.ts");
    return await judgeMetrics(context);
  },
});
