import { spawn } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { connect, createServer, type AddressInfo } from "node:net";
import { createInterface } from "node:readline";
import { join } from "node:path";
import { writeHistory } from "../../test/monitoring/history.ts";
import { startRealMonitoring } from "../../test/monitoring/server.ts";
import { counter, service, START } from "../../test/worlds/metrics-gate.ts";
import { ncc } from "../bundle.ts";
import { ROOT_PATH } from "../root.ts";
import { median } from "./measure.ts";
import type { Figure } from "./report.ts";
import { temporaryFolder } from "./worlds.ts";

const OBJECTIVES = 1_000;
const TICKS = 60;
const METRICS = ["bad_total", "web_total", "api_total"] as const;

/** A thousand objectives on a real Prometheus, and how soon a gate ends once it has its last answer. */
export async function metricsFigures(): Promise<Figure[]> {
  const [folder, bundle] = [await temporaryFolder(), await temporaryFolder()];
  for (const [name, content] of await ncc(join(ROOT_PATH, "tools/bench/metrics-gate.child.ts")))
    await writeFile(join(bundle.path, name), content);
  const many = Array.from({ length: OBJECTIVES }, (_, index) =>
    METRICS.map((metric) => ({
      ...counter(metric, metric === "bad_total" ? 0.01 : 10, { service: `s${index}` }),
      every: 10_000,
    })),
  );
  await writeHistory(
    folder.path,
    [...many.flat(), ...service({ errors: 1 })],
    START - 360_000,
    START + (TICKS + 3) * 10_000,
  );
  const servers = await startRealMonitoring(folder.path, { rules: { groups: [] }, scrape: [] });
  try {
    const thousand = await watch(bundle.path, servers.prometheusUrl, folder.path, {
      slos: thousandSlos(),
      duration: `${TICKS * 10}s`,
      "report-file": "report.json",
      "plot-file": "plot.svg",
    });
    if (thousand.verdict !== "passed" || thousand.ticks.length !== TICKS)
      throw new Error(`a thousand objectives ended ${thousand.verdict} after ${thousand.ticks.length} ticks`);
    const ends: Watched[] = [];
    for (let round = 0; round < 5; round += 1)
      ends.push(await watch(bundle.path, servers.prometheusUrl, folder.path, { duration: "100s" }));
    if (ends.some(({ verdict }) => verdict !== "refused"))
      throw new Error("a service with errors alone was not refused");
    const what = `metrics-gate, ${OBJECTIVES.toLocaleString("en")} objectives × 3 questions`;
    const seconds = thousand.ticks.map(({ asked, told }) => (told - asked) / 1_000);
    return [
      {
        what: `${what}, a tick, the longest of ${TICKS}`,
        measured: Math.max(...seconds),
        limit: 1.5,
        unit: "s",
        peers: "",
      },
      {
        what: `${what}, ${TICKS} ticks, peak memory`,
        measured: (thousand.kilobytes * 1024) / 1e6,
        limit: 150,
        unit: "MB",
        peers: "",
      },
      {
        what: "metrics-gate, from the last answer to the verdict",
        measured: median(ends.map(({ ticks, lastByte }) => Math.max(0, ticks.at(-1)!.told - lastByte))) / 1_000,
        limit: 0.05,
        unit: "s",
        peers: "",
      },
      {
        what: "metrics-gate, from the last answer to the process's end",
        measured: median(ends.map(({ ended, lastByte }) => ended - lastByte)) / 1_000,
        limit: 0.2,
        unit: "s",
        peers: "",
      },
    ];
  } finally {
    await servers.close();
    await Promise.all([folder.remove(), bundle.remove()]);
  }
}

function thousandSlos(): string {
  return Array.from({ length: OBJECTIVES }, (_, index) => {
    const [bad, ...total] = METRICS.map((metric) => `'${metric}{service="s${index}"}'`);
    return `- { name: s${index}, ratio: { bad: ${bad}, total: [${total.join(", ")}] }, below: 1% }\n`;
  }).join("");
}

interface Watched {
  readonly verdict: string;
  readonly kilobytes: number;
  readonly ticks: readonly { readonly asked: number; readonly told: number }[];
  /** Wall clock milliseconds of the last answer's end, and of the process's. */
  readonly lastByte: number;
  readonly ended: number;
}

/** Runs the child with a proxy between it and Prometheus that notes when the last answer came. */
async function watch(
  bundle: string,
  prometheus: string,
  workspace: string,
  more: Record<string, string>,
): Promise<Watched> {
  let lastByte = 0;
  const proxy = createServer((socket) => {
    const upstream = connect(Number(new URL(prometheus).port), "127.0.0.1");
    upstream.on("data", () => (lastByte = Date.now()));
    socket.pipe(upstream).pipe(socket);
    for (const end of [socket, upstream]) end.on("error", () => [socket.destroy(), upstream.destroy()]);
  });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  const slos = join(workspace, "slos.yml");
  const { slos: list, ...rest } = more;
  if (list !== undefined) await writeFile(slos, list);
  const inputs = {
    "prometheus-url": `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    selector: 'track="canary"',
    interval: "10s",
    ...(list !== undefined && { slos: "slos.yml" }),
    ...rest,
  };
  const child = spawn(
    process.execPath,
    ["--no-warnings", join(bundle, "index.js"), JSON.stringify({ inputs, workspace })],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  const ticks: { asked: number; told: number }[] = [];
  let end: { verdict: string; kilobytes: number } | undefined;
  createInterface({ input: child.stdout }).on("line", (line) => {
    const said = JSON.parse(line) as { asked: number; told: number } | NonNullable<typeof end>;
    if ("verdict" in said) end = said;
    else ticks.push(said);
  });
  const ended = await new Promise<number>((resolve) => child.once("close", () => resolve(Date.now())));
  proxy.close();
  if (end === undefined) throw new Error("the gate ended without a verdict");
  return { ...end, ticks, lastByte, ended };
}
