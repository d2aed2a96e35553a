import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { CredentialRules } from "@release-actions/action";

import { commitFiles, git, makeRepository } from "../../test/repositories.ts";
import { startGitHttp } from "../../test/stand-ins/git-http.ts";
import type { GitHttp, GitHttpFault, GitHttpRequest } from "../../test/stand-ins/git-http.ts";
import { formsOf, tryRead, whereFound } from "../../test/secret-search.ts";
import { makeWorkshop, stopOf } from "../../test/git-workshop.ts";
import type { Workshop } from "../../test/git-workshop.ts";
import { branchRef, objectIdOf, openRepository, privateClone } from "./index.ts";
import type { Credential, Repository } from "./index.ts";
import { withoutSecret } from "./credential.ts";

const CANARY = `canary/t0ken+with=signs&${randomBytes(6).toString("hex")}`;
const credential: Credential = { username: "x-access-token", secret: CANARY };
const FORMS = formsOf(credential);

let workshop: Workshop;
let directory: string;
let server: GitHttp;
let fault: GitHttpFault | undefined;
/** Which requests the server never answers. */
let hold: (request: GitHttpRequest) => boolean;
let held: boolean;

beforeEach(async () => {
  workshop = makeWorkshop();
  directory = makeRepository(workshop.path("work"));
  commitFiles(directory, { "a.txt": "a\n" });
  git(directory, ["tag", "--annotate", "--message", "One", "v1"]);
  mkdirSync(workshop.path("server"));
  git(workshop.directory, ["clone", "--quiet", "--bare", directory, workshop.path("server", "x.git")]);
  fault = undefined;
  hold = () => false;
  held = false;
  const answer = (request: GitHttpRequest): GitHttpFault | undefined => {
    if (!hold(request)) return fault;
    held = true;
    return "hang";
  };
  server = await startGitHttp({ root: workshop.path("server"), token: CANARY, fault: answer });
});
afterEach(async () => {
  await server.close();
  workshop.remove();
});

const remote = (): { url: string; credential: Credential } => ({ url: `${server.url}/x.git`, credential });

const findings = (): string[] => whereFound(FORMS, workshop.directory);

/** Waits until the server holds an authorized request back, while git and its helpers live. */
async function untilHeld(): Promise<void> {
  for (let tries = 0; tries < 250 && !held; tries += 1) await sleep(20);
  expect(held).toBe(true);
}

describe("security C46, C47: a credential reaches the server and no other place", () => {
  test.each([
    ["a read", "GET", (repository: Repository) => repository.remoteRefs(remote(), ["refs/tags/v1"])],
    ["a fetch", "POST", (repository: Repository) => repository.fetchTag(remote(), "v1")],
    [
      "a push",
      "POST",
      async (repository: Repository) => {
        const id = objectIdOf(git(directory, ["commit-tree", "-m", "New", "-p", "HEAD", "HEAD^{tree}"]));
        const base = objectIdOf(git(directory, ["rev-parse", "HEAD"]));
        return repository.push({ ...remote(), updates: [{ ref: branchRef("new"), id, base, expect: "absent" }] });
      },
    ],
  ] as const)("while git runs %s, and after an abort", async (_, method, use) => {
    const controller = new AbortController();
    hold = (request) => request.method === method;
    const running = stopOf(use(workshop.open(directory, { signal: controller.signal })));
    await untilHeld();
    expect(readdirSync("/proc").some((name) => tryRead(`/proc/${name}/cmdline`).includes("remote-http"))).toBe(true);
    expect(findings()).toEqual([]);
    controller.abort();
    expect(await running).toMatchObject({ verdict: "interrupted" });
    expect(findings()).toEqual([]);
  });

  test("after success, of a read, a clone, a lazy read and a push", async () => {
    const repository = workshop.open(directory);
    expect(await repository.remoteRefs(remote(), ["refs/tags/v1"])).toHaveLength(1);
    expect(await repository.fetchTag(remote(), "v1")).toMatchObject({ annotated: true });
    const clone = await privateClone({
      ...workshop.options,
      ...remote(),
      ref: branchRef("main"),
      depth: 1,
      filter: "blob:none",
    });
    const head = objectIdOf(String(await clone.head()));
    expect((await clone.readFile(head, "a.txt", 10))?.toString()).toBe("a\n");
    await clone.push({ ...remote(), updates: [{ ref: branchRef("new"), id: head, expect: "absent" }] });
    expect(findings()).toEqual([]);
    expect(server.log.some(({ credential: sent }) => sent)).toBe(true);
  });

  test("after a failure, whatever the server answers", async () => {
    const repository = workshop.open(directory);
    const wrong = { ...remote(), credential: { ...credential, secret: `${CANARY}x` } };
    expect(await stopOf(repository.remoteRefs(wrong, ["refs/tags/v1"]))).toMatchObject({ verdict: "invalid" });
    for (fault of [{ status: 403 }, { status: 500 }, "reset"] as const) {
      const stop = await stopOf(repository.remoteRefs(remote(), ["refs/tags/v1"]));
      expect(FORMS.some((form) => JSON.stringify([stop.message, stop.details]).includes(form))).toBe(false);
    }
    expect(findings()).toEqual([]);
  });

  test("after our own process is killed with SIGKILL in the middle", async () => {
    hold = () => true;
    const program = `
      import { readFileSync } from "node:fs";
      import { openRepository } from ${JSON.stringify(join(import.meta.dirname, "index.ts"))};
      const { url, credential, directory, temporary } = JSON.parse(readFileSync(0, "utf8"));
      await openRepository({ directory, temporary, environment: { PATH: process.env.PATH } })
        .remoteRefs({ url, credential }, ["refs/tags/v1"]);`;
    const child = spawn(process.execPath, ["--input-type=module", "-e", program], {
      stdio: ["pipe", "ignore", "inherit"],
      env: { PATH: process.env["PATH"], NODE_NO_WARNINGS: "1" },
    });
    child.stdin?.end(JSON.stringify({ ...remote(), directory, temporary: workshop.options.temporary }));
    await untilHeld();
    child.kill("SIGKILL");
    await new Promise((resolve) => child.once("exit", resolve));
    expect(findings()).toEqual([]);
  });
});

test("security C41: a .netrc and a credential helper of the user are not asked", async () => {
  const home = workshop.path("home");
  mkdirSync(home);
  writeFileSync(join(home, ".netrc"), `machine 127.0.0.1 login x password ${CANARY}\n`);
  writeFileSync(join(home, ".gitconfig"), `[credential]\n\thelper = "!echo password=${CANARY}; echo username=x"\n`);
  git(directory, ["config", "credential.helper", `!echo password=${CANARY}; echo username=x`]);
  git(directory, ["config", `http.${server.url}/.extraHeader`, `Authorization: basic ${FORMS[3]}`]);
  const environment = { PATH: process.env["PATH"] ?? "", HOME: home };
  const repository = openRepository({ ...workshop.options, environment, directory });
  expect(await stopOf(repository.remoteRefs({ url: remote().url }, ["refs/tags/v1"]))).toMatchObject({
    verdict: "invalid",
  });
  expect(server.log.some(({ credential: sent }) => sent)).toBe(false);
});

test("security D59: the credential does not follow a redirect to another origin", async () => {
  const other = await startGitHttp({ root: workshop.path("server") });
  try {
    for (const location of [`${other.url}/x.git/info/refs?service=git-upload-pack`, `${server.url}/y.git/info/refs`]) {
      fault = { status: 302, location };
      expect(await stopOf(workshop.open(directory).remoteRefs(remote(), ["refs/tags/v1"]))).toMatchObject({
        verdict: "invalid",
      });
    }
    expect(other.log).toEqual([]);
  } finally {
    await other.close();
  }
});

test("security G95: a secret that the server echoes is taken out of the message", () => {
  const text = FORMS.map((form) => `remote: you sent ${form}`).join("\n");
  expect(FORMS.some((form) => withoutSecret(text, credential).includes(form))).toBe(false);
});

test.each(["", "a\nb", "a\rb", "a\0b"])("a secret of %j is invalid before anything starts", async (secret) => {
  const repository = openRepository({ ...workshop.options, directory });
  const stop = await stopOf(
    repository.remoteRefs({ ...remote(), credential: { ...credential, secret } }, ["refs/tags/v1"]),
  );
  expect(stop).toMatchObject({ verdict: "invalid" });
  expect(server.log).toEqual([]);
});

test("security D62: a secret bound elsewhere or a forge's own token is not sent to another remote", async () => {
  const origins = ["https://gitlab.example.com"];
  const bound = new CredentialRules().given([{ input: "token", secret: CANARY, origins }]);
  const own: Credential = { username: "x-access-token", secret: "ghs_0123456789abcdefCANARY" };
  const asUser: Credential = { username: CANARY, secret: "x" };
  for (const [given, credentials] of [
    [credential, bound],
    [asUser, bound],
    [own, new CredentialRules()],
  ] as const) {
    const options = { ...workshop.options, network: { tlsVerificationDisabled: false, credentials } };
    const there = { url: `${server.url}/x.git`, credential: given };
    const repository = openRepository({ ...options, directory });
    const stops = await Promise.all([
      stopOf(repository.remoteRefs(there, ["refs/tags/"])),
      stopOf(repository.fetchTag(there, "v1")),
      stopOf(privateClone({ ...options, ...there, ref: branchRef("main") })),
    ]);
    for (const stop of stops) {
      const message: unknown = expect.stringContaining(`would have been sent to ${server.url}`);
      expect(stop).toMatchObject({ verdict: "invalid", message });
      expect(JSON.stringify([stop.message, stop.details])).not.toMatch(/canary/i);
    }
  }
  expect(server.log).toEqual([]);
});
