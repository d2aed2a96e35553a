import { defineAction } from "@release-actions/action";
import { checkInputs, inputs, outputs } from "./inputs.ts";

export default defineAction({
  name: "smoke",
  description:
    "Proves that a deployment works: health, metrics, versions, real calls with their trace and their counters, and what Prometheus recorded of them.",
  inputs,
  outputs,
  permissions: { github: {}, gitlab: "None; the services' secrets come from a variable." },
  endpoints: {
    description: ["The services of the suite and of the environment", "Prometheus, if the suite has queries"],
    origins: () => [],
  },
  changes: false,
  check: checkInputs,
  async run(context) {
    const { smoke } = await import("./smoke.ts");
    return await smoke(context);
  },
});
