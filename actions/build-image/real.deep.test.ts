import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runInMemory, systemClock, type MemoryRun } from "@release-actions/hosts";
import { processesWith, until } from "../../test/processes.ts";
import { BUSYBOX, startRegistry, type Registry } from "../../test/registry/index.ts";
import { BUILDS } from "../../test/registry/needs.ts";
import { ring } from "../../test/rings.ts";
import action from "./action.ts";

const COMMIT = "0123456789abcdef0123456789abcdef01234567";

ring("build-image with buildah and a real registry", BUILDS, () => {
  let root: string;
  let registry: Registry;

  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), "build-image-real-"));
    registry = await startRegistry(join(root, "registry"), { auth: "token" });
    for (const name of ["app", "slow"]) {
      mkdirSync(join(root, "work", name), { recursive: true });
      copyFileSync(BUSYBOX, join(root, "work", name, "busybox"));
    }
    const base = "FROM scratch AS base\nCOPY busybox /bin/busybox\nARG GREETING=none\n";
    const run = (script: string) => `RUN --mount=type=secret,id=token ["/bin/busybox", "sh", "-c", "${script}"]\n`;
    writeFileSync(
      join(root, "work/app/Dockerfile"),
      `${base}${run("echo the token is $(/bin/busybox cat /run/secrets/token); echo ::error::hi")}FROM base AS other\n`,
    );
    writeFileSync(join(root, "work/app/Multi"), base);
    writeFileSync(join(root, "work/slow/Dockerfile"), `${base}${run("/bin/busybox sleep 600")}`);
  });

  afterAll(async () => {
    await registry.close();
    rmSync(root, { recursive: true, force: true });
  });

  const build = (name: string, inputs: Readonly<Record<string, string>> = {}, more: MemoryRun = {}) =>
    runInMemory(action, {
      workspace: join(root, "work"),
      clock: systemClock,
      inputs: {
        ...{ image: `${registry.host}/team/${name}`, context: "app", "commit-sha": COMMIT, tool: "buildah" },
        ...{
          username: registry.user,
          password: registry.password,
          "token-server": registry.issuer!.realm.replace(/\/[^/]*$/, ""),
        },
        ...{ version: "1.2.3", source: "https://forge.test/acme/app", "build-secrets": "token=s3cret-token" },
        ...inputs,
      },
      facts: { toolEnvironment: { PATH: process.env["PATH"] ?? "", ...registry.environment } },
      ...more,
    });

  const configOf = async (name: string, manifest: { config: { digest: string } }) => {
    const reply = await registry.ask(`/v2/team/${name}/blobs/${manifest.config.digest}`);
    return (await reply.json()) as { architecture: string; config: { Labels: Record<string, string> } };
  };
  const manifestOf = async <T>(name: string, reference: string) => {
    const accept = "application/vnd.oci.image.index.v1+json, application/vnd.oci.image.manifest.v1+json";
    return (await (await registry.ask(`/v2/team/${name}/manifests/${reference}`, { headers: { accept } })).json()) as T;
  };

  test("an image is built, pushed under the commit's tag, labeled, and adopted by the next run", async () => {
    const first = await build("app", { labels: "team=shop", "build-args": "GREETING=hi" });
    expect([first.verdict, first.lines.filter((line) => line.startsWith("error"))]).toEqual(["done", []]);
    const digest = await registry.digest("team/app", `commit-${COMMIT}`);
    expect(first.outputs).toMatchObject({ digest, image: `${registry.host}/team/app@${digest}` });
    const { config } = await configOf("app", await manifestOf("app", digest));
    expect(config.Labels).toMatchObject({
      "org.opencontainers.image.revision": COMMIT,
      "org.opencontainers.image.version": "1.2.3",
      "org.opencontainers.image.source": "https://forge.test/acme/app",
      team: "shop",
    });
    // The secret reached the build, and nothing that anyone reads.
    expect(first.lines).toContain("the token is ***");
    expect(first.lines.join("\n")).toContain("\\::error::hi");
    expect(JSON.stringify(first)).not.toContain("s3cret-token");
    const again = await build("app");
    expect(again).toMatchObject({ verdict: "unchanged", outputs: { digest } });
  });

  test("several platforms are an index, and its digest is the one that is returned", async () => {
    const platforms = ["linux/amd64", "linux/arm64"];
    const { verdict, outputs } = await build("multi", { platforms: platforms.join(","), dockerfile: "app/Multi" });
    expect(verdict).toBe("done");
    expect(outputs["digest"]).toBe(await registry.digest("team/multi", `commit-${COMMIT}`));
    type Index = { manifests: { digest: string; platform: { os: string; architecture: string } }[] };
    const { manifests } = await manifestOf<Index>("multi", outputs["digest"]!);
    expect(manifests.map(({ platform }) => `${platform.os}/${platform.architecture}`).sort()).toEqual(platforms);
    for (const { digest, platform } of manifests) {
      const { architecture, config } = await configOf("multi", await manifestOf("multi", digest));
      expect([architecture, config.Labels["org.opencontainers.image.revision"]]).toEqual([
        platform.architecture,
        COMMIT,
      ]);
    }
    const again = await build("multi", { platforms: "linux/arm64", dockerfile: "app/Multi" });
    expect(again).toMatchObject({ verdict: "unchanged", outputs: { digest: outputs["digest"] } });
  });

  test("a build that fails is refused; caches in docker's form are invalid", async () => {
    const failed = await build("failing", { "build-secrets": "", target: "none" });
    expect([failed.verdict, failed.exitCode]).toEqual(["refused", 1]);
    expect(failed.lines.join("\n")).toContain("buildah build failed with exit code");
    const cached = await build("cached", { "cache-from": "type=gha" });
    expect([cached.verdict, cached.lines.join("\n")]).toEqual([
      "invalid",
      expect.stringContaining("buildah takes the name of a repository"),
    ]);
  });

  describe("security 3: an interrupt while a step of the build runs", () => {
    test("leaves no process of the build, and nothing was pushed", async () => {
      const interrupt = new AbortController();
      const running = build("slow", { context: "slow" }, { interrupt: interrupt.signal });
      const isRunning = () => processesWith("sleep 600").length > 0;
      expect(await until(isRunning)).toBe(true);
      interrupt.abort();
      const { verdict, exitCode } = await running;
      expect([verdict, exitCode]).toEqual(["interrupted", 130]);
      expect(await until(() => !isRunning() && processesWith(root).every(isServer))).toBe(true);
      expect(await registry.digest("team/slow", `commit-${COMMIT}`)).toContain("no digest");
    });
  });

  /** The registry itself. */
  function isServer({ command }: { readonly command: string }): boolean {
    return command.includes("docker-registry");
  }

  test("nothing of the account is left in the user's home", () => {
    const home = registry.environment["HOME"]!;
    for (const file of [".docker/config.json", ".config/containers/auth.json"]) {
      const path = join(home, file);
      expect(existsSync(path) ? readFileSync(path, "utf8") : "").not.toContain("auth");
    }
  });
});
