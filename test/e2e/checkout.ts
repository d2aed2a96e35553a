/** Replaces actions/checkout and actions/download-artifact, which a machine without the internet cannot fetch. */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Does what actions/checkout v6.0.2 does with the inputs that the workflow gives: the same git commands. */
const CHECKOUT = `
const { execFileSync } = require("node:child_process");
const { mkdirSync, readdirSync, rmdirSync, rmSync } = require("node:fs");
const { join } = require("node:path");
const { GITHUB_WORKSPACE: workspace, GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_REF: pushed } = process.env;
const input = (name) => process.env["INPUT_" + name] || "";
const ref = input("REF") || pushed;
const whole = input("FETCH-DEPTH") === "0";
const git = (...args) => execFileSync("git", ["-C", workspace, ...args], { stdio: ["ignore", "inherit", "inherit"] });
const read = (...args) => execFileSync("git", ["-C", workspace, ...args], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();

// The legs of a matrix run side by side and share the one workspace.
const lock = workspace + ".lock";
for (;;) {
  try { mkdirSync(lock); break; } catch { Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20); }
}
try {
  if (isThere()) console.log("already at " + ref);
  else fresh();
} finally {
  rmdirSync(lock);
}

function isThere() {
  try {
    return read("rev-parse", "HEAD") === ref && !whole && read("rev-parse", "--is-shallow-repository") === "true";
  } catch {
    return false;
  }
}

function fresh() {
  for (const entry of readdirSync(workspace)) rmSync(join(workspace, entry), { recursive: true, force: true });
  git("init", "--quiet", "--initial-branch=main");
  git("remote", "add", "origin", server + "/" + repository + ".git");
  const header = "http." + server + "/.extraheader";
  git("config", "--local", header, "AUTHORIZATION: basic " + Buffer.from("x-access-token:" + input("TOKEN")).toString("base64"));
  const depth = whole ? [] : ["--depth=" + (input("FETCH-DEPTH") || "1")];
  const branch = "refs/heads/";
  const tracked = ref.startsWith(branch) ? "refs/remotes/origin/" + ref.slice(branch.length) : undefined;
  const one = ref.startsWith("refs/tags/") ? "+" + ref + ":" + ref : tracked ? "+" + ref + ":" + tracked : ref;
  const refs = whole ? ["+refs/heads/*:refs/remotes/origin/*", "+refs/tags/*:refs/tags/*"] : [one];
  git("fetch", "--quiet", "--no-tags", "--prune", "--no-recurse-submodules", ...depth, "origin", ...refs);
  if (input("PERSIST-CREDENTIALS") !== "true") git("config", "--local", "--unset-all", header);
  git("checkout", "--quiet", "--force", tracked || ref);
  console.log("checked out " + ref + (whole ? " with the whole history" : ""));
}
`;

const CHECKOUT_DOOR = `name: checkout
description: A stand-in of actions/checkout
inputs:
  ref: { description: ref, default: "" }
  token: { description: token, default: "\${{ github.token }}" }
  fetch-depth: { description: depth, default: "1" }
  persist-credentials: { description: persist, default: "true" }
runs:
  using: node24
  main: index.cjs
`;

const DOWNLOAD_DOOR = `name: download-artifact
description: Stands for actions/download-artifact in a run that has no artifact
inputs:
  name: { description: name, default: "" }
  path: { description: path, default: "" }
runs:
  using: composite
  steps:
    - run: exit 1
      shell: bash
`;

/** Writes the two actions; returns the folder of each by its repository. */
export async function writeThirdPartyActions(directory: string): Promise<ReadonlyMap<string, string>> {
  const checkout = join(directory, "checkout");
  const download = join(directory, "download-artifact");
  await Promise.all([checkout, download].map((path) => mkdir(path, { recursive: true })));
  await writeFile(join(checkout, "action.yml"), CHECKOUT_DOOR);
  await writeFile(join(checkout, "index.cjs"), CHECKOUT);
  await writeFile(join(download, "action.yml"), DOWNLOAD_DOOR);
  return new Map([
    ["actions/checkout", checkout],
    ["actions/download-artifact", download],
  ]);
}
