import { describe, expect, test } from "@jest/globals";
import type { OpsSetup } from "../../test/stand-ins/opsconductor/index.ts";
import { wrongIn } from "../../test/worlds/smoke.ts";
import { always, reply, said, useSmokeWorld } from "../../test/worlds/use-smoke-world.ts";

const { open } = useSmokeWorld();

describe("Prometheus", () => {
  test.each<[string, OpsSetup, string]>([
    [
      "does not answer",
      { faults: { prometheus: always({ kind: "refuse" }, "/api/v1") } },
      "Prometheus prometheus: no-answer",
    ],
    [
      "is starting",
      { faults: { prometheus: always(reply(503, "Service Unavailable", "text/plain"), "/api/v1") } },
      "Prometheus prometheus: no-answer",
    ],
    ["gates F3: marks its answer as partial", { isPartial: true }, "Prometheus prometheus: query"],
    ["warns that its answer is incomplete", { warnings: ["store c did not answer"] }, "Prometheus prometheus: query"],
  ])("%s: undecided", async (_, setup, found) => {
    const { run } = await open(setup);
    const result = await run();
    expect([result.verdict, result.exitCode, wrongIn(result)]).toEqual(["undecided", 3, [found]]);
  });

  const query = (url: string, more: object) => ({
    environment: "",
    suite: JSON.stringify({ prometheus: { url }, queries: [{ name: "q", query: "up", expect: { min: 1 }, ...more }] }),
  });

  test.each<[string, object, string, string]>([
    ["an empty answer", { query: "down" }, "refused", "gives nothing, and nothing proves nothing"],
    ["a value below", { expect: { min: 2 } }, "refused", "is 1, expected at least 2"],
    ["a query that it cannot read", { query: "sum(" }, "invalid", "parse error"],
    ["a value as expected", {}, "passed", "passed"],
  ])("%s", async (_, more, verdict, words) => {
    const { run, services } = await open();
    const result = await run(query(services.urls.prometheus, more));
    expect(result.verdict).toBe(verdict);
    expect(said(result)).toContain(words);
  });

  test("a query that hangs is ended in time", async () => {
    const { run } = await open({ faults: { prometheus: always({ kind: "hang" }, "/api/v1") } });
    expect(wrongIn(await run({ timeout: "300ms", retries: "1" }))).toEqual(["Prometheus prometheus: no-answer"]);
  });

  test("NaN never passes", async () => {
    const { run, services } = await open({
      faults: {
        prometheus: always(
          reply(200, {
            status: "success",
            data: { resultType: "vector", result: [{ metric: {}, value: [1, "NaN"] }] },
          }),
          "/api/v1",
        ),
      },
    });
    for (const expectation of [{ min: 0 }, { max: 5 }]) {
      const result = await run(query(services.urls.prometheus, { expect: expectation }));
      expect([result.verdict, said(result).includes("is NaN")]).toEqual(["refused", true]);
    }
  });

  test("what was counted long ago does not prove the call", async () => {
    const { run } = await open({ before: [100], scrapeEvery: null });
    expect((await run()).verdict).toBe("refused");
  });
});
