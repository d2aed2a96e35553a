import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import { git } from "../../test/repositories.ts";
import {
  deployFile,
  FILE,
  makeReleasedCode,
  openWorld,
  OTHER,
  PROD,
  TOKEN,
  UPSTREAM,
} from "../../test/worlds/bump-appinterface-ref.ts";
import type { ReleasedCode, World } from "../../test/worlds/bump-appinterface-ref.ts";

let code: ReleasedCode;
let world: World;
beforeAll(() => void (code = makeReleasedCode()));
afterAll(() => code.sandbox.remove());
afterEach(() => world.close());

const BRANCH = "aa-release-2025-01-15";
/** The requests of a fresh bump, from 1. */
const COMMIT = 6;
/** From a commit that is stale to the next one. */
const ROUND = 9;

async function branches(): Promise<string[]> {
  return Object.keys((await world.standIn.endState())[UPSTREAM]?.branches ?? {}).filter((name) => name !== "master");
}

/** Does this when that request comes; the connection is lost then. */
function when(request: number, moment: "before" | "after", doThis: () => unknown): void {
  world.standIn.faults.killAt(world.standIn.ledger.length + request, moment, async () => void (await doThis()));
}

describe("T22: running again", () => {
  test("finds branch and merge request and writes nothing", async () => {
    world = await openWorld(code);
    const first = await world.run();
    world.forget();
    const { verdict, outputs } = await world.run();
    expect([verdict, world.writes()]).toEqual(["unchanged", []]);
    expect(outputs).toMatchObject({
      changed: "false",
      branch: BRANCH,
      commit: first.outputs["commit"],
      "mr-iid": "1",
      "mr-url": first.outputs["mr-url"],
    });
    expect(world.mergeRequests()).toHaveLength(1);
  });

  test("updates title and text that have changed, and keeps the rest", async () => {
    world = await openWorld(code);
    await world.run({ labels: "production" });
    world.forget();
    const { verdict } = await world.run({ title: "{jira-key} again" });
    expect([verdict, world.writes()]).toEqual(["done", ["PUT /merge_requests/1"]]);
    expect(world.mergeRequests()).toMatchObject([{ title: "AAP-12345 again", labels: ["production"] }]);
  });

  test("leaves what people have edited, such as a ticked box", async () => {
    world = await openWorld(code);
    await world.run();
    const description = world.mergeRequests()[0]!.description.replace("- [ ] The team", "- [x] The team");
    world.standIn.change(UPSTREAM, 1, { description });
    world.forget();
    const { verdict, lines } = await world.run({ title: "{jira-key} again" });
    expect([verdict, world.writes()]).toEqual(["unchanged", []]);
    expect(world.mergeRequests()[0]?.description).toBe(description);
    expect(lines).toContainEqual(expect.stringMatching(/^warning: .*edited by someone/));
  });

  test("another day continues with the day of the merge request, unless one is given", async () => {
    world = await openWorld(code);
    await world.run();
    world.forget();
    const { outputs } = await world.run({ date: "" });
    expect([outputs["branch"], world.writes()]).toEqual([BRANCH, []]);
    await world.run({ date: "2025-01-16" });
    expect([world.mergeRequests()[0]?.title, await branches()]).toEqual([
      "AAP-12345 - 2025-01-16 Analytics HCC Service Release",
      [BRANCH],
    ]);
  });

  test("nothing is left to do once it is merged", async () => {
    world = await openWorld(code);
    await world.run();
    world.standIn.change(UPSTREAM, 1, { state: "merged" });
    await world.deploy({ main: code.ref, billing: OTHER });
    world.forget();
    const { verdict, outputs } = await world.run();
    expect([verdict, world.writes(), outputs["diff"], outputs["old-ref"]]).toEqual(["unchanged", [], "", code.ref]);
  });

  test("continues with a branch without a merge request, as a killed run leaves it", async () => {
    world = await openWorld(code);
    await world.run();
    world.standIn.change(UPSTREAM, 1, { state: "closed" });
    const { verdict, outputs } = await world.run();
    expect([verdict, outputs["mr-iid"], await branches()]).toEqual(["done", "2", [BRANCH]]);
  });

  test("a merge request whose hidden line was removed is found by its branch", async () => {
    world = await openWorld(code);
    await world.run();
    world.standIn.change(UPSTREAM, 1, { description: "In other words" });
    world.forget();
    const { verdict, outputs } = await world.run();
    expect([verdict, outputs["mr-iid"], world.writes()]).toEqual(["unchanged", "1", []]);
    expect(world.mergeRequests()).toMatchObject([{ description: "In other words" }]);
  });

  test("a merge request whose branch is gone gets it back", async () => {
    world = await openWorld(code);
    await world.run();
    git(world.standIn.repositories[UPSTREAM]!, ["update-ref", "-d", `refs/heads/${BRANCH}`]);
    world.forget();
    expect(await world.run()).toMatchObject({ verdict: "done" });
    expect(world.writes()).toEqual(["POST /repository/commits"]);
    expect(world.mergeRequests()).toHaveLength(1);
  });

  test("another person's commit on the branch is never lost", async () => {
    world = await openWorld(code);
    await world.run();
    const theirs = await world.standIn.push(UPSTREAM, BRANCH, { "README.md": "# Theirs\n" });
    world.forget();
    const { verdict, lines } = await world.run();
    expect([verdict, world.writes()]).toEqual(["refused", []]);
    expect(lines.join("\n")).toContain("holds something else");
    expect(git(world.standIn.repositories[UPSTREAM]!, ["rev-parse", BRANCH])).toBe(theirs);
  });

  test("a merge request of another project's branch with our hidden line is not treated as ours", async () => {
    world = await openWorld(code);
    await world.run();
    world.standIn.change(UPSTREAM, 1, { sourceProject: "release-bot/app-interface" });
    const { verdict, outputs } = await world.run();
    expect([verdict, outputs["mr-iid"]]).toEqual(["done", "2"]);
  });
});

describe("T18: the branch's name", () => {
  const empty = { "README.md": "# Other\n" };

  test.each<[string, string[], string]>([
    ["none", [], BRANCH],
    ["the name itself", [BRANCH], `${BRANCH}-v2`],
    ["v1 and v3", [`${BRANCH}-v1`, `${BRANCH}-v3`], `${BRANCH}-v4`],
    ["itself, v2, v10", [BRANCH, `${BRANCH}-v2`, `${BRANCH}-v10`], `${BRANCH}-v11`],
    ["a longer name", [`${BRANCH}-hotfix-v7`, `${BRANCH}-v`, `${BRANCH}-v02`, `${BRANCH.toUpperCase()}-v9`], BRANCH],
  ])("%s", async (_, names, expected) => {
    world = await openWorld(code);
    for (const name of names) await world.standIn.push(UPSTREAM, name, empty);
    const { outputs } = await world.run();
    expect(outputs["branch"]).toBe(expected);
    const heads = await Promise.all(
      names.map(async (name) => (await world.standIn.endState())[UPSTREAM]?.branches[name]?.files),
    );
    expect(heads).toEqual(names.map(() => empty));
  });

  test("one that is taken at the last moment is left alone, and the next one is used", async () => {
    world = await openWorld(code);
    when(COMMIT, "before", () => world.standIn.push(UPSTREAM, BRANCH, empty));
    const { verdict, outputs, lines } = await world.run();
    expect([verdict, outputs["branch"]]).toEqual(["done", `${BRANCH}-v2`]);
    expect(lines.join("\n")).toContain("taken meanwhile");
  });

  test.each<[string, (file: string) => Record<string, string>[]]>([
    ["this change and another", (file) => [{ [FILE]: file, "README.md": "# Theirs\n" }]],
    ["this change on another person's commit", (file) => [{ "README.md": "# Theirs\n" }, { [FILE]: file }]],
    ["this change and more in the file", (file) => [{ [FILE]: `${file}# more\n` }]],
  ])("a branch of the name that holds %s is not ours", async (_, pushes) => {
    world = await openWorld(code);
    const wanted = deployFile({ main: code.ref, billing: OTHER });
    for (const files of pushes(wanted)) await world.standIn.push(UPSTREAM, BRANCH, files);
    const { verdict, outputs } = await world.run();
    expect([verdict, outputs["branch"], await world.onBranch(`${BRANCH}-v2`)]).toEqual([
      "done",
      `${BRANCH}-v2`,
      wanted,
    ]);
  });

  test("the name is a template", async () => {
    world = await openWorld(code);
    expect((await world.run({ branch: "{jira-key}/{short-ref}" })).outputs["branch"]).toBe(
      `AAP-12345/${code.ref.slice(0, 12)}`,
    );
  });
});

describe("T19: when master moves", () => {
  const changed = (): string =>
    deployFile({ main: code.old, billing: OTHER }).replace("# not the stage's", "# changed");
  const wanted = (): string => changed().replace(code.old, code.ref);

  test("between reading and writing, everything is read and applied again", async () => {
    world = await openWorld(code);
    let head = "";
    when(COMMIT, "before", async () => (head = await world.deploy(changed())));
    const { verdict, outputs, lines } = await world.run();
    expect([verdict, await world.onBranch(BRANCH)]).toEqual(["done", wanted()]);
    expect(git(world.standIn.repositories[UPSTREAM]!, ["rev-parse", `${outputs["commit"]}^`])).toBe(head);
    expect(lines.join("\n")).toContain("reading everything again");
  });

  test("again and again: it gives up, and nothing is written", async () => {
    world = await openWorld(code);
    for (let round = 0; round < 4; round += 1) {
      when(COMMIT + round * ROUND, "before", () => world.deploy(`${changed()}# ${round}\n`));
    }
    const { verdict, lines } = await world.run();
    expect(verdict).toBe("undecided");
    expect(lines.join("\n")).toContain("moved 4 times");
    expect([await branches(), world.mergeRequests()]).toEqual([[], []]);
  });

  test("elsewhere, an earlier run's merge request stays as it is", async () => {
    world = await openWorld(code);
    await world.run();
    await world.standIn.push(UPSTREAM, "master", { "README.md": "# Newer\n" });
    world.forget();
    expect(await world.run()).toMatchObject({ verdict: "unchanged" });
    expect(world.writes()).toEqual([]);
  });

  test("in the file, an earlier run's branch is replaced for the same merge request", async () => {
    world = await openWorld(code);
    await world.run();
    await world.deploy(changed());
    const { verdict, outputs } = await world.run();
    expect([verdict, outputs["mr-iid"], outputs["branch"]]).toEqual(["done", "1", BRANCH]);
    expect(await world.onBranch(BRANCH)).toBe(wanted());
    expect(world.mergeRequests()).toHaveLength(1);
  });

  test("to another ref meanwhile, ancestry is judged again", async () => {
    world = await openWorld(code);
    when(COMMIT, "before", () => world.deploy({ main: code.aside, billing: OTHER }));
    const { verdict } = await world.run();
    expect([verdict, await branches(), world.mergeRequests()]).toEqual(["refused", [], []]);
  });

  test("to the same ref meanwhile, nothing is left to do", async () => {
    world = await openWorld(code);
    when(COMMIT, "before", () => world.deploy({ main: code.ref, billing: OTHER }));
    expect(await world.run()).toMatchObject({ verdict: "unchanged" });
    expect([await branches(), world.mergeRequests()]).toEqual([[], []]);
  });
});

describe("superseded", () => {
  const older = (): Record<string, string> => ({
    ref: git(`${code.workspace}/backend`, ["rev-parse", "feature"]),
    date: "2025-01-14",
  });

  test("older merge requests for the same targets are listed, and stay", async () => {
    world = await openWorld(code);
    await world.run(older());
    const { verdict, outputs } = await world.run();
    expect([verdict, outputs["mr-iid"]]).toEqual(["done", "2"]);
    expect(JSON.parse(outputs["superseded"] ?? "")).toEqual([
      { iid: "1", url: expect.stringContaining("/1"), closed: false },
    ]);
    expect(world.mergeRequests().map(({ state }) => state)).toEqual(["opened", "opened"]);
  });

  test("close-superseded closes them, and only them", async () => {
    world = await openWorld(code, { file: deployFile({ main: code.old, billing: code.old }) });
    const billing = `- { template: tower-analytics-clowdapp-billing }`;
    await world.run(older());
    await world.run({ ...older(), targets: billing, branch: "billing" });
    await world.run({
      ...older(),
      targets: `- { template: tower-analytics-clowdapp, namespace: ${PROD} }\n${billing}`,
      branch: "both",
    });
    const { outputs, lines } = await world.run({ "close-superseded": "true" });
    expect(world.mergeRequests().map(({ state }) => state)).toEqual(["closed", "opened", "opened", "opened"]);
    expect(JSON.parse(outputs["superseded"] ?? "")).toMatchObject([{ iid: "1", closed: true }]);
    expect(lines).toContainEqual(expect.stringMatching(/^warning: !3 .*some of these targets and others/));
    world.forget();
    expect(await world.run({ "close-superseded": "true" })).toMatchObject({ verdict: "unchanged" });
    expect(world.writes()).toEqual([]);
  });

  test("they are closed even if nothing else is left to do", async () => {
    world = await openWorld(code);
    await world.run(older());
    await world.deploy({ main: code.ref, billing: OTHER });
    const { verdict, outputs } = await world.run({ "close-superseded": "true" });
    expect([verdict, outputs["changed"], outputs["mr-iid"]]).toEqual(["done", "true", ""]);
    expect(world.mergeRequests().map(({ state }) => state)).toEqual(["closed"]);
  });

  test("another person's merge request that names the file, and automatic promotions, are reported", async () => {
    world = await openWorld(code, {
      file: deployFile({ main: code.old, billing: OTHER }).replace(
        "    ref: main ",
        "    promotion: { auto: true }\n    ref: main ",
      ),
    });
    for (const [branch, title, description] of [
      ["a", "Raise memory", FILE],
      ["b", "[SAPM] auto-promotion ID 1", "channels"],
    ] as const) {
      await world.standIn.push(UPSTREAM, branch, { "README.md": branch });
      const body = JSON.stringify({ source_branch: branch, target_branch: "master", title, description });
      await fetch(`${world.standIn.apiUrl}/projects/${encodeURIComponent(UPSTREAM)}/merge_requests`, {
        method: "POST",
        headers: { "private-token": TOKEN, "content-type": "application/json" },
        body,
      });
    }
    const { verdict, lines } = await world.run();
    expect(verdict).toBe("done");
    expect(lines.filter((line) => line.startsWith("warning"))).toEqual([
      expect.stringContaining("!1 by release-bot (Raise memory) names the same file"),
      expect.stringContaining("!2 by release-bot ([SAPM] auto-promotion ID 1) is an automatic promotion"),
    ]);
  });
});

describe("a failure after the first write states what exists", () => {
  test("a rejected merge request leaves the branch, named, and ends as unknown; the next run continues", async () => {
    world = await openWorld(code);
    world.standIn.faults.add({
      method: "POST",
      path: "/merge_requests",
      effect: {
        kind: "reply",
        status: 403,
        headers: { "content-type": "application/json" },
        body: '{"message":"403 Forbidden"}',
      },
    });
    const { verdict, summary } = await world.run();
    expect(verdict).toBe("unknown");
    expect(summary).toMatch(/What exists[^]*aa-release-2025-01-15[^]*not known to exist[^]*the merge request/);
    expect(await world.run()).toMatchObject({ verdict: "done" });
    expect([await branches(), world.mergeRequests().length]).toEqual([[BRANCH], 1]);
  });

  test("security 5.10: a signal after the commit reports what exists, what does not, and the next step", async () => {
    world = await openWorld(code);
    const interrupt = new AbortController();
    when(COMMIT, "after", () => interrupt.abort());
    const { verdict, exitCode, summary } = await world.run({}, { interrupt: interrupt.signal });
    expect([verdict, exitCode]).toEqual(["unknown", 4]);
    expect(summary).toMatch(/not known to exist[^]*the merge request[^]*Next[^]*again/);
    expect(await world.run()).toMatchObject({ verdict: "done" });
    expect([await branches(), world.mergeRequests().length]).toEqual([[BRANCH], 1]);
  });

  test("a rejected commit has changed nothing", async () => {
    world = await openWorld(code);
    world.standIn.faults.add({
      method: "POST",
      path: "/commits",
      effect: {
        kind: "reply",
        status: 403,
        headers: { "content-type": "application/json" },
        body: '{"message":"403 Forbidden"}',
      },
    });
    const { verdict } = await world.run();
    expect([verdict, await branches()]).toEqual(["invalid", []]);
  });
});
