import { describe, expect, test } from "@jest/globals";
import { text } from "../../test/faults/server.ts";
import { resultsOf } from "../../test/worlds/smoke.ts";
import { alone, said, useSmokeWorld } from "../../test/worlds/use-smoke-world.ts";

const { open, serve } = useSmokeWorld();

const TEXT = "text/plain; version=0.0.4";
const PAGE = "# TYPE a_total counter\na_total 1\n";
const latin1 = (given: string) => Buffer.from(given, "latin1");

/** A run that checks one page of one service, which always answers with it. */
async function check(spec: object, body: string | Buffer, type: string | undefined) {
  const server = await serve(text(body, 200, type === undefined ? {} : { "content-type": type }));
  const { run } = await open();
  return await run(alone(server.origin, spec));
}

describe("a metrics page that Prometheus 2 or 3 rejects is refused", () => {
  test.each<[string, string | Buffer, string | undefined, string, string]>([
    [
      "a label's value that is not UTF-8",
      latin1('# TYPE q_total counter\nq_total{m="Kr\xfcger"} 1\n'),
      TEXT,
      "line 2: the line is not UTF-8",
      "Prometheus rejects it as a whole",
    ],
    ["a byte order mark", `\ufeff${PAGE}`, TEXT, "the page starts with a byte order mark", "rejects it as a whole"],
    ["no Content-Type", PAGE, undefined, "there is no Content-Type", "Set the Content-Type to text/plain"],
    ["an unsupported Content-Type", PAGE, "application/octet-stream", "is not one for metrics", "Set the Content-Type"],
    ["JSON's Content-Type", PAGE, "application/json", "is not one for metrics", "Prometheus 2 reads it as the text"],
    ["a malformed Content-Type", PAGE, "text/plain; version", "cannot be parsed", "Set the Content-Type"],
    ["HTML's Content-Type", PAGE, "text/html", "a page of HTML", "Check the address"],
    ["OpenMetrics without its end", PAGE, "application/openmetrics-text", "there is no # EOF", "as a whole"],
  ])("gates F7: %s", async (_, body, type, what, remedy) => {
    const result = await check({ metrics: "/metrics" }, body, type);
    expect(result).toMatchObject({ verdict: "refused", exitCode: 1 });
    expect(resultsOf(result)).toMatchObject([
      {
        suite: "metrics",
        result: "fail",
        detail: expect.stringContaining(what),
        remedy: expect.stringContaining(remedy),
      },
    ]);
  });

  test("gates F7: a required metric and a version on such a page prove nothing", async () => {
    const body = latin1('a_total 1\ninfo{version="1.0.0"} 1\nq{m="\xfc"} 1\n');
    const spec = {
      metrics: "/metrics",
      "required-metrics": ["a_total"],
      version: { path: "/metrics", metric: "info", label: "version" },
    };
    const server = await serve(text(body, 200, { "content-type": TEXT }));
    const { run } = await open();
    const result = await run({ ...alone(server.origin, spec), "expect-version": "1.0.0" });
    expect(result).toMatchObject({ verdict: "refused", outputs: { passed: "0" } });
  });
});

describe("a metrics page that only its format forbids passes with a warning", () => {
  test.each([
    ["an unknown escape", 'a_total{user="CORP\\alice"} 3\n', TEXT, "line 1: there is no escape \\a"],
    ["no line feed at the end", "a_total 3", TEXT, "line 1: the last line does not end with a line feed"],
    ["a second TYPE", `${PAGE}# TYPE a_total counter\na_total{s="2"} 1\n`, TEXT, "line 3: a_total has a second TYPE"],
    ["a sample twice", `${PAGE}a_total 1\n`, TEXT, "line 3: the sample a_total is already on line 2"],
    [
      "buckets without +Inf",
      '# TYPE h histogram\nh_bucket{le="1"} 4\nh_sum 2\nh_count 4\na_total 1\n',
      TEXT,
      'line 2: the buckets of h end without le="+Inf"',
    ],
    [
      "a TYPE with _total in OpenMetrics",
      `${PAGE}# EOF\n`,
      "application/openmetrics-text; version=1.0.0; charset=utf-8",
      "line 2: a_total is a counter: its samples end with _total or _created",
    ],
  ])("gates F8: %s", async (_, body, type, what) => {
    const spec = { metrics: "/metrics", "required-metrics": ["a_total"] };
    const result = await check(spec, body, type);
    expect(result).toMatchObject({ verdict: "passed", exitCode: 0, outputs: { passed: "2" } });
    expect(resultsOf(result)).toContainEqual(
      expect.objectContaining({
        suite: "metrics",
        warning: expect.stringContaining(`Prometheus scrapes the metrics page although it is not well formed: ${what}`),
      }),
    );
    expect(said(result)).toContain("warning: app: metrics: Prometheus scrapes the metrics page");
  });

  test("a page without such a problem has no warning", async () => {
    const result = await check({ metrics: "/metrics" }, PAGE, TEXT);
    expect(resultsOf(result)).toEqual([expect.not.objectContaining({ warning: expect.anything() })]);
    expect(said(result)).not.toContain("warning");
  });
});

describe("a body is read strictly in its charset", () => {
  const health = (expect: object) => ({ health: { path: "/health", expect } });
  test.each<[string, object, string | Buffer, string]>([
    ["text that is not UTF-8", health({ text: { matches: "OK*" } }), latin1("OK \xfc"), "text/plain"],
    ["text with a byte order mark", health({ text: "pong" }), "\ufeffpong", "text/plain"],
    ["text of the replacement character", health({ text: "\ufffd" }), latin1("\xfc"), "text/plain"],
    ["a health page that is not UTF-8", { health: "/health" }, latin1("OK \xfc"), "text/plain"],
    [
      "JSON of a health page that is not UTF-8",
      { health: "/health" },
      latin1('{"status":"UP","x":"\xfc"}'),
      "text/plain",
    ],
  ])("gates F7: %s is refused", async (_, spec, body, type) => {
    expect(await check(spec, body, type)).toMatchObject({ verdict: "refused", exitCode: 1 });
  });

  test.each<[string, object, string | Buffer, string]>([
    [
      "text in its declared charset",
      health({ text: "Kr\xfcger" }),
      latin1("Kr\xfcger"),
      "text/plain; charset=iso-8859-1",
    ],
    ["a health page in its declared charset", { health: "/health" }, latin1("OK \xfc"), 'text/plain; charset="latin1"'],
    ["a JSON health page with a byte order mark", { health: "/health" }, '\ufeff{"status":"UP"}', "text/plain"],
  ])("%s passes", async (_, spec, body, type) => {
    expect(await check(spec, body, type)).toMatchObject({ verdict: "passed", exitCode: 0 });
  });
});
