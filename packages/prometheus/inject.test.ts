import { describe, expect, test } from "@jest/globals";
import { equals, matcher } from "./index.ts";
import { readMatchers, readSelector, withMatchers } from "./inject.ts";
import fc from "fast-check";
import { promql } from "../../test/worlds/promql.ts";

const CANARY = [equals("track", "canary")];
const inject = (query: string) => withMatchers(query, CANARY).query;

describe("security B33: every selector gets the matchers", () => {
  test.each([
    ["up", 'up{track="canary"}'],
    ["up{}", 'up{track="canary"}'],
    ['up{job="a"}', 'up{job="a",track="canary"}'],
    ['up{job="a",}', 'up{job="a",track="canary"}'],
    ['{__name__="up"}', '{__name__="up",track="canary"}'],
    ['{"http.requests"}', '{"http.requests",track="canary"}'],
    ['up{track="canary"}', 'up{track="canary"}'],
    ['up{track=~"can.*"}', 'up{track=~"can.*",track="canary"}'],
    [
      "job:errors:rate5m / on (job) group_left (a, b) job:requests:rate5m",
      'job:errors:rate5m{track="canary"} / on (job) group_left (a, b) job:requests:rate5m{track="canary"}',
    ],
    ["sum by (track, le) (rate(x_bucket[5m]))", 'sum by (track, le) (rate(x_bucket{track="canary"}[5m]))'],
    ["sum(x) by (job) > bool 2", 'sum(x{track="canary"}) by (job) > bool 2'],
    [
      "SUM BY (a) (x offset 5m) and -y @ start() unless ignoring(b) z @ -1.5",
      'SUM BY (a) (x{track="canary"} offset 5m) and -y{track="canary"} @ start() unless ignoring(b) z{track="canary"} @ -1.5',
    ],
    [
      "max_over_time(rate(x[1m])[5m:30s] offset -1h30m)",
      'max_over_time(rate(x{track="canary"}[1m])[5m:30s] offset -1h30m)',
    ],
    [
      'label_replace(x, "a", "$1", "b", "(.*)") or vector(0)',
      'label_replace(x{track="canary"}, "a", "$1", "b", "(.*)") or vector(0)',
    ],
    ["time() - x # up{\n + Inf ^ 2", 'time() - x{track="canary"} # up{\n + Inf ^ 2'],
    ['x{a="}",b=\'{\',c=`"`} # ok', 'x{a="}",b=\'{\',c=`"`,track="canary"} # ok'],
    ['sum + by + end{a="b"} @ end()', 'sum{track="canary"} + by{track="canary"} + end{a="b",track="canary"} @ end()'],
    ["x offset -(5) + x[+5m] >/ 1_000", 'x{track="canary"} offset -(5) + x{track="canary"}[+5m] >/ 1_000'],
    ['x{a="1" # ,\n, # }\n}', 'x{a="1" # ,\n,track="canary" # }\n}'],
    ["x # a\r\n + y", 'x{track="canary"} # a\r\n + y{track="canary"}'],
    ['sum(rate(x{$selector,code="500"}[1m]))', 'sum(rate(x{track="canary",code="500"}[1m]))'],
    ["anything new($selector)", 'anything new(track="canary")'],
  ])("%s", (query, wanted) => {
    expect(inject(query)).toBe(wanted);
  });

  test.each([
    "",
    "1",
    "vector(1)",
    "x y",
    "x{",
    "x{a}",
    "x{a='1' or b='2'}",
    "sum x",
    "offset",
    "x[5m] anchored",
    "x[5m] smoothed",
    "x + fill(0) y",
    "x)",
    "(x",
    "x,y",
    "x +",
    "x{a=b}",
    "x $",
    "x @ end",
    "on(a)",
    'x{a="\\q"}',
    "x[a]",
    "inf{}",
    'x{a="1" b="2"}',
  ])("rejects what is not understood with certainty: %s", (query) => {
    expect(() => inject(query)).toThrow(expect.objectContaining({ verdict: "invalid" }) as never);
  });

  test.each([
    ["for Prometheus, the comment ends before the selector y", "x # a\r + y"],
    ["the first string does not end", "label_replace(x, 'a, 1)"],
    ["the backslash hides a line end", 'x{a="\\\n"}'],
    ["the name is given twice", 'x{__name__="y"}'],
    ["the name is given twice", '{"x","y"}'],
    ["the name is given twice", '{"x",__name__=~"y"}'],
  ])("rejects what Prometheus reads differently: %s", (_, query) => {
    expect(() => inject(query)).toThrow(/not understood from/);
  });

  test.each(["{}", '{x=""}', '{x!="a"}', '{x=~".*"}', '{x=~"a|"}', '{x!~".+"}', 'x + {y=""}'])(
    "rejects what selects everything, like Prometheus: %s",
    (query) => {
      expect(() => inject(query)).toThrow(/selects everything/);
    },
  );

  test("names an unknown function, and accepts it with $selector", () => {
    expect(() => inject("sum(new_fn(x[5m]))")).toThrow('the query calls "new_fn", which is not a known function');
    expect(inject("sum(new_fn(x{$selector}[5m]))")).toBe('sum(new_fn(x{track="canary"}[5m]))');
  });

  test("rejects another value of a label of the selector, however it is quoted", () => {
    for (const query of [
      'x{track="stable"}',
      "x{track='stable'}",
      "x{track=`stable`}",
      'x{"track"="stable"}',
      'y + x{track="st\\x61ble"}',
    ])
      expect(() => inject(query)).toThrow(/requires track="stable"/);
    expect(inject('x{track="\\u0063anary"}')).toBe('x{track="\\u0063anary"}');
  });

  test("keeps a value from outside a value", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (value) => {
        const { query } = withMatchers("sum(rate(x[1m])) / y", [equals("track", value)]);
        expect(readSelector(/x\{.*?\}(?=\[1m\])/s.exec(query)![0]).matchers).toEqual([equals("track", value)]);
      }),
    );
  });
});

describe("withMatchers", () => {
  test("lists the metrics that a query reads", () => {
    expect(withMatchers('a + b{c="d"} / {__name__="e"} + {"f.g"} + a', CANARY).metrics).toEqual(["a", "b", "e", "f.g"]);
  });

  test("adds the matchers to each selector of any query, and changes nothing else", () => {
    fc.assert(
      fc.property(promql(), ({ query, selectors }) => {
        const injected = withMatchers(query, [equals("injected", "1")]).query;
        expect(injected.split('injected="1"')).toHaveLength(selectors + 1);
        expect(injected.replaceAll(/\{injected="1"\}|,?injected="1"/g, "")).toBe(query.replaceAll("{}", ""));
      }),
    );
  });

  test("fails for any text only with a reason", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary" }),
          fc
            .array(
              fc.constantFrom(
                "x",
                "sum",
                "by",
                "(",
                ")",
                "{",
                "}",
                "[",
                "]",
                '"',
                "'",
                "\\",
                ",",
                "=",
                "5m",
                " ",
                "#",
                "@",
                "on",
                ":",
              ),
            )
            .map((words) => words.join("")),
        ),
        (text) => {
          try {
            inject(text);
          } catch (error) {
            expect(error).toMatchObject({ verdict: "invalid" });
          }
        },
      ),
    );
  });

  test.each(["vector(0) # $selector", "sum(up) # {$selector}"])(
    "T44: rejects a query in which the placeholder selects nothing: %s",
    (query) => {
      expect(() => withMatchers(query, [matcher("track", "=", "canary")])).toThrow(
        "$selector is in no selector of the query",
      );
    },
  );
});

describe("readMatchers", () => {
  test.each([
    ['track="canary"', [equals("track", "canary")]],
    ["a='b', c!~\"d|e\"", [equals("a", "b"), matcher("c", "!~", "d|e")]],
  ])("reads: %s", (text, wanted) => {
    expect(readMatchers(text)).toEqual(wanted);
  });

  test.each(["", "a", 'a="b"} or {c="d"', '"up"', "a=b", '__name__="x"} # '])("rejects: %s", (text) => {
    expect(() => readMatchers(text)).toThrow(expect.objectContaining({ verdict: "invalid" }) as never);
  });
});

describe("readSelector", () => {
  test.each([
    ["x_total", "x_total", []],
    [' x_total{code=~"5.."} ', "x_total", [matcher("code", "=~", "5..")]],
    ['{__name__="x",a="b"}', "x", [equals("a", "b")]],
  ])("reads one selector: %s", (text, metric, matchers) => {
    expect(readSelector(text)).toEqual({ metric, matchers });
  });

  test.each([
    "rate(x[1m])",
    "x[1m]",
    "x offset 1m",
    "x or y",
    '{a="b"}',
    "-x",
    "(x)",
    "x + 1",
    "",
    '{"x",__name__="y"}',
    '{__name__="x",__name__="y"}',
    '{__name__="x",__name__!="x"}',
    '{__name__="",a="x"}',
  ])("rejects what is not a selector of one metric: %s", (text) => {
    expect(() => readSelector(text)).toThrow(expect.objectContaining({ verdict: "invalid" }) as never);
  });
});
