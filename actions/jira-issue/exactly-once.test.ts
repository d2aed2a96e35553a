import { afterEach, describe, expect, test } from "@jest/globals";
import { effects } from "../../test/stand-ins/forge/index.ts";
import type { Deployment } from "../../test/stand-ins/jira/index.ts";
import { NEW_ISSUE, openJiraWorld, TITLE } from "../../test/worlds/jira-issue.ts";
import type { JiraWorld } from "../../test/worlds/jira-issue.ts";

let world: JiraWorld;
afterEach(() => world.close());

const KINDS: readonly Deployment[] = ["cloud", "datacenter"];
const CREATION = { method: "POST", path: "/\\/issue$/" };
const HOUR = 3_600_000;

/** Issues that others make meanwhile. */
async function others(count: number): Promise<void> {
  const fields = { project: { key: "AAP" }, issuetype: { name: "Story" }, summary: "Other" };
  for (let at = 0; at < count; at += 1) await world.post("/issue", { fields });
}

describe.each(KINDS)("%s", (kind) => {
  test("security 5.3: adopts the issue after a lost response, before the search shows it", async () => {
    world = await openJiraWorld(kind, { searchLagMs: HOUR });
    world.jira.faults.add({ ...CREATION, effect: { kind: "lose-reply" } });
    const result = await world.run({ ...NEW_ISSUE, comment: "Once" });
    expect(result).toMatchObject({ verdict: "done", outputs: { key: "AAP-1", created: "true" } });
    expect(world.issues()).toHaveLength(1);
    expect(world.issues()[0]!.comments).toHaveLength(1);
  });

  test("finds the issue of a killed run before the search shows it", async () => {
    // Two numbers are missing, and others made issues before it and after.
    world = await openJiraWorld(kind, { searchLagMs: HOUR, projects: [{ key: "AAP", next: 3 }] });
    await others(4);
    await world.run();
    await others(2);
    const again = await world.run();
    expect(again).toMatchObject({ verdict: "unchanged", outputs: { key: "AAP-7", created: "false" } });
    expect(world.issues()).toHaveLength(7);
  });

  test("502 before the effect: searches for the issue during the search lag, never creates it twice and ends as unknown", async () => {
    world = await openJiraWorld(kind);
    world.jira.faults.add({ ...CREATION, effect: effects.status(502) });
    const before = world.clock.monotonic();
    const result = await world.run({ ...NEW_ISSUE, "search-lag": "2m" });
    expect(result).toMatchObject({ verdict: "unknown", exitCode: 4 });
    expect(world.clock.monotonic() - before).toBeGreaterThanOrEqual(120_000);
    expect(world.writes()).toHaveLength(1);
    const report = result.lines.join("\n");
    expect(report).toContain(`perhaps the issue "${TITLE}", with the label release-actions-`);
    expect(report).toContain(`/issues/?jql=${encodeURIComponent("labels = ")}`);
    expect(await world.run()).toMatchObject({ verdict: "done", outputs: { created: "true" } });
    expect(world.issues()).toHaveLength(1);
  });

  test("adopts an issue that only the search shows, late", async () => {
    // Another three numbers are missing before it, so that only the search leads to it.
    world = await openJiraWorld(kind, { searchLagMs: 30_000, projects: [{ key: "AAP", next: 5 }] });
    world.jira.faults.add({ ...CREATION, effect: { kind: "lose-reply" } });
    const result = await world.run();
    expect(result).toMatchObject({ verdict: "done", outputs: { key: "AAP-5" } });
    expect(result.lines.join("\n")).toContain("is not visible yet");
    expect(world.issues()).toHaveLength(1);
  });

  test("429 with Retry-After: waits and creates the issue once", async () => {
    world = await openJiraWorld(kind);
    world.jira.faults.add({ ...CREATION, effect: effects.rateLimited({ status: 429, seconds: 7 }) });
    const before = world.clock.monotonic();
    expect(await world.run()).toMatchObject({ verdict: "done" });
    expect(world.clock.monotonic() - before).toBeGreaterThanOrEqual(7_000);
    expect(world.issues()).toHaveLength(1);
  });

  test("429 for longer than the retry limit: is undecided, shows the time and creates nothing", async () => {
    world = await openJiraWorld(kind);
    world.jira.faults.add({ ...CREATION, times: null, effect: effects.rateLimited({ status: 429, seconds: 3_600 }) });
    const result = await world.run();
    expect(result).toMatchObject({ verdict: "undecided", exitCode: 3 });
    expect(result.lines.join("\n")).toContain("try again at");
    expect(world.issues()).toEqual([]);
  });

  test("two concurrent runs: the second one and all later ones name the issue to keep", async () => {
    world = await openJiraWorld(kind, { latencyMs: 15, searchLagMs: HOUR });
    const runs = await Promise.all([world.run(), world.run()]);
    expect(world.issues()).toHaveLength(2);
    expect(runs.map(({ verdict }) => verdict).toSorted()).toEqual(["done", "refused"]);
    const late = runs.find(({ verdict }) => verdict === "refused")!;
    expect(late.lines.join("\n")).toContain("Keep AAP-1, the oldest. Close AAP-2 as a duplicate");
    const third = await world.run();
    expect(third.verdict).toBe("refused");
    expect(third.lines.join("\n")).toContain("Keep AAP-1");
    expect(world.issues()).toHaveLength(2);
  });

  test("does not add a comment again after a lost response", async () => {
    world = await openJiraWorld(kind);
    await world.run();
    world.jira.faults.add({ method: "POST", path: "/comment", effect: { kind: "lose-reply" } });
    const result = await world.run({ key: "AAP-1", comment: "Merged" });
    expect(result).toMatchObject({ verdict: "done", outputs: { commented: "true" } });
    expect(world.issues()[0]!.comments).toHaveLength(1);
  });

  test("makes a transition once after a lost response", async () => {
    world = await openJiraWorld(kind);
    await world.run();
    world.jira.faults.add({ method: "POST", path: "/transitions", effect: { kind: "lose-reply" } });
    expect(await world.run({ key: "AAP-1", transition: "done" })).toMatchObject({
      verdict: "done",
      outputs: { transitioned: "true" },
    });
    expect(world.writes().filter((write) => write.endsWith("/transitions"))).toHaveLength(1);
    expect(world.issues()[0]!.status).toBe("Done");
  });

  test("outputs the key if a later step fails, and running again does the rest", async () => {
    world = await openJiraWorld(kind);
    world.jira.faults.add({ method: "POST", path: "/comment", times: null, effect: effects.status(403) });
    const all = { ...NEW_ISSUE, comment: "Once", link: "https://gitlab.example/1" };
    const broken = await world.run(all);
    expect(broken).toMatchObject({ verdict: "refused", outputs: { key: "AAP-1", created: "true" } });
    expect(broken.outputs["url"]).toContain("/browse/AAP-1");
    world.jira.faults.clear();
    expect(await world.run(all)).toMatchObject({
      verdict: "done",
      outputs: { key: "AAP-1", created: "false", commented: "true" },
    });
    expect(world.issues()).toHaveLength(1);
    expect(world.issues()[0]).toMatchObject({ comments: [{}], links: [{}] });
  });

  test.each([
    ["issue", { ...NEW_ISSUE }],
    ["comment", { key: "AAP-1", comment: "Once" }],
    ["remotelink", { key: "AAP-1", link: "https://gitlab.example/1" }],
    ["transitions", { key: "AAP-1", transition: "Done" }],
  ])(
    "the answer to a new %s is lost, and then the credential expires: unknown, never invalid",
    async (path, inputs) => {
      world = await openJiraWorld(kind);
      await others(1);
      world.jira.faults.add({ method: "POST", path: `/\\/${path}$/`, effect: { kind: "lose-reply" } });
      const expire = () => world.jira.faults.add({ times: null, effect: effects.status(401) });
      const result = await world.run(inputs, {
        onLine: (line) => void (line.includes("; looking for ") && expire()),
      });
      expect(result).toMatchObject({ verdict: "unknown", exitCode: 4 });
    },
  );

  test("an issue that cannot be read after its creation: is unknown, with key and URL", async () => {
    world = await openJiraWorld(kind);
    world.jira.faults.add({
      method: "GET",
      path: "/\\/issue\\/AAP-1\\?/",
      nth: 2,
      times: null,
      effect: effects.status(503),
    });
    const result = await world.run({ ...NEW_ISSUE, comment: "Once" });
    expect(result).toMatchObject({ verdict: "unknown", exitCode: 4, outputs: { key: "AAP-1", created: "true" } });
    expect(result.summary).toContain("What exists");
    expect(result.summary).toContain(`/browse/AAP-1`);
    world.jira.faults.clear();
    expect(await world.run({ ...NEW_ISSUE, comment: "Once" })).toMatchObject({
      verdict: "done",
      outputs: { key: "AAP-1", created: "false" },
    });
    expect(world.issues()).toHaveLength(1);
  });

  test("interrupted during the creation: is unknown and reports what may exist", async () => {
    world = await openJiraWorld(kind);
    const abort = new AbortController();
    world.jira.faults.add({ ...CREATION, effect: { kind: "hang", processed: true } });
    const running = world.run(NEW_ISSUE, { interrupt: abort.signal });
    while (world.issues().length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    abort.abort();
    const result = await running;
    expect(result.verdict).toBe("unknown");
    expect(result.lines.join("\n")).toContain(`perhaps the issue "${TITLE}"`);
  });
});

describe("the search for the issue", () => {
  test("covers all projects, so that a moved issue is found", async () => {
    world = await openJiraWorld("cloud", { projects: [{ key: "AAP" }, { key: "OLD" }] });
    await world.run({ ...NEW_ISSUE, "unique-key": "release 1" });
    const search = world.jira.ledger.find(({ url }) => url.includes("labels"))!;
    expect(decodeURIComponent(search.url)).not.toContain("project");
  });

  test("uses a separate key per project", async () => {
    world = await openJiraWorld("cloud", { projects: [{ key: "AAP" }, { key: "OPS" }] });
    for (const project of ["AAP", "OPS", "aap"]) await world.run({ project, title: "x", "unique-key": "release 1" });
    expect(world.issues().map(({ key }) => key)).toEqual(["AAP-1", "OPS-1"]);
  });
});
