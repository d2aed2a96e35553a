import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MONITORING, startRealMonitoring, type RealMonitoring } from "../../monitoring/index.ts";
import { ring } from "../../rings.ts";
import { startMonitoring, type Monitoring } from "./index.ts";

/** What a newer server than the real one here has besides. */
const NEWER = new Set(["mutedBy"]);
/** What the stand-in leaves out: nothing that is read. */
const LEFT_OUT = new Set(["scrapeUrl", "peers", "original"]);

/** The kinds of all values by their paths; a list by its items, free names as one. */
function kinds(value: unknown, path = ""): Record<string, string> {
  if (Array.isArray(value))
    return Object.assign({ [path]: "list" }, ...value.map((item) => kinds(item, `${path}[]`))) as Record<
      string,
      string
    >;
  if (typeof value !== "object" || value === null) return { [path]: value === null ? "null" : typeof value };
  if (/\.(?:labels|annotations|discoveredLabels|metric)$/.test(path)) return { [path]: "texts" };
  const inside = Object.entries(value)
    .filter(([name]) => !NEWER.has(name) && !LEFT_OUT.has(name))
    .map(([name, item]) => kinds(item, `${path}.${name}`));
  return Object.assign({ [path]: "object" }, ...inside) as Record<string, string>;
}

ring("the stand-in answers in the shapes of a real Prometheus and Alertmanager", MONITORING, () => {
  let directory: string;
  let real: RealMonitoring;
  let standIn: Monitoring;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), "shapes-"));
    const rules = [
      { alert: "A", expr: "vector(1)", labels: { severity: "critical" } },
      { record: "r", expr: "vector(1)" },
    ];
    real = await startRealMonitoring(directory, { rules: { groups: [{ name: "g", rules }] } });
    await real.post(`${real.alertmanagerUrl}/api/v2/silences`, {
      matchers: [{ name: "a", value: "b", isRegex: false, isEqual: true }],
      startsAt: new Date().toISOString(),
      endsAt: new Date(Date.now() + 60_000).toISOString(),
      createdBy: "ann",
      comment: "c",
    });
    await real.until("a scrape and an alert", async () => {
      const [targets, alerts] = await Promise.all([
        real.get(`${real.prometheusUrl}/api/v1/targets`),
        real.get(`${real.alertmanagerUrl}/api/v2/alerts`),
      ]);
      return JSON.stringify(targets).includes('"up"') && JSON.stringify(alerts).includes('"A"');
    });
    const series = [{ metric: "prometheus_build_info", labels: { job: "app" }, value: () => 1 }];
    standIn = await startMonitoring({
      generation: 2,
      series,
      groups: [{ rules: [{ alert: "A", labels: { severity: "critical" }, alerts: [{}] }, { record: "r" }] }],
      silences: [{ id: "s" }],
      cluster: "disabled",
    });
  }, 60_000);
  afterAll(async () => {
    await Promise.all([real?.close(), standIn?.close()]);
    await rm(directory, { recursive: true, force: true });
  });

  test.each([
    "rules",
    "rules?exclude_alerts=true",
    "alerts",
    "targets?state=active",
    "status/buildinfo",
    "status/config",
    "query?query=up",
    "query?query=)",
    "label/job/values",
    "label/job/values?match[]=prometheus_build_info",
    "metadata?metric=prometheus_build_info",
    "query?query=prometheus_build_info",
    "query?query=prometheus_build_info[1m]",
  ])("Prometheus: %s", async (path) => {
    const [wanted, given] = await Promise.all([
      real.get(`${real.prometheusUrl}/api/v1/${path}`),
      real.get(`${standIn.prometheusUrl}/api/v1/${path}`),
    ]);
    expect(kinds(given)).toEqual(kinds(wanted));
  });

  test.each(["status", "alerts", "silences"])("Alertmanager: %s", async (path) => {
    const [wanted, given] = await Promise.all([
      real.get(`${real.alertmanagerUrl}/api/v2/${path}`),
      real.get(`${standIn.alertmanagerUrl}/api/v2/${path}`),
    ]);
    const described = kinds(given);
    // The stand-in's silences match by name in `silencedBy`, so their matchers are empty.
    const read = Object.fromEntries(Object.entries(kinds(wanted)).filter(([name]) => !name.includes(".matchers[]")));
    expect(described).toEqual(read);
  });
});
