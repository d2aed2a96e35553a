import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { openHttp } from "@release-actions/http";
import { openPrometheus, quoted, selector, equals, oneOf, type Prometheus } from "./index.ts";
import { withMatchers } from "./inject.ts";
import fc from "fast-check";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MONITORING, startRealMonitoring, type RealMonitoring } from "../../test/monitoring/index.ts";
import { ring } from "../../test/rings.ts";
import { promql } from "../../test/worlds/promql.ts";
import { hurriedClock } from "../../test/worlds/publish-release.ts";

const HOSTILE = [
  '"} or vector(0) #',
  "a\nb",
  "\\",
  '\\"',
  "a|b",
  ".*",
  "é€😀",
  "`'",
  "\u0001\t",
  "${x}",
  "{{ $labels.x }}",
];

ring("packages/prometheus, against a real Prometheus", MONITORING, () => {
  let directory: string;
  let servers: RealMonitoring;
  let prometheus: Prometheus;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), "prometheus-"));
    const rules = HOSTILE.map((value, index) => ({
      record: "hostile",
      expr: "vector(1)",
      labels: { value: value.includes("{{") ? `x${index}` : value },
    }));
    servers = await startRealMonitoring(directory, { rules: { groups: [{ name: "g", rules }] } });
    const io = { debug: () => undefined, info: () => undefined, secret: () => undefined } as never;
    const http = openHttp({
      io,
      signal: new AbortController().signal,
      clock: hurriedClock(),
      network: { tlsVerificationDisabled: false },
      endpoints: [servers.prometheusUrl],
    });
    prometheus = openPrometheus({ http, url: servers.prometheusUrl, credential: undefined });
    await servers.until("the rules", async () => {
      const { value } = await prometheus.query("hostile");
      return value.kind === "vector" && value.series.length === HOSTILE.length;
    });
  }, 60_000);
  afterAll(async () => {
    await servers?.close();
    await rm(directory, { recursive: true, force: true });
  });

  test("security B33: a quoted string is read back unchanged", async () => {
    const echoed = async (text: string) =>
      expect((await prometheus.query(quoted(text))).value).toEqual({ kind: "string", text });
    for (const text of [...HOSTILE, "\u007f"]) await echoed(text);
    await fc.assert(fc.asyncProperty(fc.string({ unit: "grapheme" }), echoed), { numRuns: 50 });
  });

  test("security B33: a matcher finds only its own value, alone and among others", async () => {
    for (const value of HOSTILE.filter((text) => !text.includes("{{"))) {
      for (const one of [equals("value", value), oneOf("value", [value, "nothing"])]) {
        const answer = await prometheus.query(selector("hostile", [one]));
        expect(answer.value).toMatchObject({
          kind: "vector",
          series: [{ labels: { __name__: "hostile", value }, value: 1 }],
        });
      }
    }
  });

  test("security B33: Prometheus's parser finds the matcher in each selector, and nothing else changed", async () => {
    const canonical = async (query: string) => {
      const { data, error } = (await servers.get(
        `${servers.prometheusUrl}/api/v1/format_query?${new URLSearchParams({ query }).toString()}`,
      )) as { data?: string; error?: string };
      if (data === undefined) throw new Error(`${error}: ${query}`);
      return data.replaceAll(/\s+/g, "").replaceAll('{__name__="up",', "up{");
    };
    await fc.assert(
      fc.asyncProperty(promql(), async ({ query, selectors }) => {
        const injected = await canonical(withMatchers(query, [equals("injected", "1")]).query);
        expect(injected.split('injected="1"')).toHaveLength(selectors + 1);
        const taken = injected.replaceAll(/\{injected="1"\}|,injected="1"|(?<=\{)injected="1",/g, "");
        expect(taken.replaceAll('{__name__="up"}', "up")).toBe(
          (await canonical(query)).replaceAll('{__name__="up"}', "up"),
        );
      }),
      { numRuns: 150 },
    );
  });

  test("gates F1, F4: labels of a metric, and what its targets say about it", async () => {
    await servers.until("the first scrape", async () => {
      const types = (await prometheus.descriptions("go_goroutines"))?.value;
      return types !== undefined && types.length > 0;
    });
    expect((await prometheus.descriptions("go_goroutines"))?.value).toEqual([{ type: "gauge", unit: undefined }]);
    expect((await prometheus.descriptions("prometheus_http_requests_total"))?.value).toMatchObject([
      { type: "counter" },
    ]);
    expect((await prometheus.descriptions("hostile"))?.value).toEqual([]);
    const names = async (one: string) => (await prometheus.labelNames(Date.now() - 60_000, [one]))?.value;
    expect(await names("hostile")).toEqual(["__name__", "value"]);
    expect(await names("prometheus_http_requests_total")).toEqual(["__name__", "code", "handler", "instance", "job"]);
    expect(await names("nothing_has_this_name")).toEqual([]);
  });

  test("every kind of result is read", async () => {
    expect((await prometheus.query("1/0", 1_500)).value).toEqual({
      kind: "scalar",
      sample: { time: 1_500, value: Infinity },
    });
    expect((await prometheus.query("vector(0)/0", 1_500)).value).toEqual({
      kind: "vector",
      series: [{ labels: {}, time: 1_500, value: Number.NaN }],
    });
    expect((await prometheus.query("vector(1)[3s:1s]", 10_000)).value).toMatchObject({
      kind: "matrix",
      series: [{ samples: [{ value: 1 }, {}, {}, {}] }],
    });
    expect((await prometheus.query("nothing_has_this_name")).value).toEqual({ kind: "vector", series: [] });
    await expect(prometheus.query("sum(")).rejects.toMatchObject({ verdict: "invalid" });
    await expect(prometheus.query('vector(1) * on() hostile{value=~".+"} * on() hostile')).rejects.toMatchObject({
      verdict: "undecided",
    });
  });
});
