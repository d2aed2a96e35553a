import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import { startGitHttp } from "../../test/stand-ins/git-http.ts";
import { git } from "../../test/repositories.ts";
import {
  BILLING,
  CONFIG,
  deployFile,
  FILE,
  FORK,
  makeReleasedCode,
  openWorld,
  OTHER,
  PROD,
  TOKEN,
  UPSTREAM,
} from "../../test/worlds/bump-appinterface-ref.ts";
import type { ReleasedCode, World } from "../../test/worlds/bump-appinterface-ref.ts";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";

let code: ReleasedCode;
let world: World;
beforeAll(() => void (code = makeReleasedCode()));
afterAll(() => code.sandbox.remove());
afterEach(async () => {
  rmSync(`${code.workspace}/release-actions.yml`, { force: true });
  await world.close();
});

const BRANCH = "aa-release-2025-01-15";
const both = { targets: "", groups: "main", include: "billing", config: "release-actions.yml" };
const withConfig = (text = CONFIG): void => writeFileSync(`${code.workspace}/release-actions.yml`, text);

async function commitMessage(branch: string, path = UPSTREAM): Promise<string | undefined> {
  return (await world.standIn.endState())[path]?.branches[branch]?.messages[0]?.trim();
}

describe("a fresh bump", () => {
  test("T12, T15: changes the bytes of one ref, on one branch, with one merge request", async () => {
    world = await openWorld(code);
    const { verdict, outputs, lines } = await world.run();
    expect([verdict, lines.filter((line) => /^(?:error|warning)/.test(line))]).toEqual(["done", []]);
    expect(await world.onBranch(BRANCH)).toBe(deployFile({ main: code.ref, billing: OTHER }));
    expect(outputs).toMatchObject({
      changed: "true",
      "old-ref": code.old,
      "new-ref": code.ref,
      branch: BRANCH,
      "mr-iid": "1",
      superseded: "[]",
    });
    expect(outputs["mr-url"]).toBe(`${world.standIn.url}/${UPSTREAM}/-/merge_requests/1`);
    expect(outputs["diff"]?.split("\n").filter((line) => /^[+-] /.test(line))).toEqual([
      `-    ref: ${code.old} # pinned`,
      `+    ref: ${code.ref} # pinned`,
    ]);
    expect(JSON.parse(outputs["targets"] ?? "")).toEqual([
      {
        template: "tower-analytics-clowdapp",
        namespace: PROD,
        file: FILE,
        line: 32,
        "old-ref": code.old,
        "new-ref": code.ref,
        changed: true,
      },
    ]);
    expect(await commitMessage(BRANCH)).toBe(
      `AAP-12345 - chore(release): release ${code.ref.slice(0, 12)} to production`,
    );
    expect(world.mergeRequests()).toMatchObject([
      {
        title: "AAP-12345 - 2025-01-15 Analytics HCC Service Release",
        sourceBranch: BRANCH,
        targetBranch: "master",
        state: "opened",
        removeSourceBranch: true,
      },
    ]);
    expect(outputs["commit"]).toBe(git(world.standIn.repositories[UPSTREAM]!, ["rev-parse", BRANCH]));
  });

  test("sends 7 requests of at most 8, and never merges", async () => {
    world = await openWorld(code);
    await world.run();
    expect(world.asked()).toHaveLength(7);
    expect(world.writes()).toEqual(["POST /repository/commits", "POST /merge_requests"]);
  });

  test("the description has the sections and a truthful checklist, the summary has the way back", async () => {
    world = await openWorld(code);
    const image = `quay.io/acme/backend@sha256:${"a".repeat(64)}`;
    const { summary } = await world.run({ image });
    const text = world.mergeRequests()[0]!.description;
    expect([...text.matchAll(/^## (.*)$/gm)].map(([, title]) => title)).toEqual([
      "Release",
      "Commit SHA",
      "Jira",
      "Changes Included",
      "Components Updated",
      "Quay Image",
      "Checklist",
    ]);
    expect(text).toContain("- [x] The commit continues what is deployed");
    expect(text).toContain("- [ ] The image above exists");
    expect(text).toContain(`compare/${code.old}...${code.ref}`);
    expect(summary).toContain(`ref: ${code.old}`);
  });

  test("the default texts have no Jira key if none is given", async () => {
    world = await openWorld(code);
    await world.run({ "jira-key": "" });
    expect(world.mergeRequests()[0]?.title).toBe("2025-01-15 Analytics HCC Service Release");
    expect(await commitMessage(BRANCH)).toBe(`chore(release): release ${code.ref.slice(0, 12)} to production`);
    expect(world.mergeRequests()[0]?.description).not.toContain("## Jira");
  });

  test("T3: the default date is today in UTC, and is reported", async () => {
    world = await openWorld(code);
    const { outputs, lines } = await world.run({ date: "" });
    const today = /[0-9]{4}-[0-9]{2}-[0-9]{2}/.exec(lines.find((line) => line.includes("today, UTC")) ?? "")?.[0];
    expect(outputs["branch"]).toBe(`aa-release-${today}`);
  });

  test("T2: templates keep < & and quotes, and are expanded once", async () => {
    world = await openWorld(code);
    await world.run({
      title: 'a < b & "q" {{ref}} {jira-key}',
      "commit-message": "{jira-key}: release of {targets}",
      description: "From {short-old-ref} to {ref}",
    });
    const [made] = world.mergeRequests();
    expect(made?.title).toBe('a < b & "q" {ref} AAP-12345');
    expect(made?.description).toMatch(`From ${code.old.slice(0, 12)} to \`${code.ref}\``);
    expect(await commitMessage(BRANCH)).toBe("AAP-12345: release of tower-analytics-prod (tower-analytics-clowdapp)");
  });

  test("sets labels, and reports those that GitLab or the bot removes", async () => {
    world = await openWorld(code, { strippedLabels: ["release"] });
    const { lines } = await world.run({ labels: "production,release" });
    expect(world.mergeRequests()[0]?.labels).toEqual(["production"]);
    expect(lines).toContainEqual(expect.stringMatching(/^warning: .*labels release/));
  });

  test("keeps CRLF, quotes, comments and a missing last line end", async () => {
    const text = (main: string) =>
      deployFile({ main: `"${main}"`, billing: OTHER })
        .replaceAll("\n", "\r\n")
        .trimEnd();
    world = await openWorld(code, { file: text(code.old) });
    await world.run();
    expect(await world.onBranch(BRANCH)).toBe(text(code.ref));
  });

  test("security G: the token is in GitLab's header and nowhere else", async () => {
    world = await openWorld(code);
    const { lines, summary, outputs } = await world.run();
    expect([lines.join("\n"), summary, JSON.stringify(outputs)].join("\n")).not.toContain(TOKEN);
    expect(new Set(world.asked().flatMap(({ seen }) => seen.map(({ where }) => where)))).toEqual(
      new Set(["header private-token"]),
    );
  });
});

describe("groups", () => {
  test("main and billing are promoted together, and the commit message names billing", async () => {
    withConfig();
    world = await openWorld(code);
    const { verdict, outputs } = await world.run({ ...both, "allow-rollback": "true" });
    expect(verdict).toBe("done");
    expect(await world.onBranch(BRANCH)).toBe(deployFile({ main: code.ref, billing: code.ref }));
    expect(outputs["old-ref"]).toBe(`${code.old},${OTHER}`);
    expect(await commitMessage(BRANCH)).toMatch(/ to production \(including billing\)$/);
  });

  test("T16: writes nothing if the billing target is missing", async () => {
    withConfig();
    world = await openWorld(code, { file: deployFile({ main: code.old }) });
    const { verdict, lines } = await world.run(both);
    expect([verdict, world.writes()]).toEqual(["refused", []]);
    expect(lines.join("\n")).toContain("no target matches");
  });

  test("the first group is the default; file and project come from the configuration", async () => {
    withConfig();
    world = await openWorld(code);
    await world.run({ targets: "", file: "", config: "release-actions.yml" });
    expect(await world.onBranch(BRANCH)).toBe(deployFile({ main: code.ref, billing: OTHER }));
  });

  test("an undeclared group is reported with the declared ones, before any request", async () => {
    withConfig();
    world = await openWorld(code);
    const { verdict, lines } = await world.run({ ...both, include: "biling" });
    expect([verdict, world.asked()]).toEqual(["invalid", []]);
    expect(lines.join("\n")).toContain("The declared ones are: main, billing.");
  });
});

describe("refusals, before anything is written", () => {
  test.each<[string, Record<string, string>, string, RegExp]>([
    ["T4: 39 digits", { ref: "a".repeat(39) }, "invalid", /is not a full commit ID/],
    ["T4: upper case", { ref: "A".repeat(40) }, "invalid", /is not a full commit ID/],
    ["T4: an option", { ref: "--upload-pack=x" }, "invalid", /is not a full commit ID/],
    ["a date that does not exist", { date: "2025-02-30" }, "invalid", /is not a date/],
    ["a key that is not one", { "jira-key": "UTF8" }, "invalid", /is not a Jira key/],
    ["an image without digest", { image: "quay.io/a/b:latest" }, "invalid", /pinned by its digest/],
    ["domain.md 3.3: a label that merges", { labels: "bot/automerge" }, "invalid", /decides about merging/],
    ["domain.md 3.3: lgtm", { labels: "LGTM" }, "invalid", /decides about merging/],
    ["an unknown variable", { title: "{Date}" }, "invalid", /\{Date\}, which is unknown/],
    ["a branch that depends on the file", { branch: "b-{old-ref}" }, "invalid", /\{old-ref\}, which is unknown/],
    ["a path that leads out of the repository", { file: "../x.yml" }, "invalid", /is not the path of a YAML file/],
    ["targets and groups", { groups: "main" }, "invalid", /both given/],
    ["targets that are not a list", { targets: "template: x" }, "invalid", /is not a list of targets/],
    [
      "a variable without a value that a template needs",
      { "jira-key": "", title: "{jira-key} x" },
      "invalid",
      /this run has none/,
    ],
    ["a branch that is the base", { branch: "master" }, "refused", /cannot be the branch of a promotion/],
    ["a branch name that git rejects", { branch: "a..b" }, "invalid", /not a branch name/],
    ["a title that is a command", { title: "/merge" }, "invalid", /command to GitLab/],
    ["a base branch name that git rejects", { "base-branch": "a..b" }, "invalid", /not a branch name/],
    ["a source that is not an HTTPS URL", { source: "ssh://host/x.git" }, "invalid", /ssh: is not https/],
    ["a fork that is the project", { "fork-project": "service/app-interface" }, "invalid", /is the project itself/],
    [
      "a description that needs an image",
      { description: "{image}" },
      "invalid",
      /names \{image\}, and this run has none/,
    ],
  ])("%s", async (_, inputs, verdict, said) => {
    world = await openWorld(code);
    const result = await world.run(inputs);
    expect([result.verdict, world.asked()]).toEqual([verdict, []]);
    expect(result.lines.join("\n")).toMatch(said);
  });

  test.each<[string, Record<string, string>, string, RegExp]>([
    [
      "T13: no match, with the candidates",
      { targets: "- { template: tower-analytics-clowdapp, namespace: /services/x.yml }" },
      "refused",
      /a candidate: .*tower-analytics-prod\.yml/,
    ],
    [
      "T13: part of a namespace",
      { targets: "- { template: tower-analytics-clowdapp, namespace: tower-analytics-prod.yml }" },
      "refused",
      /no target matches/,
    ],
    ["T13: several matches", { targets: "- { template: tower-analytics-clowdapp }" }, "refused", /2 targets match/],
    [
      "T14: a moving ref",
      {
        targets:
          "- { template: tower-analytics-clowdapp, namespace: /services/insights/tower-analytics/namespaces/stage.yml }",
      },
      "refused",
      /name that moves/,
    ],
    ["no target at all", { targets: "- { template: none, optional: true }" }, "refused", /all are optional/],
    ["a file that does not exist", { file: "data/none.yml" }, "invalid", /has no file/],
    ["a project that does not exist", { project: "service/none" }, "invalid", /was not found/],
    ["T4: a tag object's id", { ref: "TAG" }, "refused", /is a tag in/],
    ["T1: a commit that the source lacks", { ref: "e".repeat(40) }, "undecided", /is not in backend/],
    ["a source outside the workspace", { source: "../.." }, "invalid", /outside the workspace/],
  ])("%s", async (_, inputs, verdict, said) => {
    world = await openWorld(code);
    const given = inputs["ref"] === "TAG" ? { ...inputs, ref: code.tag } : inputs;
    const result = await world.run(given);
    expect([result.verdict, world.writes()]).toEqual([verdict, []]);
    expect(result.lines.join("\n")).toMatch(said);
  });

  test("all problems with the inputs alone are reported at once, and nothing is sent", async () => {
    world = await openWorld(code);
    const { verdict, lines } = await world.run({
      ...{ branch: "a..b", "base-branch": "x y", source: "http://a.example/b", title: "/close", include: "none" },
    });
    expect([verdict, world.asked()]).toEqual(["invalid", []]);
    const said = lines.join("\n");
    for (const part of ['"a..b"', '"x y"', "plain http", "/close", 'no group "none"']) expect(said).toContain(part);
  });

  test("T1: a token that GitLab does not know", async () => {
    world = await openWorld(code);
    expect(await world.run({ token: "glpat-unknown-0123456789" })).toMatchObject({ verdict: "invalid" });
    expect(world.writes()).toEqual([]);
  });

  test("domain.md 3.7: a target that is promoted automatically", async () => {
    world = await openWorld(code, {
      file: deployFile({ main: code.old }).replace("# pinned", "\n    promotion: { auto: true, subscribe: [x] }"),
    });
    const { verdict, lines } = await world.run();
    expect([verdict, world.writes()]).toEqual(["refused", []]);
    expect(lines.join("\n")).toContain("promotion.auto");
  });
});

describe("the source", () => {
  test("T17: a rollback needs allow-rollback, and lists what is taken back", async () => {
    world = await openWorld(code, { file: deployFile({ main: code.ref }) });
    const { verdict, lines } = await world.run({ ref: code.old });
    expect([verdict, world.writes()]).toEqual(["refused", []]);
    expect(lines.join("\n")).toContain("rollback");
    const { verdict: allowed, outputs } = await world.run({ ref: code.old, "allow-rollback": "true" });
    expect(allowed).toBe("done");
    expect(outputs["changelog"]).toContain("are taken back");
    expect(JSON.parse(outputs["commits"] ?? "[]")).toHaveLength(15);
    expect(world.mergeRequests()[0]?.description).toContain("- [ ] The commit does not continue what is deployed");
  });

  test("T17: a commit of another line is not a continuation", async () => {
    world = await openWorld(code, { file: deployFile({ main: code.aside }) });
    const { verdict, lines } = await world.run();
    expect([verdict, world.writes()]).toEqual(["refused", []]);
    expect(lines.join("\n")).toContain("commits would be lost");
  });

  test("an old ref that the source lacks is undecided, unless a rollback is allowed", async () => {
    world = await openWorld(code, { file: deployFile({ main: OTHER }) });
    expect(await world.run()).toMatchObject({ verdict: "undecided" });
    expect(world.writes()).toEqual([]);
    const { verdict, outputs } = await world.run({ "allow-rollback": "true" });
    expect([verdict, outputs["changelog"]]).toEqual(["done", expect.stringContaining("cannot be determined")]);
  });

  test("security C55: a shallow checkout is reported as shallow", async () => {
    git(code.workspace, ["clone", "--quiet", "--depth=1", `file://${code.workspace}/backend`, "shallow"]);
    world = await openWorld(code);
    const { verdict, lines } = await world.run({ source: "shallow" });
    expect([verdict, world.writes()]).toEqual(["undecided", []]);
    expect(lines.join("\n")).toContain("is shallow");
  });

  test('T20: more than ten commits, a merge, "error", backticks: the range itself', async () => {
    world = await openWorld(code);
    const { outputs } = await world.run();
    const commits = JSON.parse(outputs["commits"] ?? "[]") as { subject: string; merge: boolean }[];
    expect(commits.map(({ subject }) => subject)).toEqual(["Merge branch 'feature'", ...code.subjects.toReversed()]);
    expect(commits.map(({ merge }) => merge).indexOf(true)).toBe(0);
    expect(outputs["changelog"]?.split("\n").filter((line) => line.startsWith("- "))).toHaveLength(15);
    expect(outputs["changelog"]).toContain("fix error handling");
  });

  test("security E82, E83: no mention, reference, key or command of a commit is live", async () => {
    world = await openWorld(code);
    await world.run({ description: "/assign me\n\n  /approve\n\n{changelog}\n" });
    const [made] = world.mergeRequests();
    expect(made?.quickActions).toEqual([]);
    expect(made?.description).toContain("&#47;assign me");
    expect(made?.description.split("\n").filter((line) => line.trimStart().startsWith("/"))).toEqual([]);
    const changes = made?.description.split("\n").filter((line) => line.startsWith("- ")) ?? [];
    expect(changes).toHaveLength(15);
    for (const live of ["#12", "AAP-77"]) expect(changes.join("\n")).not.toContain(live);
    expect(changes.every((line) => /^- `[0-9a-f]{12}` (?:`+[^`]|`` `).*`(?: \(merge\))?$/.test(line))).toBe(true);
  });

  test("of a URL, only the history is fetched", async () => {
    const root = code.sandbox.path("served");
    mkdirSync(root, { recursive: true });
    git(code.workspace, ["clone", "--quiet", "--bare", "backend", `${root}/backend.git`]);
    const server = await startGitHttp({ root });
    world = await openWorld(code);
    const { verdict, outputs, lines } = await world.run({ source: `${server.url}/backend.git` });
    await server.close();
    expect([verdict, lines.filter((line) => line.startsWith("error"))]).toEqual(["done", []]);
    expect(JSON.parse(outputs["commits"] ?? "[]")).toHaveLength(15);
    expect(lines).toContainEqual(
      expect.stringMatching(/^warning: a template comes from https:\/\/github\.com\/acme\/backend, not from source/),
    );
  });

  test("security D62: a source elsewhere that requires a credential never gets the token", async () => {
    const root = code.sandbox.path("locked");
    mkdirSync(root, { recursive: true });
    git(code.workspace, ["clone", "--quiet", "--bare", "backend", `${root}/backend.git`]);
    const server = await startGitHttp({ root, token: TOKEN });
    world = await openWorld(code);
    const { verdict } = await world.run({ source: `${server.url}/backend.git` });
    await server.close();
    expect([verdict, world.writes()]).toEqual(["invalid", []]);
    expect(server.log.map(({ credential }) => credential)).toEqual([false]);
  });

  test("of a URL, the branch may be called master, and the old ref may be missing", async () => {
    const root = code.sandbox.path("served-master");
    mkdirSync(root, { recursive: true });
    git(code.workspace, ["clone", "--quiet", "--bare", "backend", `${root}/backend.git`]);
    git(`${root}/backend.git`, ["branch", "--move", "main", "master"]);
    const server = await startGitHttp({ root });
    world = await openWorld(code, { file: deployFile({ main: OTHER }) });
    const source = `${server.url}/backend.git`;
    const { verdict } = await world.run({ source });
    const { verdict: allowed } = await world.run({ source, "allow-rollback": "true" });
    await server.close();
    expect([verdict, allowed]).toEqual(["undecided", "done"]);
  });

  test("of a URL, a commit that is not on the main branch may be anyone's", async () => {
    const root = code.sandbox.path("served-too");
    mkdirSync(root, { recursive: true });
    git(code.workspace, ["clone", "--quiet", "--bare", "backend", `${root}/backend.git`]);
    const server = await startGitHttp({ root });
    world = await openWorld(code);
    const { verdict } = await world.run({ source: `${server.url}/backend.git`, ref: code.aside });
    await server.close();
    expect([verdict, world.writes()]).toEqual(["undecided", []]);
  });

  test("without source, the templates must share one URL", async () => {
    world = await openWorld(code, {
      file: deployFile({ main: code.old }).replace("url: https://github.com/acme/backend", "url: http://git.example/x"),
    });
    const { verdict, lines } = await world.run({ source: "" });
    expect([verdict, world.writes()]).toEqual(["invalid", []]);
    expect(lines.join("\n")).toContain("there is no source");
  });
});

describe("dry run", () => {
  test("makes every check, prints the plan and the diff, and writes nothing", async () => {
    world = await openWorld(code);
    const { verdict, outputs, lines, summary } = await world.run({ "dry-run": "true" });
    expect([verdict, world.writes()]).toEqual(["passed", []]);
    expect(outputs).toMatchObject({ changed: "false", branch: BRANCH, commit: "", "mr-iid": "" });
    expect(lines.join("\n")).toContain(`+    ref: ${code.ref} # pinned`);
    expect(summary).toContain("Dry run, nothing was written.");
  });

  test("security 5.11: writes exactly what it plans", async () => {
    world = await openWorld(code);
    const steps = ({ lines }: { lines: readonly string[] }) =>
      lines.slice(lines.indexOf("the plan:")).filter((line) => /^ {2}the /.test(line));
    const planned = steps(await world.run({ "dry-run": "true" }));
    const done = steps(await world.run());
    expect(planned).toEqual(done);
    expect(world.writes()).toHaveLength(planned.length);
  });

  test("refuses what a run refuses", async () => {
    world = await openWorld(code, { file: deployFile({ main: code.ref }) });
    expect(await world.run({ ref: code.old, "dry-run": "true" })).toMatchObject({ verdict: "refused" });
  });
});

describe("a fork", () => {
  const fork = { "fork-project": FORK };
  const bot = { config: "release-actions.yml" };
  const named = (name: string): string => CONFIG.replace("app-interface:\n", `app-interface:\n  bot: ${name}\n`);
  const tokens = [{ value: TOKEN, username: "release-bot", accessLevel: { [UPSTREAM]: 20, [FORK]: 40 } as const }];

  test("domain.md 3.3: the branch is in the fork, from the project's base; the bot is its Maintainer", async () => {
    withConfig(named("devtools-bot"));
    world = await openWorld(code, { tokens });
    const head = await world.standIn.push(UPSTREAM, "master", { "README.md": "# Newer\n" });
    const { verdict, outputs } = await world.run({ ...fork, ...bot });
    expect(verdict).toBe("done");
    expect(await world.onBranch(BRANCH, FORK)).toBe(deployFile({ main: code.ref, billing: OTHER }));
    expect(await world.onBranch(BRANCH)).toBeUndefined();
    expect(world.mergeRequests()).toMatchObject([{ sourceProject: FORK, sourceBranch: BRANCH }]);
    expect(world.asked().length).toBeLessThanOrEqual(9);
    expect(git(world.standIn.repositories[FORK]!, ["rev-parse", `${outputs["commit"]}^`])).toBe(head);
  });

  test("domain.md 3.3: refuses if the bot is not Maintainer; warns if none is named", async () => {
    withConfig(named("other-bot"));
    world = await openWorld(code, { tokens });
    const { verdict, lines } = await world.run({ ...fork, ...bot });
    expect([verdict, world.writes()]).toEqual(["refused", []]);
    expect(lines.join("\n")).toContain("other-bot is not Maintainer");
    withConfig();
    expect((await world.run({ ...fork, ...bot })).lines).toContainEqual(
      expect.stringMatching(/^warning: Whether app-interface's bot/),
    );
  });

  test("a project that is not a fork of it is refused", async () => {
    world = await openWorld(code, {
      projects: [
        { path: UPSTREAM, files: { [FILE]: deployFile({ main: code.old }) } },
        { path: FORK, files: { a: "a" } },
      ],
      tokens,
    });
    expect(await world.run(fork)).toMatchObject({ verdict: "refused" });
    expect(world.writes()).toEqual([]);
  });

  test("running again finds the fork's branch and merge request", async () => {
    world = await openWorld(code, { tokens });
    await world.run(fork);
    world.forget();
    const { verdict, outputs } = await world.run(fork);
    expect([verdict, outputs["mr-iid"], world.writes()]).toEqual(["unchanged", "1", []]);
  });
});

describe("other targets", () => {
  test("allow-moving-ref pins a target that followed a branch, and the changelog states what is not known", async () => {
    world = await openWorld(code);
    const stage =
      "- { template: tower-analytics-clowdapp, namespace: /services/insights/tower-analytics/namespaces/stage.yml }";
    const { verdict, outputs, lines } = await world.run({ targets: stage, "allow-moving-ref": "true" });
    expect([verdict, outputs["old-ref"]]).toEqual(["done", "main"]);
    expect(outputs["changelog"]).toContain("a name that moves");
    expect(lines).toContainEqual(expect.stringMatching(/^warning: .*followed main and is now pinned/));
  });

  test("T13, domain.md 3.7: a target in a separate file is changed there", async () => {
    const text =
      deployFile({ main: code.old }) +
      "- name: apart\n  url: https://github.com/acme/backend\n  path: /x.yml\n  targets:\n  - $ref: /services/apart.yml\n";
    const apart = (ref: string) =>
      `---\n$schema: /app-sre/saas-file-target-1.yml\nnamespace:\n  $ref: ${BILLING}\nref: ${ref}\n`;
    const files = { [FILE]: text, "data/services/apart.yml": apart(code.old) };
    world = await openWorld(code, { projects: [{ path: UPSTREAM, files }] });
    const { verdict, lines } = await world.run({ targets: `- { template: apart, namespace: ${BILLING} }` });
    expect([verdict, lines.filter((line) => line.startsWith("error"))]).toEqual(["done", []]);
    const { files: made } = (await world.standIn.endState())[UPSTREAM]!.branches[BRANCH]!;
    expect(made).toEqual({ "data/services/apart.yml": apart(code.ref) });
  });
});
