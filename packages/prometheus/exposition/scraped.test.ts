import { describe, expect, test } from "@jest/globals";
import { parseExposition, samplesOf, type Format } from "./index.ts";
import { SCRAPED_ANYWAY, REJECTED, SUITE_REJECTS } from "./fixtures/pages.ts";

const kindsOf = (page: string | Uint8Array, format: Format) =>
  new Set(parseExposition(page, format).problems.map(({ kind }) => kind));

describe("pages that both Prometheus 2 and 3 reject", () => {
  test.each(REJECTED)("gates F7: %s (%s)", (_, format, page) => {
    expect(kindsOf(page, format)).toContain("rejected");
  });
});

describe("pages that the format forbids, and Prometheus 2 and 3 scrape", () => {
  test.each(SCRAPED_ANYWAY)("gates F8: %s (%s)", (_, format, page) => {
    expect([...kindsOf(page, format)]).toEqual(["accepted"]);
  });
});

describe("pages that the OpenMetrics suite calls bad", () => {
  test.each(SUITE_REJECTS)("conformance 10: %s", (_, page) => {
    expect(parseExposition(`${page}\n# EOF\n`, "openmetrics").problems.length).toBeGreaterThan(0);
  });
});

describe("what is read of a page that Prometheus scrapes anyway", () => {
  test("gates F8: an unknown escape stays as it is", () => {
    const [sample] = samplesOf(parseExposition('a{user="CORP\\alice",x="\\\\d"} 3\n', "text"), "a");
    expect(Object.fromEntries(sample!.labels)).toEqual({ user: "CORP\\alice", x: "\\d" });
  });

  test("conformance 10: OpenMetrics allows any escape, and a time twice", () => {
    const page = parseExposition('a{b="\\z"} 1 5\na{b="\\z"} 2 5\n# EOF\n', "openmetrics");
    expect([page.problems, samplesOf(page, "a").map(({ value }) => value)]).toEqual([[], [1]]);
  });

  test("gates F8: of a sample given twice the first one counts, and a later time is another sample", () => {
    const page = parseExposition("a 1\na 2\nb 1 10\nb 2 20\nb 3 15\n", "text");
    expect(["a", "b"].map((name) => samplesOf(page, name).map(({ value }) => value))).toEqual([[1], [1, 2]]);
  });

  test("gates F8: the last line, the last type and a line break in a value are read", () => {
    const page = parseExposition('# TYPE a gauge\n# TYPE a counter\na{x="1\n2"} 1\nb 12', "text");
    expect(page.families.get("a")!.type).toBe("counter");
    expect([...samplesOf(page, "a")[0]!.labels.values()]).toEqual(["1\n2"]);
    expect(samplesOf(page, "b")[0]!.value).toBe(12);
    expect(page.problems.map(({ line, what }) => `${line}: ${what}`)).toEqual([
      "2: a has a second TYPE",
      "3: a label's value contains a line break",
      "5: the last line does not end with a line feed: the page may be cut off",
    ]);
  });

  test("gates F8: more problems of this kind than are listed do not end the reading", () => {
    const page = parseExposition(`${"# TYPE a counter\n".repeat(100)}a 1\nb!\n`, "text");
    expect(page.problems.map(({ kind }) => kind)).toEqual([...Array<string>(20).fill("accepted"), "rejected"]);
    expect(samplesOf(page, "a")).toHaveLength(1);
  });

  test("gates F7: names the line that is not UTF-8", () => {
    const page = parseExposition(Buffer.from('a 1\nb{m="Kr\xfcger"} 1\n', "latin1"), "text");
    expect(page.problems).toEqual([{ line: 2, what: "the line is not UTF-8", kind: "rejected" }]);
  });
});
