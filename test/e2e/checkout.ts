/** Stands for actions/checkout and actions/download-artifact, which a machine without the internet cannot fetch. */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Does what actions/checkout v6.0.2 does with the inputs that the workflow gives: the same git commands. */
const CHECKOUT = `
const { execFileSync } = require("node:child_process");
const { readdirSync, rmSync } = require("node:fs");
const { join } = require("node:path");
const { GITHUB_WORKSPACE: workspace, GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_REF: pushed } = process.env;
const input = (name) => process.env["INPUT_" + name] || "";
const ref = input("REF") || pushed;
const isTag = ref.startsWith("refs/tags/");
for (const entry of readdirSync(workspace)) rmSync(join(workspace, entry), { recursive: true, force: true });
const basic = Buffer.from("x-access-token:" + input("TOKEN")).toString("base64");
const git = (...args) => execFileSync("git", ["-C", workspace, ...args], { stdio: ["ignore", "inherit", "inherit"] });
git("init", "--quiet", "--initial-branch=main");
git("remote", "add", "origin", server + "/" + repository + ".git");
git("config", "--local", "http." + server + "/.extraheader", "AUTHORIZATION: basic " + basic);
const shallow = input("FETCH-DEPTH") === "0" ? [] : ["--depth=" + (input("FETCH-DEPTH") || "1")];
const refs = shallow.length === 0 ? ["+refs/heads/*:refs/remotes/origin/*", "+refs/tags/*:refs/tags/*"] : [isTag ? "+" + ref + ":" + ref : ref];
git("fetch", "--quiet", "--no-tags", "--prune", "--no-recurse-submodules", ...shallow, "origin", ...refs);
if (input("PERSIST-CREDENTIALS") !== "true") git("config", "--local", "--unset-all", "http." + server + "/.extraheader");
git("checkout", "--quiet", "--force", ref);
console.log("checked out " + ref + (shallow.length === 0 ? " with the whole history" : ""));
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
  return new Map([["actions/checkout", checkout], ["actions/download-artifact", download]]);
}
