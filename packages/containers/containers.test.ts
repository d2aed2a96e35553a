import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startRegistry, type Registry } from "../../test/registry/index.ts";
import { BUILDS, DOCKER } from "../../test/registry/needs.ts";
import { ring } from "../../test/rings.ts";
import { programIn } from "@release-actions/exec";
import { findBuilder, signIn } from "./index.ts";

const PATH = process.env["PATH"] ?? "";

let directory: string;
beforeEach(() => void (directory = mkdtempSync(join(tmpdir(), "containers-"))));
afterEach(() => rmSync(directory, { recursive: true, force: true }));

function context(env: Readonly<Record<string, string>>) {
  return { cwd: directory, env, signal: new AbortController().signal };
}

/** A directory below the test's own. */
function folder(name: string): string {
  mkdirSync(join(directory, name), { recursive: true });
  return join(directory, name);
}

describe("findBuilder", () => {
  const program = (name: string, script: string) =>
    writeFileSync(join(folder("bin"), name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  const find = (choice: "auto" | "docker" | "buildah") =>
    findBuilder(choice, context({ PATH: `relative:${join(directory, "bin")}` }));

  test("chooses docker if it has buildx, otherwise buildah", async () => {
    program("buildah", '[ "$*" = --version ]');
    expect(await find("auto")).toEqual({ kind: "buildah", path: join(directory, "bin/buildah") });
    program("docker", "exit 1");
    expect(await find("auto")).toMatchObject({ kind: "buildah" });
    program("docker", '[ "$*" = "buildx version" ]');
    expect(await find("auto")).toEqual({ kind: "docker", path: join(directory, "bin/docker") });
    expect(await find("buildah")).toMatchObject({ kind: "buildah" });
  });

  test("security C40: uses no program from a relative entry of PATH", async () => {
    writeFileSync(join(folder("relative"), "docker"), "#!/bin/sh\nexit 0\n", { mode: 0o755 });
    await expect(find("docker")).rejects.toMatchObject({ verdict: "invalid" });
  });

  test.each([
    ["auto", "neither docker buildx nor buildah works on this machine"],
    ["docker", "docker buildx does not work on this machine"],
    ["buildah", "buildah does not work on this machine"],
  ] as const)("%s: is invalid if nothing works", async (choice, message) => {
    await expect(find(choice)).rejects.toMatchObject({ verdict: "invalid", message });
  });
});

describe.each([
  ["docker", DOCKER, "docker/config.json"],
  ["buildah", BUILDS, "registry-auth.json"],
] as const)("signIn with %s", (kind, needs, file) => {
  ring(`a real registry with a password, and ${kind}`, needs, () => {
    let registry: Registry;
    let root: string;
    beforeAll(async () => {
      root = mkdtempSync(join(tmpdir(), "sign-in-"));
      registry = await startRegistry(join(root, "registry"), { auth: "htpasswd" });
    });
    afterAll(async () => {
      await registry.close();
      rmSync(root, { recursive: true, force: true });
    });

    const signInAs = async (password: string, env: Readonly<Record<string, string>> = {}) => {
      const all = { PATH, ...registry.environment, ...env };
      const account = { registry: registry.host, username: registry.user, password };
      const here = { ...context(all), temporary: folder("temporary") };
      return await signIn({ kind, path: programIn(kind, all)! }, account, here);
    };

    test("keeps the account in a private file that the environment names, and nowhere else", async () => {
      const own = folder("own");
      mkdirSync(join(own, "contexts"));
      const settings = { auths: { "other.example": { auth: "b3RoZXI6b3RoZXI=" } }, credsStore: "none-such" };
      const before = JSON.stringify(settings);
      writeFileSync(join(own, "config.json"), before);
      const env = await signInAs(registry.password, {
        DOCKER_CONFIG: own,
        REGISTRY_AUTH_FILE: join(own, "config.json"),
      });
      const made = join(directory, "temporary", file);
      expect(kind === "docker" ? env["DOCKER_CONFIG"] : env["REGISTRY_AUTH_FILE"]).toBe(
        kind === "docker" ? join(directory, "temporary/docker") : made,
      );
      expect(statSync(made).mode & 0o077).toBe(0);
      const { auths } = JSON.parse(readFileSync(made, "utf8")) as { auths: Record<string, { auth: string }> };
      const account = Buffer.from(`${registry.user}:${registry.password}`).toString("base64");
      expect(auths).toEqual({ "other.example": { auth: "b3RoZXI6b3RoZXI=" }, [registry.host]: { auth: account } });
      expect(readFileSync(join(own, "config.json"), "utf8")).toBe(before);
      if (kind === "docker") expect(existsSync(join(directory, "temporary/docker/contexts"))).toBe(true);
    });

    test("a wrong password is undecided, with what the tool says and without the password", async () => {
      const failure = await signInAs("wrong-password").catch((error: unknown) => error as Error);
      expect(failure).toMatchObject({ verdict: "undecided" });
      expect((failure as Error).message).toContain(`${kind} could not sign in to ${registry.host} (exit code `);
      expect((failure as Error).message).not.toContain("wrong-password");
    });
  });
});
