import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runInMemory, systemClock, type MemoryRun } from "@release-actions/hosts";
import { secrets } from "@release-actions/text";
import { processesWith, until } from "../../test/processes.ts";
import { installDocker, type DockerStandIn } from "../../test/stand-ins/docker/index.ts";
import { startRegistryStandIn } from "../../test/stand-ins/registry/index.ts";
import action from "./action.ts";

const DIGEST = `sha256:${"ab".repeat(32)}`;
const IMAGES = `front-end=ghcr.io/acme/web@${DIGEST} api=ghcr.io/acme/api@${DIGEST}`;

let root: string;
let docker: DockerStandIn;
beforeEach(() => {
  secrets.clear();
  root = mkdtempSync(join(tmpdir(), "run-staging-"));
  for (const name of ["bin", "home", "work"]) mkdirSync(join(root, name));
  docker = installDocker(join(root, "bin"));
  writeFileSync(join(root, "work/compose.yml"), "services: {}\n");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const run = (inputs: Readonly<Record<string, string>>, env: Record<string, string> = {}, more: MemoryRun = {}) =>
  runInMemory(action, {
    workspace: join(root, "work"),
    clock: systemClock,
    inputs: { images: IMAGES, ...inputs },
    facts: {
      kind: "github",
      toolEnvironment: { PATH: `${join(root, "bin")}:${process.env["PATH"]}`, HOME: join(root, "home"), ...env },
    },
    ...more,
  });

describe("test", () => {
  test("runs the command in the repository, with the images and the variables of the job", async () => {
    const command = 'echo "$RELEASE_TAG in $(basename "$PWD")"\necho "$IMAGE_FRONT_END"\necho "${!IMAGE_@}"';
    const { verdict, exitCode, lines } = await run({ command }, { RELEASE_TAG: "v1.2.3" });
    expect([verdict, exitCode]).toEqual(["passed", 0]);
    expect(lines.slice(0, 3)).toEqual(["v1.2.3 in work", `ghcr.io/acme/web@${DIGEST}`, "IMAGE_API IMAGE_FRONT_END"]);
  });

  test.each([
    ["a command that fails", "false\necho not reached", 1],
    ["a pipe in which one fails", "false | true\necho not reached", 1],
    ["a variable that is not set", 'echo "$NOT_SET"\necho not reached', 1],
    ["its own exit code", "exit 42", 42],
  ])("%s is refused", async (_, command, code) => {
    const { verdict, exitCode, lines } = await run({ command });
    expect([verdict, exitCode]).toEqual(["refused", 1]);
    expect(lines.join("\n")).toContain(`the command ended with exit code ${code}`);
    expect(lines).not.toContain("not reached");
  });

  test("security A1: what it prints is text, and a secret that it masks is not shown", async () => {
    const command = `echo "::set-output name=verdict::passed"; echo "  ::add-mask::t0ken%25of-the-test"; echo "t0ken%of-the-test"; echo "##[error]x"`;
    const { lines } = await run({ command });
    expect(lines.slice(0, 4)).toEqual([
      "\\::set-output name=verdict::passed",
      "  \\::add-mask::***",
      "***",
      "##\\[error]x",
    ]);
  });

  test("sees neither the runner's own tokens nor the step's outputs", async () => {
    const GITHUB_OUTPUT = join(root, "github-output");
    writeFileSync(GITHUB_OUTPUT, "");
    const own = { ACTIONS_RUNTIME_TOKEN: "x", ACTIONS_RESULTS_URL: "x", ACTIONS_ID_TOKEN_REQUEST_URL: "kept" };
    const command = 'echo verdict=passed >> "$GITHUB_OUTPUT"; env | grep ^ACTIONS_';
    const { verdict, lines } = await run({ command }, { GITHUB_OUTPUT, ...own });
    expect([verdict, lines[0], readFileSync(GITHUB_OUTPUT, "utf8")]).toEqual([
      "passed",
      "ACTIONS_ID_TOKEN_REQUEST_URL=kept",
      "",
    ]);
    expect(lines.join("\n")).not.toContain("RUNTIME");
  });

  test("signs in so that it can pull, and leaves no account behind", async () => {
    const registry = await startRegistryStandIn({ user: "octocat", password: "p4ssw0rd-of-the-registry" });
    try {
      const account = { registry: registry.host, username: "octocat", password: "p4ssw0rd-of-the-registry" };
      const command = 'echo "$DOCKER_CONFIG"; grep -c auths "$DOCKER_CONFIG/config.json"';
      const { verdict, lines } = await run({ command, ...account });
      expect([verdict, lines[1]]).toEqual(["passed", "1"]);
      expect(existsSync(lines[0]!)).toBe(false);
      expect(lines.join("\n")).not.toContain("p4ssw0rd");
      expect(existsSync(join(root, "home/.docker"))).toBe(false);
    } finally {
      await registry.close();
    }
  });

  test("security D62: a forge's own token is not sent to another registry", async () => {
    const account = { registry: "quay.io", username: "x", password: "ghs_0123456789abcdef0123456789abcdef0123" };
    const { verdict } = await run({ command: "touch started", ...account });
    expect([verdict, docker.calls(), existsSync(join(root, "work/started"))]).toEqual(["invalid", [], false]);
  });

  test("security 3: an interrupt ends the command with its children; what it left in the background otherwise stays", async () => {
    const interrupt = new AbortController();
    const command = 'sleep 600 & echo $! > pid; touch "$PWD/started"; wait';
    const running = run({ command }, { MARK: root }, { interrupt: interrupt.signal });
    expect(await until(() => existsSync(join(root, "work/started")))).toBe(true);
    interrupt.abort();
    expect(await running).toMatchObject({ verdict: "interrupted", exitCode: 130 });
    expect(processesWith(root)).toEqual([]);
    expect((await run({ command: "sleep 600 & echo $! > pid" }, { MARK: root })).verdict).toBe("passed");
    const [left] = processesWith(root);
    expect(left?.command).toBe("sleep 600 ");
    process.kill(left!.pid, "SIGKILL");
  });
});

describe("start, logs and stop", () => {
  test("call docker compose with the file, and the services see the images", async () => {
    for (const step of ["start", "logs", "stop"])
      expect((await run({ do: step, "compose-file": "compose.yml" })).verdict).toBe("done");
    const file = `--file=${join(root, "work/compose.yml")}`;
    const calls = docker.calls().filter(([, second]) => second !== "version");
    expect(calls).toEqual([
      ["compose", file, "up", "--detach", "--no-build", "--wait"],
      ["compose", file, "ps", "--all"],
      ["compose", file, "logs", "--no-color", "--tail=200"],
      ["compose", file, "down", "--volumes", "--timeout=10"],
    ]);
    const { lines } = await run({ do: "start", "compose-file": "compose.yml" });
    expect(lines).toContain(`IMAGE_FRONT_END=ghcr.io/acme/web@${DIGEST}`);
  });

  test("services that do not become healthy are refused", async () => {
    docker.behave({ unhealthy: true });
    const { verdict, lines } = await run({ do: "start", "compose-file": "compose.yml" });
    expect([verdict, lines.join("\n")]).toEqual(["refused", expect.stringContaining("did not become healthy")]);
  });

  test("security A1: the services' logs are text", async () => {
    docker.behave({ print: ["app-1  | ::error::x", "::stop-commands::y"] });
    const { lines } = await run({ do: "logs", "compose-file": "compose.yml" });
    expect(lines).toEqual(expect.arrayContaining(["app-1  | ::error::x", "\\::stop-commands::y"]));
  });

  test.each([
    ["a file that is missing", "none.yml", 'there is no file "none.yml"'],
    ["a directory", ".", "is not a regular file"],
    ["a file outside the repository", "../bin/docker", "outside the workspace"],
  ])("%s is invalid", async (_, file, message) => {
    const { verdict, lines } = await run({ do: "start", "compose-file": file });
    expect([verdict, lines.join("\n"), docker.calls()]).toEqual(["invalid", expect.stringContaining(message), []]);
  });

  test("a machine without docker compose is invalid", async () => {
    docker.behave({ withoutCompose: true });
    const { verdict, lines } = await run({ do: "start", "compose-file": "compose.yml" });
    expect([verdict, lines.join("\n")]).toEqual(["invalid", expect.stringContaining("has no docker compose")]);
  });
});

describe("inputs that do not go together", () => {
  test.each([
    [{ do: "test" }, "command is needed for test"],
    [{ do: "start" }, "compose-file is needed for start"],
    [{ command: "true", password: "x".repeat(10) }, "password goes with registry and username"],
    [{ command: "true", images: "web" }, "images must contain name=repository@digest"],
  ])("%j", async (inputs, message) => {
    const { verdict, lines } = await run(inputs);
    expect([verdict, lines.join("\n")]).toEqual(["invalid", expect.stringContaining(message)]);
  });
});
