/** Local stand-ins for the third-party actions that our workflows use. */
import { execFile } from "node:child_process";
import { cp, glob, mkdir, readdir, rm } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import type { Emulation, EmulationCall } from "./types.ts";

const run = promisify(execFile);

export const EMULATIONS: Readonly<Record<string, Emulation>> = {
  "actions/checkout": checkout,
  "actions/upload-artifact": uploadArtifact,
  "actions/download-artifact": downloadArtifact,
};

/** Fetches from the run's repository with the depth that was requested, tags with their annotations (as from v6.0.2 on). */
async function checkout(call: EmulationCall): Promise<Record<string, string>> {
  const inputs = only(call, ["repository", "ref", "fetch-depth", "fetch-tags", "persist-credentials", "path"]);
  const { options } = call;
  const repository = inputs.repository ?? options.repository;
  const source = repository === options.repository ? options.workspace : options.repositories?.[repository];
  if (source === undefined) throw new Error(`there is no repository ${repository}`);
  const directory = inside(call, inputs.path ?? ".");
  const depth = inputs["fetch-depth"] ?? "1";
  const reference =
    inputs.ref === undefined || inputs.ref === "" ? (source === options.workspace ? options.ref : "HEAD") : inputs.ref;
  const isCommit = /^[0-9a-f]{40}$/.test(reference);
  const git = (...args: string[]) =>
    run("git", args, { cwd: directory, env: { ...call.env, GIT_TERMINAL_PROMPT: "0" } });

  await mkdir(directory, { recursive: true });
  await git("init", "--quiet", "--initial-branch=main");
  await git("remote", "add", "origin", `file://${source}`);
  const wanted = isCommit
    ? [reference]
    : reference.startsWith("refs/tags/")
      ? [`+${reference}:${reference}`]
      : [reference];
  const everything = ["+refs/heads/*:refs/remotes/origin/*", "+refs/tags/*:refs/tags/*"];
  const references = depth === "0" ? [...wanted, ...everything] : wanted;
  const tags = inputs["fetch-tags"] === "true" && depth !== "0" ? ["+refs/tags/*:refs/tags/*"] : [];
  const limit = depth === "0" ? [] : [`--depth=${depth}`];
  await git("fetch", "--quiet", "--no-tags", ...limit, "origin", ...new Set([...references, ...tags]));
  const target = isCommit ? reference : reference === options.ref ? options.sha : "FETCH_HEAD";
  await git("checkout", "--quiet", "--force", "--detach", target);
  const commit = (await git("rev-parse", "HEAD")).stdout.trim();
  call.print(`${commit} checked out${depth === "0" ? " with the whole history and all tags" : `, depth ${depth}`}`);
  return { commit, ref: reference };
}

async function uploadArtifact(call: EmulationCall): Promise<void> {
  const inputs = only(call, ["name", "path", "if-no-files-found", "retention-days"]);
  const files: string[] = [];
  for (const pattern of (inputs.path ?? "").split("\n").map((line) => line.trim())) {
    if (pattern === "") continue;
    for await (const file of glob(pattern, { cwd: call.directory })) files.push(file);
  }
  if (files.length === 0 && inputs["if-no-files-found"] === "error") throw new Error(`no file matches ${inputs.path}`);
  const target = join(call.store, inputs.name ?? "artifact");
  await mkdir(target).catch(() => {
    throw new Error(`an artifact named ${inputs.name ?? "artifact"} exists already`);
  });
  for (const file of files) await cp(join(call.directory, file), join(target, file), { recursive: true });
  call.print(`${files.length} paths uploaded as ${inputs.name ?? "artifact"}`);
}

async function downloadArtifact(call: EmulationCall): Promise<void> {
  const inputs = only(call, ["name", "path"]);
  if (inputs.name === undefined) throw new Error("download-artifact without a name is not supported");
  const source = join(call.store, inputs.name);
  if (!(await readdir(call.store)).includes(inputs.name)) throw new Error(`there is no artifact named ${inputs.name}`);
  await cp(source, inside(call, inputs.path ?? "."), { recursive: true });
  call.print(`${inputs.name} downloaded`);
}

/** Empties a job's workspace. */
export async function emptyDirectory(directory: string): Promise<void> {
  await rm(directory, { recursive: true, force: true });
  await mkdir(directory, { recursive: true });
}

function only(call: EmulationCall, known: readonly string[]): Readonly<Record<string, string>> {
  const unknown = Object.keys(call.inputs).filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new Error(`this stand-in for ${call.uses} does not know ${unknown.join(", ")}`);
  return call.inputs;
}

function inside(call: EmulationCall, path: string): string {
  const full = resolve(call.directory, path);
  if (full !== call.directory && dirname(`${full}/x`).indexOf(`${call.directory}/`) !== 0) {
    throw new Error(`${path} is outside of the workspace`);
  }
  return full;
}
