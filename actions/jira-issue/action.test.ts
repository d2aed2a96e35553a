import { afterEach, describe, expect, test } from "@jest/globals";
import { richText } from "@release-actions/jira";
import type { Deployment } from "../../test/stand-ins/jira/index.ts";
import { EMAIL, NEW_ISSUE, openJiraWorld, SECRET, TITLE } from "../../test/worlds/jira-issue.ts";
import type { JiraWorld } from "../../test/worlds/jira-issue.ts";

let world: JiraWorld;
afterEach(() => world.close());

const KINDS: readonly Deployment[] = ["cloud", "datacenter"];
const ALL = {
  ...NEW_ISSUE,
  description: "Releases **abc**\n\n- one\n",
  comment: "App-Interface MR created: https://gitlab.example/x/-/merge_requests/1",
  link: "Merge request | https://gitlab.example/x/-/merge_requests/1",
  transition: "In Progress",
};

describe.each(KINDS)("%s", (kind) => {
  test("T23: creates the issue with link, comment and transition, and outputs the key", async () => {
    world = await openJiraWorld(kind);
    const result = await world.run(ALL);
    expect(result.lines.join("\n")).toContain("AAP-1");
    expect(result).toMatchObject({ verdict: "done", exitCode: 0 });
    expect(result.outputs).toMatchObject({
      key: "AAP-1",
      url: `${world.jira.url}/browse/AAP-1`,
      created: "true",
      commented: "true",
      transitioned: "true",
    });
    const [issue] = world.issues();
    expect(issue).toMatchObject({ type: "Story", status: "In Progress", fields: { summary: TITLE } });
    expect(issue!.fields["labels"]).toEqual([
      "release",
      "production",
      expect.stringMatching(/^release-actions-[0-9a-f]{16}$/),
    ]);
    expect(issue!.links).toHaveLength(1);
    expect(issue!.comments).toHaveLength(1);
  });

  test("T23: running again finds everything and writes nothing", async () => {
    world = await openJiraWorld(kind);
    await world.run(ALL);
    const before = world.writes().length;
    const again = await world.run(ALL);
    expect(again).toMatchObject({ verdict: "unchanged", exitCode: 0 });
    expect(again.outputs).toMatchObject({ key: "AAP-1", created: "false", commented: "false", transitioned: "false" });
    expect(world.writes()).toHaveLength(before);
  });

  test("dry-run writes nothing and plans exactly the later writes", async () => {
    world = await openJiraWorld(kind);
    const planned = await world.run({ ...ALL, "dry-run": "true" });
    expect(planned).toMatchObject({ verdict: "passed", exitCode: 0, outputs: { key: "", created: "false" } });
    expect(world.writes()).toEqual([]);
    const plan = planned.lines
      .map((line) => /^ {2}(POST \S+): /.exec(line)?.[1]?.replace("{key}", "AAP-1"))
      .filter((line) => line !== undefined);
    await world.run(ALL);
    expect(world.writes()).toEqual(plan);
    expect(await world.run({ ...ALL, "dry-run": "true" })).toMatchObject({
      verdict: "unchanged",
      outputs: { key: "AAP-1" },
    });
  });

  test("T23: comments on the issue of an earlier step", async () => {
    world = await openJiraWorld(kind);
    const { outputs } = await world.run();
    const result = await world.run({
      key: outputs["key"]!,
      comment: "App-Interface MR created: https://gitlab.example/1\n\nReleasing commit: `abc`",
      link: "MR !1 | https://gitlab.example/1",
    });
    expect(result).toMatchObject({
      verdict: "done",
      outputs: { key: "AAP-1", created: "false", commented: "true", transitioned: "false" },
    });
    expect(world.issues()[0]).toMatchObject({
      comments: [{}],
      links: [{ title: "MR !1", url: "https://gitlab.example/1" }],
    });
  });

  test("keeps the fields of an existing issue and reports differences", async () => {
    world = await openJiraWorld(kind);
    await world.run({ ...NEW_ISSUE, description: "One", "unique-key": "k" });
    const before = world.issues();
    const result = await world.run({
      project: "AAP",
      title: "Other",
      description: "Two",
      labels: "release,hotfix",
      "unique-key": "k",
    });
    expect(result.verdict).toBe("unchanged");
    const said = result.lines.filter((line) => line.startsWith("notice:")).join("\n");
    expect(said).toContain(`its title is "${TITLE}"`);
    expect(said).toContain("it lacks the labels hotfix");
    expect(said).toContain("its description is different");
    expect(world.issues()).toEqual(before);
  });

  test("does not report an equal description as a difference", async () => {
    world = await openJiraWorld(kind);
    await world.run(ALL);
    expect((await world.run(ALL)).lines.filter((line) => line.startsWith("notice:"))).toEqual([]);
  });

  test("changes the title of an existing link", async () => {
    world = await openJiraWorld(kind);
    await world.run({ ...NEW_ISSUE, link: "MR | https://gitlab.example/1" });
    expect(await world.run({ ...NEW_ISSUE, link: "MR !1 | merged | https://gitlab.example/1" })).toMatchObject({
      verdict: "done",
    });
    expect(world.issues()[0]!.links.map(({ title }) => title)).toEqual(["MR !1 | merged"]);
  });

  test("finds a comment on a later page", async () => {
    world = await openJiraWorld(kind);
    await world.run();
    for (let at = 0; at < 100; at += 1) await world.post("/issue/AAP-1/comment", { body: await richText("x", kind) });
    await world.run({ key: "AAP-1", comment: "The last one" });
    expect(await world.run({ key: "AAP-1", comment: "The last one" })).toMatchObject({ verdict: "unchanged" });
    expect(world.issues()[0]!.comments).toHaveLength(101);
  });

  test("security E88: text from commits cannot mention anyone or run a macro", async () => {
    world = await openJiraWorld(kind);
    const hostile = "[~admin] @all {code} !x.png! [a](javascript:x)";
    await world.run({ ...NEW_ISSUE, title: "One\n\ttwo", description: hostile, comment: hostile });
    const { fields, comments } = world.issues()[0]!;
    expect(fields["summary"]).toBe("One two");
    const sent = [fields["description"], comments[0]!.body].map((body) => JSON.stringify(body)).join("\n");
    expect(sent).not.toMatch(kind === "cloud" ? /"type":"(?!doc|paragraph|text")/ : /(?<!\\)[[\]{}!@~]/);
  });

  test("security D62: sends the credential in one header, only after the type of Jira is known, and never prints it", async () => {
    world = await openJiraWorld(kind);
    const result = await world.run(ALL);
    const requests = world.jira.ledger.filter(({ credential }) => credential === undefined).map(({ url }) => url);
    expect(requests).toEqual(["/rest/api/2/serverInfo"]);
    const places = new Set(world.jira.ledger.flatMap(({ seen }) => seen.map(({ where }) => where)));
    expect([...places].filter((where) => where !== "header authorization")).toEqual([]);
    expect([...result.lines, result.summary].join("\n")).not.toContain(SECRET);
  });

  test("reports a wrong credential before any search, because an anonymous search would find nothing", async () => {
    world = await openJiraWorld(kind, { wrongIsAnonymous: true });
    const result = await world.run({
      ...NEW_ISSUE,
      ...(kind === "cloud" ? { token: "wrong-0123456789" } : { pat: "wrong-0123456789" }),
    });
    expect(result).toMatchObject({ verdict: "invalid", exitCode: 2 });
    expect(result.lines.join("\n")).toContain("Jira rejected the credential");
    expect(world.jira.ledger.some(({ url }) => url.includes("search"))).toBe(false);
  });

  test("does not send a credential for the other type of Jira, and reports what is needed", async () => {
    world = await openJiraWorld(kind);
    const { email, token, pat } = { email: EMAIL, token: SECRET, pat: SECRET };
    const none = { email: "", token: "", pat: "" };
    const result = await world.run({ ...NEW_ISSUE, ...none, ...(kind === "cloud" ? { pat } : { email, token }) });
    expect(result.verdict).toBe("invalid");
    expect(result.lines.join("\n")).toContain(
      kind === "cloud" ? "this is Jira Cloud, but email is not set" : "pat is not set",
    );
    expect(world.jira.ledger.flatMap(({ seen }) => seen)).toEqual([]);
  });

  test("creates nothing with a read-only account", async () => {
    world = await openJiraWorld(kind, { accounts: [{ name: "Reader", email: EMAIL, secret: SECRET, writes: false }] });
    const result = await world.run();
    expect(result.verdict).toBe("invalid");
    expect(result.lines.join("\n")).toContain("create and edit its issues");
    expect(world.issues()).toEqual([]);
  });

  test("reports all problems with project, type and fields at once, before any write", async () => {
    const fields = [
      { id: "customfield_1", name: "Team", required: true, schema: { type: "option" } },
      { id: "customfield_2", name: "Size" },
      { id: "customfield_3", name: "Size" },
    ];
    world = await openJiraWorld(kind, { projects: [{ key: "AAP", types: [{ name: "Story", fields }] }] });
    const result = await world.run({ ...NEW_ISSUE, fields: "Size: 1\nColour: red\nSummary: x" });
    expect(result.verdict).toBe("invalid");
    const said = result.lines.join("\n");
    expect(said).toContain("several fields are called Size");
    expect(said).toContain("the form of Story has no field Colour");
    expect(said).toContain("Summary has its own input");
    expect(said).toContain("Story needs the field Team (customfield_1)");
    expect(world.writes()).toEqual([]);
    const type = await world.run({ ...NEW_ISSUE, type: "Bug" });
    expect(type.lines.join("\n")).toContain("AAP has no issue type Bug");
    expect((await world.run({ ...NEW_ISSUE, project: "NOPE" })).lines.join("\n")).toContain(
      "the project NOPE was not found",
    );
  });

  test("converts fields, given by name or ID, to the required form", async () => {
    const fields = [
      { id: "customfield_1", name: "Team", schema: { type: "option" } },
      { id: "customfield_2", name: "Story Points", schema: { type: "number" } },
      {
        id: "customfield_3",
        name: "Acceptance Criteria",
        schema: { type: "string", custom: "com.atlassian.jira.plugin.system.customfieldtypes:textarea" },
      },
    ];
    world = await openJiraWorld(kind, { projects: [{ key: "AAP", types: [{ name: "Story", fields }] }] });
    const given =
      '{"team": "Analytics", "customfield_2": 3, "Acceptance Criteria": "* works", "Components": ["backend"]}';
    expect(await world.run({ ...NEW_ISSUE, fields: given })).toMatchObject({ verdict: "done" });
    expect(world.issues()[0]!.fields).toMatchObject({
      customfield_1: { value: "Analytics" },
      customfield_2: 3,
      components: [{ name: "backend" }],
    });
    expect(JSON.stringify(world.issues()[0]!.fields["customfield_3"])).toContain(
      kind === "cloud" ? "bulletList" : "* works",
    );
  });

  test("refuses a form without Labels, because no later run could recognize the issue", async () => {
    world = await openJiraWorld(kind, { projects: [{ key: "AAP", types: [{ name: "Story", without: ["labels"] }] }] });
    const result = await world.run();
    expect(result.verdict).toBe("invalid");
    expect(result.lines.join("\n")).toContain("the form of Story has no field Labels");
  });

  test("shows Jira's own reasons with the names of the fields", async () => {
    world = await openJiraWorld(kind, {
      projects: [{ key: "AAP", types: [{ name: "Story", fields: [{ id: "customfield_9", name: "Rank" }] }] }],
    });
    const body = JSON.stringify({ errorMessages: ["Workflow says no."], errors: { customfield_9: "Rank is odd." } });
    world.jira.faults.add({
      method: "POST",
      effect: { kind: "reply", status: 400, headers: { "content-type": "application/json" }, body },
    });
    const result = await world.run();
    expect(result.verdict).toBe("invalid");
    expect(result.lines.join("\n")).toContain("Rank (customfield_9): Rank is odd.");
    expect(result.lines.join("\n")).toContain("Workflow says no.");
    expect(world.issues()).toEqual([]);
  });

  test("transitions by status or name in any case, and refuses several matches or none with a list", async () => {
    const transitions = [
      { id: "11", name: "Start", from: "To Do", to: "In Progress" },
      { id: "21", name: "Finish", from: "In Progress", to: "Done" },
      { id: "31", name: "Reject", from: "In Progress", to: "Done" },
    ];
    world = await openJiraWorld(kind, { projects: [{ key: "AAP", transitions }] });
    expect(await world.run({ ...NEW_ISSUE, transition: "start" })).toMatchObject({
      verdict: "done",
      outputs: { transitioned: "true" },
    });
    expect(await world.run({ ...NEW_ISSUE, transition: "IN PROGRESS" })).toMatchObject({ verdict: "unchanged" });
    const several = await world.run({ ...NEW_ISSUE, transition: "Done" });
    expect(several.verdict).toBe("refused");
    expect(several.lines.join("\n")).toContain(
      "several transitions of AAP-1 match Done: Finish (to Done), Reject (to Done)",
    );
    const none = await world.run({ ...NEW_ISSUE, transition: "Closed" });
    expect(none.verdict).toBe("refused");
    expect(none.lines.join("\n")).toContain("Available transitions: Finish (to Done), Reject (to Done)");
    expect(await world.run({ ...NEW_ISSUE, transition: "Finish" })).toMatchObject({ verdict: "done" });
    expect(world.issues()[0]!.status).toBe("Done");
  });

  test("refuses a key that does not exist", async () => {
    world = await openJiraWorld(kind);
    expect(await world.run({ key: "AAP-99", comment: "x" })).toMatchObject({ verdict: "refused", exitCode: 1 });
  });

  test("works with a Jira below a path", async () => {
    world = await openJiraWorld(kind, { contextPath: "/jira" });
    expect(await world.run()).toMatchObject({ verdict: "done", outputs: { url: `${world.jira.url}/browse/AAP-1` } });
  });
});

describe("inputs", () => {
  test.each([
    ["deep lists", `Components: ${"[".repeat(20_000)}`, "is nested too deeply"],
    [
      "deep maps",
      Array.from({ length: 400 }, (_, level) => `${" ".repeat(level)}a:`).join("\n"),
      "is nested too deeply",
    ],
    ["explicit keys", "? ".repeat(20_000), "is nested too deeply"],
    ["a map as a key", "? {a: b}\n: c", "a mapping or a list cannot be a key"],
    ["an alias", "a: &x 1\nb: *x", "fields contains an alias, which is not allowed"],
    ["a list", "- a", "is not a map"],
  ])("security E80: reports fields with %s as a problem of the input", async (_, fields, what) => {
    world = await openJiraWorld("cloud");
    const result = await world.run({ ...ALL, fields });
    expect(result).toMatchObject({ verdict: "invalid", exitCode: 2 });
    expect(result.lines.join("\n")).toContain(what);
    expect(world.writes()).toEqual([]);
  });

  test("reports all problems at once, before the first request", async () => {
    world = await openJiraWorld("cloud");
    const result = await world.run({
      token: "",
      email: "",
      title: "x".repeat(256),
      labels: "a b",
      link: "http://evil.example",
      fields: "[1]",
      comment: "y".repeat(40_000),
    });
    expect(result).toMatchObject({ verdict: "invalid", exitCode: 2 });
    const said = result.lines.join("\n");
    for (const part of [
      "project is missing",
      "title has 256 characters",
      '"a b" is not a valid label',
      "http://evil.example is not a URL",
      "is not a map",
      "comment has 40000 characters",
      "credential is missing",
    ])
      expect(said).toContain(part);
    expect(world.jira.ledger).toEqual([]);
  });

  test.each(["glpat-0123456789abcdef", "glcbt-64_0123456789", "ghs_0123456789abcdef", "github_pat_0123456789"])(
    "security D62: does not send the token of a forge to Jira: %s",
    async (token) => {
      world = await openJiraWorld("cloud");
      const result = await world.run({ ...NEW_ISSUE, token });
      expect(result).toMatchObject({ verdict: "invalid", exitCode: 2 });
      expect(result.lines.join("\n")).toContain("holds a token of GitHub or GitLab");
      expect(world.jira.ledger).toEqual([]);
    },
  );

  test("refuses key together with the inputs of a new issue", async () => {
    world = await openJiraWorld("cloud");
    const result = await world.run({ ...NEW_ISSUE, key: "AAP-1 OR 1=1" });
    expect(result.lines.join("\n")).toContain("key cannot be combined with project, title");
    expect(result.lines.join("\n")).toContain("is not an issue key");
  });

  test("refuses aliases and duplicate keys in fields", async () => {
    world = await openJiraWorld("cloud");
    expect((await world.run({ ...NEW_ISSUE, fields: "a: &x [1]\nb: *x" })).lines.join("\n")).toContain("alias");
    expect(await world.run({ ...NEW_ISSUE, fields: "a: 1\na: 2" })).toMatchObject({ verdict: "invalid" });
  });
});

describe("responses of Jira", () => {
  test("reports a CAPTCHA of Data Center with a remedy", async () => {
    world = await openJiraWorld("datacenter", { captcha: true });
    const result = await world.run();
    expect(result.verdict).toBe("invalid");
    expect(result.lines.join("\n")).toContain("Sign in to Jira in a browser");
  });

  test("reports a wrong credential that Cloud accepts as anonymous", async () => {
    world = await openJiraWorld("cloud");
    const headers = { "content-type": "application/json", "x-seraph-loginreason": "AUTHENTICATED_FAILED" };
    world.jira.faults.add({ path: "/myself", effect: { kind: "reply", status: 200, headers, body: "{}" } });
    const result = await world.run();
    expect(result.verdict).toBe("invalid");
    expect(result.lines.join("\n")).toContain("Jira rejected the credential");
  });

  test("domain.md 3.6: reports a Cloud that is configured as Data Center", async () => {
    world = await openJiraWorld("cloud");
    const body = JSON.stringify({ errorMessages: ["The requested API has been removed."], errors: {} });
    world.jira.faults.add({
      path: "/search",
      effect: { kind: "reply", status: 410, headers: { "content-type": "application/json" }, body },
    });
    const result = await world.run();
    expect(result.verdict).toBe("invalid");
    expect(result.lines.join("\n")).toContain("check deployment");
  });

  test("reports a server that is not Jira", async () => {
    world = await openJiraWorld("cloud");
    const result = await world.run({ ...NEW_ISSUE, url: `${world.jira.url}/wiki` });
    expect(result.verdict).toBe("undecided");
    expect(result.lines.join("\n")).toContain("not the API");
  });
});
