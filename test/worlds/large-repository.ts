import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdir } from "node:fs/promises";

import { git } from "../repositories.ts";

/** The file that is edited: one of the last services. */
export const SAAS_FILE = "data/services/shop/cicd/ci-int/saas.yaml";
export const OLD_REF = "1".repeat(40);

export interface LargeRepositoryOptions {
  /** 20,000 by default. */
  readonly files?: number;
  /** Commits after the first, each of which changes ten files; none by default. */
  readonly commits?: number;
}

/** A bare repository with the shape of app-interface's: branch master, services with a dozen files each. */
export async function makeLargeRepository(directory: string, options: LargeRepositoryOptions = {}): Promise<string> {
  const { files = 20_000, commits = 0 } = options;
  await mkdir(directory, { recursive: true });
  git(directory, ["init", "--quiet", "--bare", "--initial-branch=master"]);
  await fastImport(directory, history(files, commits));
  return directory;
}

/** One more commit on master; gives its id. */
export async function moveMaster(directory: string, files: Readonly<Record<string, string>>): Promise<string> {
  const changes = Object.entries(files).map(([path, text]) => `M 644 inline ${path}\n${data(text)}`);
  await fastImport(directory, [commitLine("Move", 1_000_000), "from refs/heads/master^0\n", ...changes]);
  return git(directory, ["rev-parse", "master"]);
}

async function fastImport(directory: string, parts: Iterable<string>): Promise<void> {
  const child = spawn("git", ["fast-import", "--quiet", "--done"], {
    cwd: directory,
    stdio: ["pipe", "ignore", "inherit"],
  });
  const ended = once(child, "close");
  for (const part of parts) {
    if (!child.stdin.write(part)) await once(child.stdin, "drain");
  }
  child.stdin.end("done\n");
  const [code] = (await ended) as [number];
  if (code !== 0) throw new Error(`git fast-import ended with ${code}`);
}

function* history(files: number, commits: number): Generator<string> {
  yield commitLine("First", 0);
  yield `M 644 inline ${SAAS_FILE}\n${data(saasFile(OLD_REF))}`;
  for (let index = 1; index < files; index += 1) yield file(index, 0);
  for (let commit = 1; commit <= commits; commit += 1) {
    yield commitLine(`Change ${commit}`, commit);
    for (let index = 0; index < 10; index += 1)
      yield file(1 + ((commit * 7919 + index * 104_729) % (files - 1)), commit);
  }
}

function commitLine(message: string, number: number): string {
  return `commit refs/heads/master\ncommitter Ada Author <ada@example.test> ${1_750_000_000 + number} +0000\n${data(message)}`;
}

function file(index: number, generation: number): string {
  const service = `service-${Math.floor(index / 12)}`;
  return `M 644 inline data/services/${service}/${["namespaces", "cicd", "slo"][index % 3]}/file-${index % 12}.yml\n${data(
    `---\n$schema: /app-sre/any-1.yml\nname: ${service}\nindex: ${index}\n${digests(index, generation)}`,
  )}`;
}

/** Text that no compression makes small, about 1 KB. */
function digests(index: number, generation: number): string {
  return Array.from({ length: 8 }, (_, line) => {
    const seed = `${index} ${line === 0 ? generation : 0} ${line}`;
    return `digest-${line}: ${createHash("sha512").update(seed).digest("base64")}\n`;
  }).join("");
}

export function saasFile(ref: string): string {
  return `---\n$schema: /app-sre/saas-file-2.yml\nname: saas-shop\nresourceTemplates:\n- name: shop\n  targets:\n  - namespace:\n      $ref: /services/shop/namespaces/prod.yml\n    ref: ${ref}\n`;
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}\n`;
}
