import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { HostFacts } from "@release-actions/action";
import { runInMemory } from "@release-actions/hosts";
import { ACTIONS } from "../../cli/actions.generated.ts";
import { text, startFaultServer, type FaultServer } from "../faults/server.ts";
import { commitFiles, makeRepository } from "../repositories.ts";

interface Case {
  readonly inputs: Readonly<Record<string, string>>;
  /** Words from every problem; a single run must report them all. */
  readonly said: readonly string[];
  readonly facts?: Partial<HostFacts>;
}

let server: FaultServer;
let workspace: string;

beforeAll(async () => {
  server = await startFaultServer({ steps: [text("no", 500)] });
  workspace = mkdtempSync(join(tmpdir(), "nothing-sent-"));
  makeRepository(workspace);
  commitFiles(workspace, { "a.txt": "a\n" });
  writeFileSync(join(workspace, "broken.yml"), "components: [\n");
});

afterAll(async () => {
  await server.close();
  rmSync(workspace, { recursive: true, force: true });
});

const DIGITS = "0123456789".repeat(4);
/** Wrong inputs and local files, for every action that contacts a server. */
const CASES: Readonly<Record<string, (origin: string) => Case>> = {
  "alerts-gate": (origin) => ({
    inputs: { "prometheus-url": origin, "alertmanager-url": origin, namespace: "b", matchers: "namespace=a,x=~y" },
    said: ["=~ is not", "namespace is"],
  }),
  "bump-appinterface-ref": (origin) => ({
    inputs: {
      ...{ "gitlab-url": origin, token: "glpat-0123456789", file: "data/x.yml", ref: DIGITS },
      targets: "- { template: a }",
      ...{ branch: "a..b", source: "ssh://host/x.git", title: "/close", include: "none" },
    },
    said: ["not a branch name", "is not https", "/close", "no group"],
  }),
  "fetch-appinterface": (origin) => ({
    inputs: { "gitlab-url": origin, token: "glpat-0123456789", project: "../x", "base-branch": "a..b", diff: "--- a" },
    said: ["not the path of a project", "not a branch name", "not a JSON string"],
  }),
  "build-image": (origin) => ({
    inputs: {
      ...{ image: `${new URL(origin).host}/org/app`, "commit-sha": "abc", context: "absent", labels: "x" },
      ...{ username: "octocat", platforms: "linux" },
    },
    said: ["commit-sha", "absent", "labels", "password is missing", "not a platform"],
  }),
  "frontend-check": (origin) => ({
    inputs: { url: origin, "junit-file": "a.txt/x" },
    said: [`cannot write "a.txt/x"`],
  }),
  "frontend-check, its environment": (origin) => ({
    inputs: { environment: origin, config: "broken.yml" },
    said: ["broken.yml"],
  }),
  "jira-issue": (origin) => ({
    inputs: { url: origin, project: "AAP", title: "x", fields: "[", link: "ftp://x" },
    said: ["fields", "not a URL that can be linked to", "credential is missing"],
  }),
  "konflux-release": (origin) => ({
    inputs: { server: origin, token: "abcdefgh12345678", namespace: "../x", component: "a", "commit-sha": "abc" },
    said: ['namespace "../x" is not a valid Kubernetes name', "must be a full commit ID"],
  }),
  "metrics-gate": (origin) => ({
    inputs: { "prometheus-url": origin, selector: "{", slos: "absent.yml", duration: "1m", "report-file": "../r.json" },
    said: ["report-file"],
  }),
  "metrics-gate, its objectives": (origin) => ({
    inputs: { "prometheus-url": origin, selector: 'a="b"', slos: "absent.yml" },
    said: ["absent.yml"],
  }),
  "publish-release": (origin) => ({
    inputs: {
      ...{ forge: "github", "api-url": origin, repository: "acme/app", token: "ghp_0123456789", tag: "v1.0.0" },
      ...{ files: "absent.zip", "body-file": "absent.md", "allow-http": "true" },
    },
    said: ["absent.zip", "absent.md"],
  }),
  "quay-verify": (origin) => ({
    inputs: { image: `${new URL(origin).host}/a/b`, "commit-sha": "abc", "ignore-file": "absent.yml", labels: "x" },
    said: ["commit-sha", "label"],
  }),
  "quay-verify, its exceptions": (origin) => ({
    inputs: { image: `${new URL(origin).host}/a/b`, "commit-sha": DIGITS, "ignore-file": "absent.yml" },
    said: ["absent.yml"],
  }),
  smoke: (origin) => ({
    inputs: {
      suite: JSON.stringify({
        services: [{ name: "a", url: origin, health: {} }],
        checks: [{ name: "b", nonsense: 1 }],
      }),
    },
    said: ["path", "nonsense"],
  }),
  "validate-tag": (origin) => ({
    inputs: {
      ...{ tag: "v1.0.0", branch: "a..b", config: "broken.yml" },
      ...{ "require-signed": "true", "allowed-signers": "absent" },
    },
    facts: { kind: "github", serverUrl: origin, repository: "acme/app" },
    said: ["broken.yml", "not a branch name", "absent"],
  }),
};
/** They contact no server: they only read and write files and git objects. */
const LOCAL = [
  "appinterface-validate",
  "bump-version",
  "changelog-extract",
  "promotion-texts",
  "release-images",
  "run-staging",
  "summarize-run",
  "verify-commit",
];

const actionOf = (name: string) => name.split(",")[0]!;

describe("actions send nothing if an input is known to be wrong", () => {
  test("every action is covered", () => {
    const names = new Set([...Object.keys(CASES).map(actionOf), ...LOCAL]);
    expect([...names].sort()).toEqual([...ACTIONS.keys()].sort());
  });

  test.each(Object.keys(CASES))("%s sends nothing", async (name) => {
    const { default: action } = await ACTIONS.get(actionOf(name))!();
    const { inputs, said, facts } = CASES[name]!(server.origin);
    const before = [server.seen.length, server.connections()];
    const result = await runInMemory(action, { inputs, workspace, ...(facts !== undefined && { facts }) });
    expect(result).toMatchObject({ verdict: "invalid", exitCode: 2 });
    const lines = result.lines.join("\n");
    for (const words of said) expect(lines).toContain(words);
    expect([server.seen.length, server.connections()]).toEqual(before);
  });
});
