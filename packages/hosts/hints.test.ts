import { describe, expect, test } from "@jest/globals";
import { defineAction, invalid, NO_ENDPOINTS, undecided, type Action } from "@release-actions/action";
import { runInMemory } from "./index.ts";

function actionThat(fails: () => Error): Action {
  return defineAction({
    name: "a",
    description: "",
    inputs: {},
    outputs: {},
    permissions: { github: {}, gitlab: "" },
    endpoints: NO_ENDPOINTS,
    services: ["kubernetes"],
    changes: false,
    run: async () => {
      throw fails();
    },
  });
}

const HINT = "Hint: The token has expired";

describe("hints", () => {
  test("T30: shows the hint under the error, after the remedy, in the log and in the summary", async () => {
    const run = await runInMemory(
      actionThat(() => invalid("api.example answered 401 Unauthorized", { remedy: "Renew the token." })),
    );
    expect(run.lines.join("\n")).toMatch(
      /^error: api\.example answered 401 Unauthorized\nRenew the token\.\nHint: The token has expired.*\n {2}oc login --web\n/,
    );
    expect(run.summary).toMatch(/What to do:\*\*[^]*Hint:\*\* The token has expired[^]*`oc login --web`/);
    expect(run).toMatchObject({ verdict: "invalid", exitCode: 2 });
  });

  test("T30: shows a hint for each of several problems, and none twice", async () => {
    const problems = [
      { what: "snapshots: Unauthorized", remedy: "One." },
      { what: "releases: Unauthorized", remedy: "Two." },
      { what: "dial tcp: no route to host" },
      { what: "something else" },
    ];
    const { lines, summary } = await runInMemory(actionThat(() => undecided("4 problems", { problems })));
    const log = lines.join("\n");
    expect(log.split("Hint:")).toHaveLength(3);
    expect(log).toMatch(
      /One\.\nHint: The token[^]*error: releases: Unauthorized\nTwo\.\nerror: dial tcp: no route to host\nHint: Is the VPN/,
    );
    expect(summary.split("Hint:")).toHaveLength(3);
  });

  test("T30: shows a repository's own hints first, and reads them only after a failure", async () => {
    const asked: (string | undefined)[] = [];
    const ownHints = async (config: string | undefined) => {
      asked.push(config);
      return [
        { service: "any" as const, match: "unauthorized", hint: "x" },
        { service: "kubernetes" as const, match: "unauthorized", hint: "Ask \u001b[31mann ::error::" },
      ];
    };
    const { lines } = await runInMemory(
      actionThat(() => invalid("Unauthorized")),
      { ownHints, inputs: { config: "c.yml" } },
    );
    expect(lines.join("\n")).toContain("Hint: Ask <U+001B>[31mann ::error::");
    expect(asked).toEqual(["c.yml"]);
    const good: Action = { ...actionThat(() => invalid("")), run: async () => ({ verdict: "passed" }) };
    await runInMemory(good, { ownHints });
    expect(asked).toHaveLength(1);
  });

  test("T30: ends the same way if hints cannot be read", async () => {
    const run = await runInMemory(
      actionThat(() => invalid("Unauthorized")),
      { ownHints: async () => Promise.reject(new Error("broken")) },
    );
    expect(run.verdict).toBe("invalid");
    expect(run.lines.join("\n")).toContain(HINT);
  });
});
