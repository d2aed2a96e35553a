import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runInMemory, systemClock, type MemoryResult, type MemoryRun } from "@release-actions/hosts";
import { secrets } from "@release-actions/text";
import { processesWith, until } from "../../test/processes.ts";
import { installDocker, type DockerStandIn } from "../../test/stand-ins/docker/index.ts";
import { startRegistryStandIn, type StandInRegistry } from "../../test/stand-ins/registry/index.ts";
import { hurriedClock } from "../../test/worlds/publish-release.ts";
import action from "./action.ts";

const COMMIT = "0123456789abcdef0123456789abcdef01234567";
const ACCOUNT = { user: "octocat", password: "p4ssw0rd-of-the-registry" };
const TAG = `commit-${COMMIT}`;

let root: string;
let workspace: string;
let docker: DockerStandIn;
let registry: StandInRegistry;

beforeEach(async () => {
  secrets.clear();
  root = mkdtempSync(join(tmpdir(), "build-image-"));
  workspace = join(root, "work");
  for (const name of ["bin", "home", "work/frontend"]) mkdirSync(join(root, name), { recursive: true });
  writeFileSync(join(workspace, "frontend/Dockerfile"), "FROM scratch\n");
  docker = installDocker(join(root, "bin"));
  registry = await startRegistryStandIn(ACCOUNT);
});
afterEach(async () => {
  await registry.close();
  rmSync(root, { recursive: true, force: true });
});

async function build(inputs: Readonly<Record<string, string>> = {}, more: MemoryRun = {}): Promise<MemoryResult> {
  const { facts, ...rest } = more;
  return await runInMemory(action, {
    workspace,
    clock: hurriedClock(),
    inputs: {
      name: "front-end",
      registry: registry.host,
      context: "frontend",
      username: ACCOUNT.user,
      password: ACCOUNT.password,
      version: "1.2.3",
      ...inputs,
    },
    facts: {
      kind: "github",
      repository: "Acme/App",
      serverUrl: "https://forge.test",
      commit: COMMIT,
      toolEnvironment: { PATH: `${join(root, "bin")}:/usr/bin:/bin`, HOME: join(root, "home") },
      ...facts,
    },
    ...rest,
  });
}

const tagged = () => registry.tags.get(`acme/app/front-end:${TAG}`);
const pushes = () => registry.ledger.filter((line) => line.startsWith("PUT") && line.includes("/manifests/"));
const builds = () => docker.calls().filter(([first, second]) => first === "buildx" && second === "build");

describe("a build with docker buildx", () => {
  test("signs in, pushes the commit's tag, and returns the digest that the registry holds", async () => {
    const { verdict, exitCode, outputs, summary } = await build();
    expect([verdict, exitCode]).toEqual(["done", 0]);
    const digest = tagged();
    expect(digest).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(outputs).toMatchObject({ digest, image: `${registry.host}/acme/app/front-end@${digest}` });
    expect(JSON.parse(outputs["report"]!)).toMatchObject({ outcome: "pushed", tool: "docker", digest, commit: COMMIT });
    expect(summary).toContain(digest);
    expect(docker.calls()).toEqual([
      ["buildx", "version"],
      ["login", "--username", "octocat", "--password-stdin", registry.host],
      [
        "buildx",
        "build",
        "--progress=plain",
        "--push",
        `--tag=${registry.host}/acme/app/front-end:${TAG}`,
        `--file=${join(workspace, "frontend/Dockerfile")}`,
        "--label=org.opencontainers.image.version=1.2.3",
        `--label=org.opencontainers.image.revision=${COMMIT}`,
        "--label=org.opencontainers.image.source=https://forge.test/Acme/App",
        expect.stringMatching(/^--metadata-file=.*\/metadata\.json$/),
        "--",
        join(workspace, "frontend"),
      ],
    ]);
  });

  test("passes everything on that it is given, and a secret by a variable alone", async () => {
    const { verdict, lines, outputs, summary } = await build({
      labels: "a=b=c\n-x=--y z",
      "build-args": "NODE=24\nEMPTY=",
      "build-secrets": "npm=s3cret-token",
      platforms: "linux/amd64, linux/arm64",
      target: "app",
      "cache-from": "type=gha\ntype=registry,ref=x/y:cache",
      "cache-to": "type=gha,mode=max",
    });
    expect(verdict).toBe("done");
    const [args] = builds();
    expect(args).toEqual(
      expect.arrayContaining([
        "--label=a=b=c",
        "--label=-x=--y z",
        "--build-arg=NODE=24",
        "--build-arg=EMPTY=",
        "--secret=id=npm,env=BUILD_SECRET_0",
        "--platform=linux/amd64,linux/arm64",
        "--target=app",
        "--cache-from=type=gha",
        "--cache-from=type=registry,ref=x/y:cache",
        "--cache-to=type=gha,mode=max",
      ]),
    );
    expect(lines).toContain("secret id=npm,env=BUILD_SECRET_0: ***");
    expect(JSON.stringify([lines, outputs, summary, docker.calls()])).not.toMatch(/s3cret-token|p4ssw0rd/);
  });

  test("an image by its full name, without an account", async () => {
    const open = await startRegistryStandIn();
    try {
      const image = `${open.host}/team/app`;
      const { outputs } = await build({ image, name: "", registry: "", username: "", password: "", version: "" });
      expect(outputs).toMatchObject({ verdict: "done", image: `${image}@${open.tags.get(`team/app:${TAG}`)}` });
      expect(docker.calls().map(([first]) => first)).toEqual(["buildx", "buildx"]);
    } finally {
      await open.close();
    }
  });

  test("leaves no account behind, in the user's home or elsewhere", async () => {
    await build();
    expect(processesWith(root)).toEqual([]);
    expect(() => readFileSync(join(root, "home/.docker/config.json"))).toThrow("ENOENT");
  });

  test("a dry run looks the tag up, prints the exact command, and starts no build", async () => {
    const { verdict, lines, outputs } = await build({ "dry-run": "true", "build-secrets": "npm=s3cret-token" });
    expect([verdict, outputs["image"], outputs["digest"]]).toEqual(["passed", "", ""]);
    expect(docker.calls()).toEqual([["buildx", "version"]]);
    expect(lines).toContain(`Would sign in to ${registry.host}`);
    const [command] = lines.filter((line) => line.startsWith("Would run: docker buildx build"));
    expect(command).toContain(`--tag=${registry.host}/acme/app/front-end:${TAG}`);
    expect(command).toContain("--secret=id=npm,env=BUILD_SECRET_0");
    expect(pushes()).toEqual([]);
    expect(JSON.stringify([lines, outputs])).not.toContain("s3cret-token");
    expect((JSON.parse(outputs["report"]!) as { outcome: string }).outcome).toBe("planned");
  });
});

describe("nothing is done twice", () => {
  test("an image of the same commit is adopted, and its digest returned", async () => {
    const first = await build();
    const again = await build();
    expect(again).toMatchObject({ verdict: "unchanged", exitCode: 0 });
    expect(again.outputs["image"]).toBe(first.outputs["image"]);
    expect([builds().length, pushes().length]).toEqual([1, 1]);
    expect(again.lines.filter((line) => line.startsWith("warning"))).toEqual([]);
  });

  test("an index is adopted if each of its images is of the commit; one of another version with a warning", async () => {
    const platforms = "linux/amd64,linux/arm64";
    const first = await build({ platforms });
    const again = await build({ platforms, version: "2.0.0" });
    expect([again.verdict, again.outputs["digest"]]).toEqual(["unchanged", first.outputs["digest"]]);
    expect(again.lines.join("\n")).toContain("is labeled 1.2.3, not 2.0.0");
    const more = await build({ platforms: `${platforms},linux/s390x` });
    expect([more.verdict, more.lines.join("\n")]).toEqual([
      "refused",
      expect.stringContaining("exists without linux/s390x"),
    ]);
  });

  test.each([
    ["another commit", `${"f".repeat(40)}`, /is of commit "f{40}"/],
    ["no commit", undefined, /has no label of its commit/],
  ])("an image of %s is never replaced", async (_, revision, message) => {
    await build(revision === undefined ? {} : { "commit-sha": revision });
    const other = registry.tags.get(`acme/app/front-end:commit-${revision ?? COMMIT}`)!;
    if (revision === undefined) {
      docker.behave({ print: [] });
      registry.tags.clear();
      await build({ "commit-sha": "1".repeat(40) });
      registry.tags.set(`acme/app/front-end:${TAG}`, await unlabeled());
    } else registry.tags.set(`acme/app/front-end:${TAG}`, other);
    const before = pushes().length;
    const { verdict, exitCode, lines } = await build();
    expect([verdict, exitCode, pushes().length]).toEqual(["refused", 1, before]);
    expect(lines.join("\n")).toMatch(message);
  });

  /** Pushes an image without labels; returns its digest. */
  async function unlabeled(): Promise<string> {
    const authorization = `Basic ${Buffer.from(`${ACCOUNT.user}:${ACCOUNT.password}`).toString("base64")}`;
    const base = `http://${registry.host}/v2/acme/app/front-end`;
    const { createHash } = await import("node:crypto");
    const digestOf = (text: string) => `sha256:${createHash("sha256").update(text).digest("hex")}`;
    const config = JSON.stringify({ os: "linux", architecture: "amd64" });
    await fetch(`${base}/blobs/uploads/1?digest=${digestOf(config)}`, {
      method: "PUT",
      body: config,
      headers: { authorization },
    });
    const type = "application/vnd.oci.image.manifest.v1+json";
    const descriptor = {
      mediaType: "application/vnd.oci.image.config.v1+json",
      digest: digestOf(config),
      size: config.length,
    };
    const manifest = JSON.stringify({ schemaVersion: 2, mediaType: type, config: descriptor, layers: [] });
    const headers = { authorization, "content-type": type };
    await fetch(`${base}/manifests/other`, { method: "PUT", body: manifest, headers });
    return digestOf(manifest);
  }
});

describe("an unknown never passes", () => {
  const statusOf = async (behavior: Parameters<DockerStandIn["behave"]>[0]) => {
    docker.behave(behavior);
    const { verdict, exitCode, lines } = await build();
    return { verdict, exitCode, log: lines.join("\n") };
  };

  test("a build that fails is refused, with its output, and nothing was pushed", async () => {
    const { verdict, exitCode, log } = await statusOf({ fail: "no such base image" });
    expect([verdict, exitCode, tagged()]).toEqual(["refused", 1, undefined]);
    expect(log).toContain("ERROR: no such base image");
    expect(log).toContain("docker buildx build failed with exit code 1");
  });

  test.each([
    ["no metadata file", false],
    ["a digest that is none", { "containerimage.digest": "sha256:abc" }],
    ["no digest", { "containerimage.digest": null }],
  ] as const)("%s after a push is unknown", async (_, metadata) => {
    const { verdict, exitCode, log } = await statusOf({ metadata });
    expect([verdict, exitCode]).toEqual(["unknown", 4]);
    expect(log).toContain("named no digest");
    docker.behave({});
    expect(await build()).toMatchObject({ verdict: "unchanged", outputs: { digest: tagged() } });
  });

  test("a tool that fails after it pushed: the registry's image is taken", async () => {
    const { verdict, log } = await statusOf({ failAfterPush: true });
    expect(verdict).toBe("done");
    expect(log).toContain("the registry holds an image of this commit, which is taken");
  });

  test("a digest that the registry does not hold under the tag is not passed on", async () => {
    const { verdict, log } = await statusOf({ metadata: { "containerimage.digest": `sha256:${"0".repeat(64)}` } });
    expect(verdict).toBe("done");
    expect(log).toContain("another run pushed it as well");
  });

  test.each([500, 429])("a registry that answers %i before the build: nothing is built", async (status) => {
    registry.intercept = (method) => (method === "GET" ? status : undefined);
    const { verdict, exitCode } = await statusOf({});
    expect([verdict, exitCode, builds()]).toEqual(["undecided", 3, []]);
  });

  test("a registry that does not answer after the push: unknown, and the next run adopts the image", async () => {
    registry.intercept = (method) => (method === "GET" && pushes().length > 0 ? 500 : undefined);
    const { verdict, exitCode, log } = await statusOf({});
    expect([verdict, exitCode]).toEqual(["unknown", 4]);
    expect(log).toContain("is not known");
    registry.intercept = () => undefined;
    expect(await build()).toMatchObject({ verdict: "unchanged", outputs: { digest: tagged() } });
  });

  test("a registry that never shows the tag: unknown", async () => {
    registry.intercept = (method, path) => {
      if (method === "PUT" && path.endsWith(TAG)) return 201;
      return undefined;
    };
    const { verdict, log } = await statusOf({});
    expect(verdict).toBe("unknown");
    expect(log).toContain("does not show");
  });

  test("a password that the registry does not accept is invalid, and the tool never gets it", async () => {
    const { verdict, exitCode } = await build({ password: "wrong-password" });
    expect([verdict, exitCode, docker.calls().length]).toEqual(["invalid", 2, 1]);
  });

  test("security D62: a forge's own token goes to no other registry", async () => {
    const { verdict, lines } = await build({ password: "ghs_0123456789abcdef0123456789abcdef0123" });
    expect([verdict, registry.ledger, docker.calls()]).toEqual(["invalid", [], []]);
    expect(lines.join("\n")).toContain("holds GitHub's own token");
  });
});

describe("what is refused before anything is started", () => {
  test("all problems at once, each with its input", async () => {
    const { verdict, lines } = await build({
      name: "A;id",
      "commit-sha": "abc",
      context: "nowhere",
      dockerfile: "frontend",
      platforms: "linux,linux/amd64",
      target: "-x",
      labels: "nothing\norg.opencontainers.image.version=2",
      "build-args": "A",
      "build-secrets": "=x",
      password: "",
      "token-server": "https://a.example/x",
    });
    expect([verdict, docker.calls(), registry.ledger]).toEqual(["invalid", [], []]);
    const log = lines.join("\n");
    for (const part of [
      "name must consist of",
      "commit-sha must be a full commit ID",
      'context: there is no directory "nowhere"',
      'dockerfile: "frontend" is not a regular file',
      'not a platform: "linux"',
      "target must be the name of a stage",
      'not one: "nothing"',
      "is set by the input version",
      "build-args must have one",
      "build-secrets must have one",
      "password is missing",
      "token-server must be an origin",
    ])
      expect(log).toContain(part);
  });

  test.each([
    ["Upper case", "ghcr.io/Acme/app", "in lower case"],
    ["a tag", "ghcr.io/acme/app:1", "without tag or digest"],
    ["a digest", `ghcr.io/acme/app@sha256:${"0".repeat(64)}`, "without tag or digest"],
    ["no registry", "acme/app", "must begin with the registry"],
    ["an option", "--push", "must begin with the registry"],
  ])("an image with %s", async (_, image, message) => {
    const { verdict, lines } = await build({ image, registry: "", username: "", password: "" });
    expect([verdict, lines.join("\n")]).toEqual(["invalid", expect.stringContaining(message)]);
  });

  test("a context without a Dockerfile, and a file outside the repository", async () => {
    mkdirSync(join(workspace, "empty"));
    expect((await build({ context: "empty" })).lines.join("\n")).toContain('there is no file "empty/Dockerfile"');
    const { verdict, lines } = await build({ dockerfile: "../bin/docker" });
    expect([verdict, lines.join("\n")]).toEqual(["invalid", expect.stringContaining("outside the workspace")]);
  });

  test("a machine without a builder", async () => {
    const toolEnvironment = { PATH: join(root, "home") };
    const { verdict, lines } = await build({}, { facts: { toolEnvironment } });
    expect([verdict, lines.join("\n")]).toEqual([
      "invalid",
      expect.stringContaining("neither docker buildx nor buildah"),
    ]);
  });
});

describe("security A1, A14: what a build prints is text", () => {
  test("commands of a runner are shown, and do not reach the summary", async () => {
    docker.behave({
      print: ["::set-output name=image::evil", "##[error]x", `registry ${ACCOUNT.password}`, "\u001b[2J"],
    });
    const { lines, summary, outputs } = await build();
    expect(lines).toEqual(
      expect.arrayContaining(["\\::set-output name=image::evil", "##\\[error]x", "registry ***", "<U+001B>[2J"]),
    );
    expect([summary, outputs["image"]]).toEqual([
      expect.not.stringContaining("evil"),
      expect.not.stringContaining("evil"),
    ]);
  });
});

describe("an interrupted build", () => {
  test("leaves no process, and says that a push is not known to have happened", async () => {
    docker.behave({ sleep: 600_000 });
    const interrupt = new AbortController();
    const running = build({}, { interrupt: interrupt.signal, clock: systemClock });
    const { existsSync } = await import("node:fs");
    expect(await until(() => existsSync(docker.started))).toBe(true);
    expect(processesWith(root).length).toBeGreaterThan(0);
    interrupt.abort();
    const { verdict, lines } = await running;
    expect([verdict, processesWith(root)]).toEqual(["unknown", []]);
    expect(lines.join("\n")).toContain("was pushed is not known");
    docker.behave({});
    expect(await build()).toMatchObject({ verdict: "done" });
  });

  test("a build that takes longer than its timeout is undecided", async () => {
    docker.behave({ sleep: 600_000 });
    const { verdict, lines } = await build({ timeout: "2s" });
    expect([verdict, tagged(), processesWith(root)]).toEqual(["undecided", undefined, []]);
    expect(lines.join("\n")).toContain("did not end within");
  });
});
