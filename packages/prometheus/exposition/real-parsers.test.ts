import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { spawnSync } from "node:child_process";
import { installed } from "../../../test/installed.ts";
import { path, program, ring } from "../../../test/rings.ts";
import { parseExposition, type Format } from "./index.ts";

/** Random pages, and changed ones, read here and by Prometheus's own parsers. */

interface Series {
  readonly name: string;
  readonly labels: readonly (readonly [string, string])[];
  readonly value: number;
}

const name = fc.stringMatching(/^[a-z_:][a-z0-9_:]{0,6}$/);
const label = fc.stringMatching(/^[a-z][a-z0-9_]{0,5}$/).filter((text) => !["le", "quantile"].includes(text));
const text = fc.string({ maxLength: 8 }).map((one) => one.toWellFormed());
const labels = fc.uniqueArray(fc.tuple(label, text), { maxLength: 3, selector: ([one]) => one });
const value = fc.oneof(fc.nat(), fc.double({ min: 0, noNaN: true }), fc.constant(Number.NaN), fc.constant(Infinity));
const family = fc.record({
  name: name.map((one) => `m${one.replaceAll(":", "_")}x`),
  type: fc.constantFrom("counter", "gauge", "none"),
  labels: fc.uniqueArray(labels, { maxLength: 3, selector: (one) => JSON.stringify(one.toSorted()) }),
  values: fc.array(value, { minLength: 3, maxLength: 3 }),
});
const families = fc.uniqueArray(family, { maxLength: 4, selector: ({ name: one }) => one });

const escaped = (given: string) => given.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n");
const numeral = (given: number) => (Number.isNaN(given) ? "NaN" : given === Infinity ? "+Inf" : String(given));

function pageOf(
  made: readonly (typeof families extends fc.Arbitrary<infer T> ? T : never)[number][],
  format: Format,
): { page: string; series: Series[] } {
  const series: Series[] = [];
  const written: string[] = [];
  for (const one of made) {
    const counter = one.type === "counter";
    // A counter's suffix is part of its name in the text format, but not in OpenMetrics.
    if (one.type !== "none")
      written.push(`# TYPE ${one.name}${counter && format === "text" ? "_total" : ""} ${one.type}`);
    one.labels.forEach((own, index) => {
      const given = one.values[index]!;
      const sample = {
        name: `${one.name}${counter ? "_total" : ""}`,
        labels: own,
        value: counter && Number.isNaN(given) ? 1 : given,
      };
      series.push(sample);
      const inside = own.map(([key, content]) => `${key}="${escaped(content)}"`).join(",");
      written.push(`${sample.name}${inside === "" ? "" : `{${inside}}`} ${numeral(sample.value)}`);
    });
  }
  if (format === "openmetrics") written.push("# EOF");
  return { page: written.map((line) => `${line}\n`).join(""), series };
}

const read = (page: string, format: Format) => {
  const { families: found, problems } = parseExposition(page, format);
  const samples = [...found.values()].flatMap((one) =>
    one.samples.map((sample) => [sample.name, [...sample.labels].toSorted(), numeral(sample.value)]),
  );
  return { accepted: problems.length === 0, samples: samples.map((one) => JSON.stringify(one)).toSorted(), problems };
};

test("a page is read as it was written", () => {
  fc.assert(
    fc.property(families, fc.constantFrom<Format>("text", "openmetrics"), (made, format) => {
      const { page, series } = pageOf(made, format);
      const { accepted, samples } = read(page, format);
      expect(accepted).toBe(true);
      expect(samples).toEqual(
        series.map((one) => JSON.stringify([one.name, one.labels.toSorted(), numeral(one.value)])).toSorted(),
      );
    }),
  );
});

const PROMTOOL = program("promtool", ["--version"]);
const PYTHON = installed("prometheus-client-0.26.0/bin/python");
const CHANGES = [" ", "\n", "#", "{", "}", '"', "\\", ",", "=", "1", "-", "_total", "# TYPE ", "NaN", "\t", "e"];

/** Pages, many of them with one error. */
function changedPages(format: Format, count: number): string[] {
  const arbitrary = fc.tuple(
    families,
    fc.nat(),
    fc.constantFrom(...CHANGES),
    fc.constantFrom("keep", "insert", "remove", "replace"),
  );
  return fc.sample(arbitrary, { numRuns: count, seed: 7 }).map(([made, at, change, how]) => {
    const { page } = pageOf(made, format);
    const place = page.length === 0 ? 0 : at % page.length;
    if (how === "keep") return page;
    return page.slice(0, place) + (how === "remove" ? "" : change) + page.slice(how === "insert" ? place : place + 1);
  });
}

ring("promtool", [PROMTOOL], () => {
  test("every page that promtool rejects is rejected here", () => {
    const outcomes = changedPages("text", 60).map((page) => {
      const { status, stderr } = spawnSync("promtool", ["check", "metrics"], {
        input: page,
        encoding: "utf8",
        timeout: 20_000,
      });
      return { page, refused: status === 1 && stderr.includes("error while linting"), said: stderr };
    });
    expect(outcomes.filter(({ refused }) => refused).length).toBeGreaterThan(5);
    for (const { page, refused, said } of outcomes)
      if (refused) expect([page, said, read(page, "text").accepted]).toEqual([page, said, false]);
  }, 60_000);
});

const SCRIPT = `
import json, sys
from prometheus_client.parser import text_string_to_metric_families as text
from prometheus_client.openmetrics.parser import text_string_to_metric_families as openmetrics
def numeral(v):
    return "NaN" if v != v else "+Inf" if v == float("inf") else repr(float(v))
for line in sys.stdin:
    page, form = json.loads(line)
    try:
        found = [[s.name, sorted(s.labels.items()), numeral(s.value)] for f in (openmetrics if form == "openmetrics" else text)(page) for s in f.samples]
        print(json.dumps(found))
    except Exception as error:
        print(json.dumps(str(error)))
`;

ring("prometheus-client 0.26.0, for Python", [path("prometheus-client", PYTHON)], () => {
  test.each(["text", "openmetrics"] as const)(
    "%s: every page that it rejects is rejected here, and all others are read the same",
    (format) => {
      const pages = changedPages(format, 600);
      const { stdout } = spawnSync(PYTHON, ["-c", SCRIPT], {
        input: pages.map((page) => `${JSON.stringify([page, format])}\n`).join(""),
        encoding: "utf8",
        timeout: 25_000,
      });
      const answers = stdout
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line) as string | [string, [string, string][], string][]);
      let both = 0;
      pages.forEach((page, index) => {
        const answer = answers[index]!;
        const ours = read(page, format);
        // It reads "## TYPE" like "# TYPE", although it is a comment.
        if (format === "text" && page.includes("##")) return;
        if (typeof answer === "string")
          return void expect([page, answer, ours.accepted]).toEqual([page, answer, false]);
        if (!ours.accepted) return;
        both += 1;
        const theirs = answer
          .map(([sample, own, given]) =>
            JSON.stringify([sample, own, numeral(given === "+Inf" ? Infinity : Number(given))]),
          )
          .toSorted();
        expect([page, ours.samples]).toEqual([page, theirs]);
      });
      expect(answers.filter((answer) => typeof answer === "string").length).toBeGreaterThan(20);
      expect(both).toBeGreaterThan(150);
    },
  );
});
