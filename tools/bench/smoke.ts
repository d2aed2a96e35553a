import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { ROOT_PATH } from "../root.ts";
import { BARE_NODE, measureMemory, measureTime, type Case } from "./measure.ts";
import type { Figure } from "./report.ts";

const SERVICES = 50;
const LATENCY = 30;

/** Fifty services, each with a health page that takes thirty milliseconds. */
export async function smokeFigures(runs: number): Promise<Figure[]> {
  const server = createServer(
    (_, response) =>
      void setTimeout(
        () => response.writeHead(200, { "content-type": "application/json" }).end('{"status":"ok"}'),
        LATENCY,
      ),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const suite = JSON.stringify({
    services: Array.from({ length: SERVICES }, (_, index) => ({
      name: `service-${index}`,
      url: `${url}/${index}`,
      health: "/health",
    })),
  });
  const smoke: Case = {
    name: "smoke",
    args: [join(ROOT_PATH, "dist/smoke.js")],
    env: { INPUT_SUITE: suite },
    verify({ exitCode, stdout }) {
      if (exitCode !== 0 || stdout.split("pass  service-").length !== SERVICES + 1)
        throw new Error(`expected ${SERVICES} checks that pass, saw ${exitCode}: ${stdout.slice(-1_000)}`);
    },
  };
  const time = await measureTime([smoke], runs);
  const memory = await measureMemory([BARE_NODE, smoke], 3);
  server.close();
  server.closeAllConnections();
  const what = `smoke, ${SERVICES} services at ${LATENCY} ms latency`;
  return [
    { what: `${what}, time`, measured: time.get("smoke")! / 1000, limit: 2, unit: "s", peers: "" },
    {
      what: `${what}, memory`,
      measured: memory.get("smoke")! / memory.get("bare node")!,
      limit: 3,
      unit: "× bare node",
      peers: "",
    },
  ];
}
