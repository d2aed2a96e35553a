import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { startMonitoring } from "../../test/stand-ins/prometheus/index.ts";
import { ROOT_PATH } from "../root.ts";
import { BARE_NODE, measureMemory, measureTime, type Case } from "./measure.ts";
import type { Figure } from "./report.ts";

const ALERTS = 10_000;

/** Ten thousand alerts in both servers, as Prometheus 2 and 3 list them. */
export async function alertsFigures(runs: number): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const generation of [2, 3] as const) {
    const { urls, close } = await recorded(generation);
    const gate: Case = {
      name: "gate",
      args: [join(ROOT_PATH, "dist/alerts-gate.js")],
      env: {
        "INPUT_PROMETHEUS-URL": urls[0],
        "INPUT_ALERTMANAGER-URL": urls[1],
        INPUT_NAMESPACE: "prod",
        "INPUT_MAX-STALENESS": "1h",
      },
      verify: ({ exitCode, stdout }) => {
        if (exitCode !== 1 || !stdout.includes(`${ALERTS} alerts fire`))
          throw new Error(`expected ${ALERTS} alerts and exit code 1, saw ${exitCode}: ${stdout.slice(0, 1_000)}`);
      },
    };
    const time = await measureTime([gate], runs);
    const memory = await measureMemory([BARE_NODE, gate], 3);
    close();
    const what = `alerts-gate, ${ALERTS.toLocaleString("en")} alerts, Prometheus ${generation}`;
    figures.push({ what: `${what}, time`, measured: time.get("gate")! / 1000, limit: 1, unit: "s", peers: "" });
    figures.push({
      what: `${what}, memory`,
      measured: memory.get("gate")! / memory.get("bare node")!,
      limit: 5,
      unit: "× bare node",
      peers: "",
    });
  }
  return figures;
}

/** What the stand-ins answer, kept as bytes, so that their own work is not measured. */
async function recorded(generation: 2 | 3): Promise<{ urls: readonly [string, string]; close(): void }> {
  const alerts = Array.from({ length: ALERTS }, (_, index) => ({
    labels: { namespace: "prod", job: "app", instance: `10.0.${index >> 8}.${index & 255}:9000`, pod: `app-${index}` },
    annotations: { summary: `Instance ${index} answers with errors`, runbook_url: "https://runbooks.example/errors" },
  }));
  const servers = await startMonitoring({
    generation,
    groups: [{ rules: [{ alert: "ErrorsHigh", labels: { severity: "critical" }, alerts }] }],
  });
  const replays = await Promise.all([servers.prometheusUrl, servers.alertmanagerUrl].map(replay));
  const urls = replays.map((server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  return {
    urls: [urls[0]!, urls[1]!],
    close: () => {
      for (const server of replays) server.close();
      void servers.close();
    },
  };
}

/** A server that asks the origin once for each address. */
async function replay(origin: string): Promise<Server> {
  const kept = new Map<string, Promise<{ status: number; type: string; body: Buffer }>>();
  const ask = async (url: string) => {
    const reply = await fetch(new URL(url, origin));
    return {
      status: reply.status,
      type: reply.headers.get("content-type") ?? "",
      body: Buffer.from(await reply.arrayBuffer()),
    };
  };
  const server = createServer((request, response) => {
    // The time from which label values are requested changes with every run.
    const url = (request.url ?? "/").replace(/start=[0-9.]+/, "");
    if (!kept.has(url)) kept.set(url, ask(url));
    void kept
      .get(url)!
      .then(({ status, type, body }) =>
        response.writeHead(status, { "content-type": type, "content-length": body.length }).end(body),
      );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}
