import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { startMonitoring } from "./server.ts";
import type { AlertSetup, MonitoringSetup } from "./types.ts";

/** `node test/stand-ins/prometheus/main.ts …`: starts both servers and prints their addresses as one line of JSON. */

const { values } = parseArgs({
  options: {
    setup: { type: "string" },
    port: { type: "string", default: "0" },
    token: { type: "string" },
    firing: { type: "string", default: "0" },
    pending: { type: "string", default: "0" },
    generation: { type: "string", default: "3" },
  },
});

const given = values.setup === undefined ? {} : (JSON.parse(readFileSync(values.setup, "utf8")) as MonitoringSetup);
const many = (count: string, state: "firing" | "pending"): AlertSetup[] =>
  Array.from({ length: Number(count) }, (_, index) => ({
    state,
    labels: { namespace: "prod", instance: `10.0.0.${index}:9000` },
    annotations: { summary: `Instance ${index} answers with errors`, runbook_url: "https://runbooks.example/errors" },
  }));
const monitoring = await startMonitoring({
  groups: [
    {
      rules: [
        { alert: "Watchdog", labels: { severity: "none" }, alerts: [{}] },
        {
          alert: "ErrorsHigh",
          labels: { severity: "critical" },
          alerts: [...many(values.firing, "firing"), ...many(values.pending, "pending")],
        },
      ],
    },
  ],
  generation: values.generation === "2" ? 2 : 3,
  ...(values.token !== undefined && { token: values.token }),
  ...given,
  port: Number(values.port),
});
const { prometheusUrl, alertmanagerUrl } = monitoring;
console.log(
  JSON.stringify({
    prometheusUrl,
    alertmanagerUrl,
    control: [`${monitoring.prometheus.url}/__control`, `${monitoring.alertmanager.url}/__control`],
  }),
);

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => void monitoring.close());
}
