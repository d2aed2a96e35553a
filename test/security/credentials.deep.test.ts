import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createDemoRepository } from "../demo-repository/index.ts";
import { BUILT } from "../e2e/released.ts";
import { startFaultServer, text, type FaultServer } from "../faults/server.ts";
import { path, ring } from "../rings.ts";
import { start, type HostKind, type Run } from "./doors.ts";

const GITHUB = {
  GITHUB_SERVER_URL: "https://github.com",
  GITHUB_API_URL: "https://api.github.com",
  GITHUB_REPOSITORY: "acme/shop",
};
const GITLAB = {
  CI_SERVER_URL: "https://gitlab.com",
  CI_API_V4_URL: "https://gitlab.com/api/v4",
  CI_PROJECT_PATH: "acme/shop",
  CI_PROJECT_ID: "7",
};
const HOSTS: readonly HostKind[] = ["github", "gitlab", "terminal"];

const GHS = "ghs_canary0123456789abcdefCANARY012345";
const GLCBT = "glcbt-64_canary0123456789abcdef";
/** As older GitLab versions issue them; only the variable shows whose it is. */
const PLAIN = "canary0123456789abcdefghij";
const SECRET = "canary-s3cret-0123456789";
const ELSEWHERE = "https://service.example.com";

/** A run that would connect to a foreign server at `at`. */
type Case = (at: string) => Omit<Run, "workspace">;

const tag = "v1.1.0-frontend";
const publish = (forge: "github" | "gitlab") => (at: string) => ({
  action: "publish-release",
  inputs: {
    forge,
    tag,
    body: "x",
    repository: "acme/shop",
    "api-url": `${at}/api/${forge === "github" ? "v3" : "v4"}`,
  },
});
const bump = (at: string) => ({
  action: "bump-appinterface-ref",
  inputs: {
    "gitlab-url": at,
    file: "deploy.yml",
    targets: "- { template: app, namespace: /n.yml }",
    ref: "0".repeat(40),
    source: ".",
  },
});
const image = (at: string) => `${at.replace("http://", "")}/acme/app`;

/** A forge's own token that would be sent elsewhere. */
const OWN: readonly [name: string, host: HostKind, Case][] = [
  [
    "CI_JOB_TOKEN to an api-url",
    "gitlab",
    (at) => ({ ...publish("gitlab")(at), env: { ...GITLAB, CI_JOB_TOKEN: GLCBT } }),
  ],
  [
    "CI_JOB_TOKEN without a prefix to an api-url",
    "gitlab",
    (at) => ({ ...publish("gitlab")(at), env: { ...GITLAB, CI_JOB_TOKEN: PLAIN } }),
  ],
  [
    "CI_JOB_TOKEN to a GitHub",
    "gitlab",
    (at) => ({ ...publish("github")(at), env: { ...GITLAB, CI_JOB_TOKEN: GLCBT } }),
  ],
  [
    "github.token to an api-url",
    "github",
    (at) => ({ ...publish("github")(at), secrets: { token: GHS }, env: GITHUB }),
  ],
  ["github.token to a GitLab", "github", (at) => ({ ...publish("gitlab")(at), secrets: { token: GHS }, env: GITHUB })],
  [
    "github.token without a prefix to an api-url",
    "github",
    (at) => ({ ...publish("github")(at), secrets: { token: PLAIN }, env: { ...GITHUB, GITHUB_TOKEN: PLAIN } }),
  ],
  [
    "github.token to the gitlab-url of app-interface",
    "github",
    (at) => ({ ...bump(at), secrets: { token: GHS }, env: GITHUB }),
  ],
  [
    "github.token to the GitLab of the job",
    "gitlab",
    (at) => ({
      action: "validate-tag",
      inputs: { tag, "require-unreleased": "true" },
      secrets: { token: GHS },
      env: { ...GITLAB, CI_SERVER_URL: at, CI_API_V4_URL: `${at}/api/v4` },
    }),
  ],
  [
    "github.token to a registry",
    "github",
    (at) => ({
      action: "quay-verify",
      inputs: { image: image(at), tag: "1", api: "quay", username: "x" },
      secrets: { password: GHS },
      env: GITHUB,
    }),
  ],
  [
    "CI_JOB_TOKEN to an issue tracker",
    "gitlab",
    (at) => ({
      action: "jira-issue",
      inputs: { url: at, project: "P", title: "T", email: "a@b.example" },
      secrets: { token: PLAIN },
      env: { ...GITLAB, CI_JOB_TOKEN: PLAIN },
    }),
  ],
  [
    "CI_JOB_TOKEN to a smoke test's service",
    "gitlab",
    (at) => ({
      action: "smoke",
      inputs: {
        suite: `services:\n  - name: api\n    url: ${at}\n    health: /health\n`,
        retries: "0",
        deadline: "5s",
      },
      secrets: { headers: `${at} Authorization: Bearer ${PLAIN}` },
      env: { ...GITLAB, CI_JOB_TOKEN: PLAIN },
    }),
  ],
  ["ghs_… to an api-url", "terminal", (at) => ({ ...publish("github")(at), secrets: { token: GHS } })],
  [
    "ghs_… past its own GitHub",
    "terminal",
    (at) => ({
      ...publish("github")(at),
      secrets: { token: GHS },
      env: { GITHUB_API_URL: "https://ghes.example/api/v3" },
    }),
  ],
  ["glcbt-… to a gitlab-url", "terminal", (at) => ({ ...bump(at), secrets: { token: GLCBT } })],
];

/** Every action that accepts a credential, with each input that holds one. */
const BOUND: readonly [action: string, input: string, Case][] = [
  ["publish-release", "token", publish("github")],
  ["bump-appinterface-ref", "token", bump],
  ["fetch-appinterface", "token", (at) => ({ action: "fetch-appinterface", inputs: { "gitlab-url": at } })],
  [
    "validate-tag",
    "token",
    (at) => ({
      action: "validate-tag",
      inputs: { tag, "require-unreleased": "true" },
      env: {
        GITHUB_SERVER_URL: at,
        GITHUB_API_URL: at,
        GITHUB_REPOSITORY: "acme/shop",
        CI_SERVER_URL: at,
        CI_API_V4_URL: `${at}/api/v4`,
        CI_PROJECT_PATH: "acme/shop",
      },
    }),
  ],
  [
    "quay-verify",
    "password",
    (at) => ({ action: "quay-verify", inputs: { image: image(at), tag: "1", api: "quay", username: "a+b" } }),
  ],
  ["quay-verify", "token", (at) => ({ action: "quay-verify", inputs: { image: image(at), tag: "1", api: "quay" } })],
  [
    "jira-issue",
    "token",
    (at) => ({
      action: "jira-issue",
      inputs: { url: at, project: "P", title: "T", email: "a@b.example", deployment: "cloud" },
    }),
  ],
  [
    "jira-issue",
    "pat",
    (at) => ({ action: "jira-issue", inputs: { url: at, project: "P", title: "T", deployment: "datacenter" } }),
  ],
  [
    "metrics-gate",
    "token",
    (at) => ({
      action: "metrics-gate",
      inputs: { "prometheus-url": at, selector: 'a="b"', duration: "1s", interval: "1s", "ingest-delay": "0" },
    }),
  ],
  [
    "metrics-gate",
    "password",
    (at) => ({
      action: "metrics-gate",
      inputs: {
        "prometheus-url": at,
        selector: 'a="b"',
        username: "u",
        duration: "1s",
        interval: "1s",
        "ingest-delay": "0",
      },
    }),
  ],
  [
    "alerts-gate",
    "token",
    (at) => ({ action: "alerts-gate", inputs: { "prometheus-url": at, "alertmanager-url": at } }),
  ],
  [
    "alerts-gate",
    "password",
    (at) => ({ action: "alerts-gate", inputs: { "prometheus-url": at, "alertmanager-url": at, username: "u" } }),
  ],
  [
    "konflux-release",
    "token",
    (at) => ({ action: "konflux-release", inputs: { server: at, component: "c", "commit-sha": "0".repeat(40) } }),
  ],
];

ring("where the bundle sends credentials", [path("dist", BUILT, "npm run build")], () => {
  let directory: string;
  let workspace: string;
  let stranger: FaultServer;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), "credentials-"));
    ({ workTree: workspace } = await createDemoRepository({ directory: join(directory, "demo") }));
  });

  beforeEach(async () => {
    stranger = await startFaultServer();
  });

  afterEach(async () => {
    await stranger.close();
  });

  afterAll(async () => {
    await rm(directory, { recursive: true, force: true });
  });

  const expectUnsent = (given: { code: number | undefined; output: string }, ...sides: string[]) => {
    expect({
      code: given.code,
      asked: stranger.seen.map(({ url }) => url),
      connections: stranger.connections(),
    }).toEqual({ code: 2, asked: [], connections: 0 });
    for (const side of [stranger.origin, ...sides]) expect(given.output).toContain(side);
    const said = given.output
      .split("\n")
      .filter((line) => !line.startsWith("::add-mask::"))
      .join("\n");
    for (const secret of [GHS, GLCBT, PLAIN, SECRET]) expect(said).not.toContain(secret);
  };

  test.each(OWN)(
    "security D62: %s on %s is not sent: a forge's own token goes only to that forge",
    async (_, host, caseOf) => {
      expectUnsent(
        await start(host, directory, { workspace, ...caseOf(stranger.origin) }),
        "own token, which belongs to https://",
      );
    },
  );

  test.each(BOUND)(
    "security D62: %s sends nothing to an origin that its %s is not bound to, on any host",
    async (_, input, caseOf) => {
      const run = { workspace, ...caseOf(stranger.origin), secrets: { [input]: `${ELSEWHERE} ${SECRET}` } };
      const ends = await Promise.all(HOSTS.map((host) => start(host, directory, run)));
      for (const end of ends) expectUnsent(end, `the input ${input} is bound to ${ELSEWHERE}`);
    },
  );

  test.each(BOUND)(
    "security D62: %s sends the bare secret of its %s to the origin that it is bound to",
    async (action, input, caseOf) => {
      const { origin } = stranger;
      // git sends a credential only when the server requests one.
      if (action === "fetch-appinterface") stranger.script(text("", 401, { "www-authenticate": "Basic" }));
      await start("gitlab", directory, {
        workspace,
        ...caseOf(origin),
        secrets: { [input]: `${ELSEWHERE}, ${origin} ${SECRET}` },
      });
      const sent = stranger.seen
        .flatMap(({ headers }) => [headers.authorization, headers["private-token"], headers["job-token"]])
        .filter((value) => value !== undefined)
        .map(String);
      const decoded = sent.map((value) =>
        value.startsWith("Basic ") ? Buffer.from(value.slice(6), "base64").toString() : value,
      );
      expect(decoded.some((value) => value.endsWith(SECRET))).toBe(true);
      expect(decoded.join("\n")).not.toContain("://");
    },
  );

  test.each(HOSTS)(
    "security D62: an address from release-actions.yml gets no credential bound elsewhere, on %s",
    async (host) => {
      await writeFile(
        join(workspace, "release-actions.yml"),
        `environments:\n  - name: staging\n    prometheus: { url: ${stranger.origin} }\n`,
      );
      const inputs = { environment: "staging", selector: 'a="b"', duration: "1s", interval: "1s" };
      const given = await start(host, directory, {
        workspace,
        action: "metrics-gate",
        inputs,
        secrets: { token: `${ELSEWHERE} ${SECRET}` },
      });
      await rm(join(workspace, "release-actions.yml"));
      expectUnsent(given, `the input token is bound to ${ELSEWHERE}`);
    },
  );

  test("security D62: an account bound to a registry is not sent to another token server", async () => {
    const registry = await startFaultServer();
    const inputs = { image: image(registry.origin), tag: "1", username: "a+b", "token-server": stranger.origin };
    const given = await start("terminal", directory, {
      workspace,
      action: "quay-verify",
      inputs,
      secrets: { password: `${registry.origin} ${SECRET}` },
    });
    expectUnsent(given, `the input password is bound to ${registry.origin}`);
    expect(registry.connections()).toBe(0);
    await registry.close();
  });

  test.each(HOSTS)("security D62: an unreadable binding is refused without showing the secret, on %s", async (host) => {
    for (const binding of [
      "http://service.example.com",
      `${stranger.origin}/path`,
      "https://user:pw@service.example.com",
      "ssh://service.example.com",
    ]) {
      const given = await start(host, directory, {
        workspace,
        ...publish("github")(stranger.origin),
        secrets: { token: `${binding} ${SECRET}` },
      });
      expectUnsent({ ...given, output: `${given.output} ${stranger.origin}` }, "input token is bound to");
    }
  });
});
