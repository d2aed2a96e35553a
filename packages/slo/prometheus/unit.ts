/** How many of a unit are a second, by the words for it. */
const UNITS: ReadonlyMap<string, number> = new Map(
  Object.entries({ minute: 1 / 60, second: 1, millisecond: 1e3, microsecond: 1e6, nanosecond: 1e9 }).flatMap(
    ([word, perSecond]) => [[word, perSecond] as const, [`${word}s`, perSecond] as const],
  ),
);
/** Only at the end of a name: elsewhere ms may be a microservice, and s anything. */
const SHORT: ReadonlyMap<string, number> = new Map([
  ...["s", "sec", "secs"].map((word) => [word, 1] as const),
  ...["ms", "msec", "msecs", "millis"].map((word) => [word, 1e3] as const),
  ...["us", "usec", "usecs", "micros"].map((word) => [word, 1e6] as const),
  ...["ns", "nsec", "nsecs", "nanos"].map((word) => [word, 1e9] as const),
]);
/** What may follow the unit: https://prometheus.io/docs/practices/naming/ */
const AFTER: readonly string[] = ["bucket", "histogram", "hist", "distribution"];

/**
 * How many of a histogram's unit are a second, from its name without `_bucket`, such as http_request_duration_seconds,
 * or else from the unit that its targets declare. Undefined if neither tells, or the name has several.
 */
export function unitsPerSecond(metric: string, declared: string | undefined): number | undefined {
  const words = metric.toLowerCase().split(/[^a-z0-9]+/);
  while (words.length > 1 && AFTER.includes(words.at(-1)!)) words.pop();
  const last = SHORT.get(words.length > 1 ? words.at(-1)! : "");
  const found = new Set([
    ...words.slice(1).flatMap((word) => UNITS.get(word) ?? []),
    ...(last === undefined ? [] : [last]),
  ]);
  if (found.size > 1) return undefined;
  const [named] = found;
  return named ?? UNITS.get(declared?.toLowerCase() ?? "");
}
