import { describe, expect, test } from "@jest/globals";
import type { Answer, Prometheus, QueryResult } from "@release-actions/prometheus";
import { hurriedClock } from "../../test/worlds/publish-release.ts";
import { checkQuery } from "./check-query.ts";
import type { SmokeRun } from "./context.ts";

const CALLED = 1_000_000;
const SPEC = { name: "q", query: "sum(calls_total)", after: ["call"], seenBy: "calls_total", expect: { min: 1 } };

/** Two processes count calls; the answers are of a server whose clock is ours. `seen`: seconds after the call. */
function prometheus(clock: { now(): number }, seen: readonly number[], incomplete: readonly string[]): Prometheus {
  const sample = (value: number) => ({ labels: {}, time: 0, value });
  const answer = (value: QueryResult, warnings: readonly string[] = []): Answer<QueryResult> => ({
    value,
    warnings,
    infos: [],
    date: undefined,
  });
  return {
    query: async (query: string) => {
      if (query === "time()") return answer({ kind: "scalar", sample: { time: 0, value: clock.now() / 1000 } });
      const stamps = seen.map((after) => sample(CALLED / 1000 + after));
      if (query.startsWith("timestamp(")) return answer({ kind: "vector", series: stamps }, incomplete);
      return answer({ kind: "vector", series: [sample(1)] });
    },
  } as unknown as Prometheus;
}

function check(seen: readonly number[], incomplete: readonly string[] = []) {
  const clock = hurriedClock();
  const run = {
    http: () => ({ close: () => undefined }),
    prometheus: () => prometheus(clock, seen, incomplete),
    clock,
    signal: new AbortController().signal,
    limits: { timeout: 1_000, retries: 0 },
    timeLeft: () => 60_000,
  } as unknown as SmokeRun;
  return checkQuery(run, "http://prometheus.example.com", { ...SPEC, within: 10_000 }, CALLED);
}

describe("checkQuery, after a call", () => {
  test.each<[string, readonly number[], readonly string[], string]>([
    ["all that count were scraped after it", [1, 2], [], "pass"],
    ["one of them was not", [1, -1], [], "fail"],
    ["gates F3: those that are listed were, and the list is incomplete", [1], ["isPartial"], "unknown"],
    ["gates F3: none is listed, and the list is incomplete", [], ["isPartial"], "unknown"],
    ["none is listed", [], [], "fail"],
  ])("%s", async (_, seen, incomplete, result) => {
    expect(await check(seen, incomplete)).toMatchObject({ result });
  });
});
