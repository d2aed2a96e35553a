import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { formatOf, hasLabels, hasMetric, parseExposition, samplesOf, type Format } from "./index.ts";

const lines = (...all: string[]) => `${all.join("\n")}\n`;
const problemsOf = (text: string, format: Format = "text") =>
  parseExposition(text, format).problems.map(({ line, what }) => `${line}: ${what}`);

describe("a metrics page", () => {
  test("reads the text format: types, help, escapes, times, blanks, comments", () => {
    const page = parseExposition(
      lines(
        "# a comment",
        "",
        '# HELP requests_total All requests,\\nwith a \\\\ and a "quotation".',
        "# TYPE requests_total counter",
        'requests_total{method="post",path="C:\\\\x\\"y\\nz"} 1027 1395066363000',
        ' requests_total { method = "get" , } 3e0\t1',
        "temperature +Inf",
        "cold -Inf",
        "idle NaN",
      ),
      "text",
    );
    expect(page.problems).toEqual([]);
    const [first, second] = samplesOf(page, "requests_total");
    expect(first).toMatchObject({ value: 1027, time: 1395066363000, line: 5 });
    expect(first!.labels.get("path")).toBe('C:\\x"y\nz');
    expect(second).toMatchObject({ value: 3, time: 1 });
    expect(page.families.get("requests_total")).toMatchObject({
      type: "counter",
      help: 'All requests,\nwith a \\ and a "quotation".',
    });
    expect(["temperature", "cold", "idle"].map((name) => samplesOf(page, name)[0]!.value)).toEqual([
      Infinity,
      -Infinity,
      Number.NaN,
    ]);
    expect(page.families.get("idle")!.type).toBe("untyped");
  });

  test("reads OpenMetrics: suffixes, units, exemplars, times in seconds", () => {
    const page = parseExposition(
      lines(
        "# TYPE requests counter",
        '# HELP requests All \\"of\\" them',
        'requests_total{tool="echo"} 5 1.5 # {trace_id="abc"} 0.2 1.25',
        'requests_created{tool="echo"} 1.0',
        "# TYPE latency_seconds histogram",
        "# UNIT latency_seconds seconds",
        'latency_seconds_bucket{le="0.1"} 1',
        'latency_seconds_bucket{le="+Inf"} 2',
        "latency_seconds_count 2",
        "latency_seconds_sum 0.3",
        "# EOF",
      ),
      "openmetrics",
    );
    expect(page.problems).toEqual([]);
    const [counted] = samplesOf(page, "requests_total");
    expect(counted).toMatchObject({ value: 5, time: 1500, exemplar: { value: 0.2, time: 1250 } });
    expect(counted!.exemplar!.labels.get("trace_id")).toBe("abc");
    expect(page.families.get("latency_seconds")).toMatchObject({ type: "histogram", unit: "seconds" });
  });

  test("reads UTF-8 names in quotes", () => {
    const page = parseExposition(lines('# TYPE "http.requests" counter', '{"http.requests", "a.b"="c"} 1'), "text");
    expect(page.problems).toEqual([]);
    expect(samplesOf(page, "http.requests")[0]!.labels.get("a.b")).toBe("c");
  });

  test("seeds.md 2.2: compares whole names: ai_requests_total_created is not ai_requests_total", () => {
    const page = parseExposition(
      lines("# TYPE ai_requests_total_created gauge", 'ai_requests_total_created{tool="echo"} 1'),
      "text",
    );
    expect(hasMetric(page, "ai_requests_total")).toBe(false);
    expect(samplesOf(page, "ai_requests_total")).toEqual([]);
  });

  test("finds a metric that has no sample yet, and treats a missing label as an empty one", () => {
    const page = parseExposition(lines("# TYPE errors_total counter", "up 1"), "text");
    expect(hasMetric(page, "errors_total")).toBe(true);
    const [up] = samplesOf(page, "up");
    expect([hasLabels(up!, {}), hasLabels(up!, { tool: "" }), hasLabels(up!, { tool: "echo" })]).toEqual([
      true,
      true,
      false,
    ]);
  });

  test.each([
    ["text/plain; version=0.0.4", "text"],
    ["TEXT/PLAIN;", "text"],
    ['text/plain ; charset="utf-8"; version=9', "text"],
    ["text/plain; charset=utf-8; charset=utf-8", "text"],
    ["application/openmetrics-text", "openmetrics"],
    ["application/openmetrics-text; version=1.0.0; charset=utf-8", "openmetrics"],
  ])("the content type %j means the format %s", (type, format) => expect(formatOf(type)).toEqual({ format }));

  test.each([
    [undefined, "there is no Content-Type"],
    [" ", "there is no Content-Type"],
    ["application/octet-stream", "is not one for metrics"],
    ["application/json", "is not one for metrics"],
    ["application/openmetrics-textx", "is not one for metrics"],
    ["application/vnd.google.protobuf", "is not one for metrics"],
    ["text/plain; version", "cannot be parsed"],
    ["text/plain; charset=utf-8; charset=latin1", "cannot be parsed"],
    ["text/plain, text/plain", "cannot be parsed"],
    ["text/plain;; charset=utf-8", "cannot be parsed"],
    ["garbage", "cannot be parsed"],
  ])("gates F7: Prometheus 3 does not scrape the content type %j", (type, words) => {
    expect(formatOf(type)).toEqual({ rejected: expect.stringContaining(words) });
  });

  describe("reports a problem with its line", () => {
    test.each<[string, string, string]>([
      ["a second TYPE", lines("# TYPE a counter", "# TYPE a gauge"), "2: a has a second TYPE"],
      ["a TYPE after samples", lines("a 1", "# TYPE a counter"), "2: the TYPE of a comes after its samples"],
      ["an unknown type", lines("# TYPE a meter"), '1: "meter" is not a metric type'],
      [
        "a sample given twice",
        lines('a{x="1",y="2"} 1', 'a{y="2",x="1"} 2'),
        '2: the sample a{y="2",x="1"} is already on line 1',
      ],
      ["a label given twice", lines('a{x="1",x="2"} 1'), "1: the label x is given twice"],
      ["no value", lines("a"), "1: the value is missing at the end of the line"],
      ["a word as value", lines("a one"), '1: "one" is not a number'],
      ["a hexadecimal value", lines("a 0x1"), '1: "0x1" is not a number'],
      ["an unknown escape", lines('a{x="\\t"} 1'), '1: there is no escape \\t in a label\'s value at "\\\\t\\"} 1"'],
      ["an open quotation", lines('a{x="1} 1'), "1: a quotation mark is missing at the end of the line"],
      ["a fraction as time", lines("a 1 1.5"), '1: "1.5" is not a time in milliseconds'],
      ["more text after the time", lines("a 1 2 3"), '1: there is more text after the value at "3"'],
      ["HTML", lines("<html>"), '1: a metric\'s name is missing at "<html>"'],
      ["no line feed at the end", "a 1", "1: the last line does not end with a line feed: the page may be cut off"],
      [
        "a bucket without le",
        lines("# TYPE a histogram", "a_bucket 1"),
        "2: the bucket a_bucket has no le that is a number",
      ],
      [
        "buckets that decrease",
        lines("# TYPE a histogram", 'a_bucket{le="1"} 3', 'a_bucket{le="+Inf"} 2'),
        '3: a_bucket{le="+Inf"} counts less than the bucket below it',
      ],
      [
        "no last bucket",
        lines("# TYPE a histogram", 'a_bucket{le="1"} 3'),
        '2: the buckets of a end without le="+Inf"',
      ],
    ])("text: %s", (_, page, problem) => expect(problemsOf(page)).toEqual([problem]));

    test.each<[string, string, string]>([
      ["cut off", lines("a 1"), "2: there is no # EOF at the end: the page is cut off"],
      ["more text after the end", lines("# EOF", "a 1"), "2: there is more text after # EOF"],
      ["an empty line", lines("", "# EOF"), "1: an empty line is not allowed in OpenMetrics"],
      [
        "a comment",
        lines("# hello", "# EOF"),
        '1: only # HELP, # TYPE, # UNIT and # EOF are allowed in OpenMetrics at "# hello"',
      ],
      [
        "a counter without _total",
        lines("# TYPE a counter", "a 1", "# EOF"),
        "2: a is a counter: its samples end with _total or _created",
      ],
      ["mixed families", lines("a 1", "b 1", 'a{x="1"} 1', "# EOF"), "3: the lines of a are not together"],
      [
        "a counter below 0",
        lines("# TYPE a counter", "a_total -1", "# EOF"),
        "2: a_total is -1, and a counter is never below 0",
      ],
      [
        "a counter that is NaN",
        lines("# TYPE a counter", "a_total NaN", "# EOF"),
        "2: a_total is NaN, and a counter is never below 0",
      ],
      ["two spaces", lines("a  1", "# EOF"), '1: the value is missing at " 1"'],
      [
        "an exemplar of a gauge",
        lines("# TYPE a gauge", 'a 1 # {x="1"} 1', "# EOF"),
        "2: a may have no exemplar, only Prometheus 3 accepts it there",
      ],
      [
        "a name without its unit",
        lines("# UNIT a seconds", "# EOF"),
        "1: the name of a does not end with its unit seconds",
      ],
    ])("OpenMetrics: %s", (_, page, problem) => expect(problemsOf(page, "openmetrics")).toEqual([problem]));
  });

  test("reports the first twenty problems of a page", () => {
    expect(parseExposition("?\n".repeat(10_000), "text").problems).toHaveLength(20);
  });

  test("reads any text to its end: with problems, or with every line as a sample or a description", () => {
    const piece = fc.oneof(
      fc.constantFrom(
        "# TYPE ",
        "# HELP ",
        "a",
        "b_total",
        " ",
        "1",
        "{",
        "}",
        '"',
        "=",
        ",",
        "\n",
        "\\",
        "# EOF",
        "counter",
        "histogram",
        "_bucket",
        'le="1"',
      ),
      fc.string({ maxLength: 3 }),
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 30 }),
        fc.constantFrom<Format>("text", "openmetrics"),
        (pieces, format) => {
          const text = pieces.join("");
          const { families, problems } = parseExposition(text, format);
          const samples = [...families.values()].reduce((sum, family) => sum + family.samples.length, 0);
          const said = text.split("\n").filter((line) => !/^[ \t]*(?:#|\r?$)/.test(line)).length;
          expect(problems.length > 0 || samples === said).toBe(true);
        },
      ),
    );
  });

  test("security: stops reading a page of millions of lines before it takes minutes or all memory", () => {
    const bad = parseExposition("x!\n".repeat(5_000_000), "text");
    expect([bad.problems.length, bad.problems.at(-1)?.line]).toEqual([20, 20]);
    const many = parseExposition(Array.from({ length: 200_002 }, (_, index) => `m${index} 1\n`).join(""), "text");
    expect([many.families.size, many.problems]).toEqual([
      200_000,
      [{ line: 200_001, what: "the page has more than 200000 samples", kind: "unread" }],
    ]);
  });
});
