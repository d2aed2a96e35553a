import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, open, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { ROOT_PATH } from "../root.ts";

const run = promisify(execFile);

/** A changelog in the usual style, of about this many bytes, 1,250 an entry; version 1.1.0 is in its middle. */
export function changelogOf(bytes: number): string {
  const parts = ["# Changelog\n\nAll notable changes.\n\n## [Unreleased]\n"];
  const count = Math.max(2, Math.round(bytes / entryOf("1.1000.0").length));
  for (let index = count; index > 0; index -= 1) parts.push(entryOf(index === count >> 1 ? "1.1.0" : `2.${index}.0`));
  return parts.join("");
}

function entryOf(version: string): string {
  const items = (what: string, number: number) =>
    Array.from(
      { length: number },
      (_, index) =>
        `- ${what} ${index + 1} with \`code\`, a [link](https://example.org/${version}/${index}) and a sentence of usual length\n`,
    ).join("");
  return `\n## [${version}] - 2024-03-05\n\nA paragraph that says in a line or two\nwhat this version is about.\n\n### Added\n\n${items("A command", 4)}\n### Changed\n\n${items("Something that was otherwise", 3)}\n### Fixed\n\n${items("Something that was wrong", 3)}`;
}

export interface Folder {
  readonly path: string;
  remove(): Promise<void>;
}

export async function temporaryFolder(): Promise<Folder> {
  const path = await mkdtemp(join(tmpdir(), "release-actions-bench-"));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** A repository with a changelog and the annotated tag v1.1.0 on its one commit. */
export async function repositoryWith(changelog: string): Promise<Folder> {
  const folder = await temporaryFolder();
  const git = (...args: string[]) =>
    run("git", ["-c", "user.name=bench", "-c", "user.email=bench@example.org", ...args], { cwd: folder.path });
  await git("init", "--quiet", "--initial-branch=main");
  await writeFile(join(folder.path, "CHANGELOG.md"), changelog);
  await git("add", "--all");
  await git("commit", "--quiet", "--message=Release");
  await git("tag", "--annotate", "v1.1.0", "--message=1.1.0");
  return folder;
}

/** Files to attach: each of `bytes` bytes of no pattern that a proxy could compress. */
export async function writeAssets(folder: string, count: number, bytes: number): Promise<void> {
  await mkdir(join(folder, "dist"), { recursive: true });
  const block = Buffer.alloc(Math.min(bytes, 1024 * 1024));
  for (let index = 0; index < count; index += 1) {
    const file = await open(join(folder, "dist", `asset-${index}.bin`), "w");
    for (let written = 0; written < bytes; written += block.length) {
      for (let at = 0; at < block.length; at += 4096) block.writeUInt32LE((written + at + index * 7919) >>> 0, at);
      await file.write(block);
    }
    await file.close();
  }
}

export interface ForgeProcess {
  readonly apiUrl: string;
  readonly serverUrl: string;
  reset(): Promise<void>;
  stop(): void;
}

/** The stand-in forge as its own process, so that its memory and time are not the action's. */
export async function startForgeProcess(latencyMs: number, commit: string): Promise<ForgeProcess> {
  const folder = await temporaryFolder();
  const setup = join(folder.path, "setup.json");
  await writeFile(
    setup,
    JSON.stringify({
      tokens: ["bench-token"],
      latencyMs,
      repositories: [{ path: "acme/app", tags: { "v1.1.0": { id: "a".repeat(40), commit } } }],
    }),
  );
  const child = spawn(process.execPath, [join(ROOT_PATH, "test/stand-ins/forge/main.ts"), "--setup", setup], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = (await once(child.stdout, "data")) as [Buffer];
  const { github, control } = JSON.parse(line.toString()) as {
    github: { apiUrl: string; serverUrl: string };
    control: string;
  };
  return {
    ...github,
    reset: async () => void (await fetch(`${control}/reset`, { method: "POST" })),
    stop() {
      child.kill();
      void folder.remove();
    },
  };
}

/** What a user downloads by `uses:`: the archive of HEAD, gzipped, in bytes. */
export async function archiveBytes(): Promise<number> {
  const { stdout } = await run("bash", ["-c", "git archive HEAD | gzip | wc -c"], { cwd: ROOT_PATH });
  return Number(stdout);
}
