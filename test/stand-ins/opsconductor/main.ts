import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { startOpsConductor } from "./server.ts";
import type { OpsSetup } from "./types.ts";

/** `node test/stand-ins/opsconductor/main.ts …`: starts all services and prints their addresses as one line of JSON. */

const { values } = parseArgs({
  options: { setup: { type: "string" }, port: { type: "string" }, latency: { type: "string", default: "0" } },
});
const given = values.setup === undefined ? {} : (JSON.parse(readFileSync(values.setup, "utf8")) as OpsSetup);
const services = await startOpsConductor({
  latencyMs: Number(values.latency),
  ...given,
  ...(values.port !== undefined && { port: Number(values.port) }),
});
console.log(JSON.stringify(services.urls));

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => void services.close());
}
