import fc from "fast-check";

export interface Query {
  readonly query: string;
  /** How many vector selectors it has. */
  readonly selectors: number;
}

/** Queries that Prometheus 2.42 parses, of any shape, and how many selectors each has. */
export function promql(): fc.Arbitrary<Query> {
  const space = fc.constantFrom("", " ", "\n", ' # up{x="1"} (\n');
  const text = fc.constantFrom('"a"', "'}'", "`{`", '"\\""', '"é # ,"', '"a|b"');
  const label = fc.constantFrom("job", "le", "by", "sum", "on", "a_1");
  const matchers = fc
    .array(fc.tuple(label, fc.constantFrom("=", "!=", "=~", "!~"), fc.constantFrom('"a"', "'b'", "`c`", '"}{"')), {
      maxLength: 3,
    })
    .map((list) =>
      list
        .map(
          ([name, operator, value]) => `${name}${operator}${value.replace("}{", operator.includes("~") ? "d" : "}{")}`,
        )
        .join(","),
    );
  const name = fc.constantFrom("up", "x_total", "job:rate:5m", "_a", "summer", "by_job", "offset_x", "infinite");
  const one = (query: fc.Arbitrary<string>): fc.Arbitrary<Query> =>
    query.map((given) => ({ query: given, selectors: 1 }));
  const vector = one(
    fc.oneof(
      name,
      fc.tuple(name, matchers).map(([metric, inside]) => `${metric}{${inside}}`),
      matchers.map((inside) => `{__name__="up"${inside === "" ? "" : `,${inside}`}}`),
    ),
  );
  const modified = fc
    .tuple(vector, fc.constantFrom("", " offset 5m", " offset -1h30m", " @ 123", " @ start()", " @ end() offset 1m"))
    .map(([{ query }, modifier]) => ({ query: query + modifier, selectors: 1 }));
  const labels = fc.uniqueArray(label, { maxLength: 2 }).map((list) => `(${list.join(", ")})`);
  const { expression } = fc.letrec<{ expression: Query }>((tie) => ({
    expression: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      modified,
      fc
        .tuple(
          fc.constantFrom("rate", "increase", "max_over_time"),
          vector,
          fc.constantFrom("[5m]", "[1h30m]", "[5m] offset 1m"),
        )
        .map(([call, { query }, range]) => ({ query: `${call}(${query}${range})`, selectors: 1 })),
      fc
        .tuple(tie("expression"), space)
        .map(([{ query, selectors }, gap]) => ({ query: `max_over_time((${gap}${query})[5m:30s])`, selectors })),
      fc
        .tuple(fc.constantFrom("sum", "MAX", "count", "avg"), labels, fc.boolean(), space, tie("expression"))
        .map(([call, list, first, gap, { query, selectors }]) => ({
          query: first ? `${call} by${gap}${list} (${query})` : `${call}(${gap}${query}) without ${list}`,
          selectors,
        })),
      fc
        .tuple(
          tie("expression"),
          fc.constantFrom(
            "+",
            "/",
            "== bool",
            "and",
            "or on(job)",
            "unless ignoring (le)",
            "* on (job) group_left (a_1)",
            ">",
          ),
          tie("expression"),
          space,
        )
        .map(([left, operator, right, gap]) => ({
          query: `(${left.query})${gap} ${operator} ${gap}(${right.query})`,
          selectors: left.selectors + right.selectors,
        })),
      fc.tuple(tie("expression"), text).map(([{ query, selectors }, value]) => ({
        query: `label_replace(${query}, "a", ${value}, "job", "(.*)")`,
        selectors,
      })),
      fc
        .tuple(tie("expression"), fc.constantFrom("topk(3, ", "quantile(0.9, ", "abs(", "-(", "clamp(time() * 0 + "))
        .map(([{ query, selectors }, call]) => ({
          query: call.startsWith("clamp") ? `clamp(${query}, -Inf, 1e3)` : `${call}${query})`,
          selectors,
        })),
    ),
  }));
  return expression;
}
