import { createHash } from "node:crypto";
import { type Answer, json } from "../forge/exchange.ts";
import { message } from "../forge/gitlab-call.ts";
import { type Call, flagOf, missing, notFound, paged, textOf } from "./call.ts";
import { commitJson } from "./replies.ts";

/** `/repository/files/:path` and its `/raw`. */
export async function fileRoutes(call: Call): Promise<Answer | undefined> {
  const { project, rest, exchange, parameters } = call;
  const [, , path = "", raw, more] = rest;
  if ((exchange.method !== "GET" && exchange.method !== "HEAD") || more !== undefined) return undefined;
  if (raw !== undefined && raw !== "raw") return undefined;
  const absent = raw === undefined ? missing(call, "ref") : undefined;
  if (absent !== undefined) return absent;
  const ref = textOf(parameters["ref"]) ?? "HEAD";
  const commit = await project.git.commit(ref);
  if (commit === undefined) return notFound("Commit");
  const entry = await project.git.entry(commit, path);
  if (entry === undefined) return notFound("File");
  const bytes = await project.git.blob(entry.id);
  const [last] = await project.git.log(commit, path, 1);
  const facts = {
    file_name: path.split("/").at(-1),
    file_path: path,
    size: bytes.length,
    encoding: "base64",
    content_sha256: createHash("sha256").update(bytes).digest("hex"),
    ref,
    blob_id: entry.id,
    commit_id: commit,
    last_commit_id: last?.id,
    execute_filemode: entry.mode === "100755",
  };
  const headers = Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [`x-gitlab-${name.replaceAll("_", "-")}`, encodeURI(String(value))]),
  );
  if (raw === "raw") return { status: 200, headers: { ...headers, "content-type": "text/plain" }, body: bytes };
  return json(200, { ...facts, content: bytes.toString("base64") }, headers);
}

/** Tree, commits, comparisons: what only reads. */
export async function readRoutes(call: Call): Promise<Answer | undefined> {
  const [, what, id, more] = call.rest;
  if (call.exchange.method !== "GET") return undefined;
  if (what === "tree" && id === undefined) return tree(call);
  if (what === "compare" && id === undefined) return compare(call);
  if (what === "merge_base" && id === undefined) return mergeBase(call);
  if (what !== "commits") return undefined;
  if (id === undefined) return listCommits(call);
  const [commit] = await logOf(call, id, 1);
  if (commit === undefined) return notFound("Commit");
  if (more === undefined) return json(200, commitJson(commit, call));
  return more === "diff" ? commitDiff(call, commit.id, commit.parents[0]) : undefined;
}

async function tree(call: Call): Promise<Answer> {
  const { project, parameters } = call;
  const commit = await project.git.commit(textOf(parameters["ref"]) ?? "HEAD");
  if (commit === undefined) return notFound("Tree");
  const path = textOf(parameters["path"]) ?? "";
  const found = await project.git.entries(commit, path, flagOf(parameters["recursive"]));
  if (found.length === 0 && path !== "") return notFound("invalid revision or path");
  return paged(
    call,
    found.map((one) => ({ ...one, name: one.path.split("/").at(-1) })),
  );
}

async function listCommits(call: Call): Promise<Answer> {
  const { project, parameters } = call;
  const ref = textOf(parameters["ref_name"]) ?? project.defaultBranch;
  const ends = await Promise.all(ref.split("..").map((end) => project.git.commit(end)));
  if (ends.includes(undefined)) return notFound("Commit");
  const path = textOf(parameters["path"]);
  const log = await project.git.log(ends.join(".."), path);
  return paged(
    call,
    log.map((one) => commitJson(one, call)),
  );
}

async function commitDiff(call: Call, id: string, parent: string | undefined): Promise<Answer> {
  const empty = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";
  return paged(call, await diffs(call, parent ?? empty, id));
}

async function diffs({ project }: Call, from: string, to: string): Promise<object[]> {
  return (await project.git.changes(from, to)).map(({ status, path, diff }) => ({
    old_path: path,
    new_path: path,
    new_file: status === "A",
    deleted_file: status === "D",
    renamed_file: false,
    diff,
  }));
}

/** `from...to` unless `straight`. Commits from the oldest to the newest. */
async function compare(call: Call): Promise<Answer> {
  const { project, parameters, exchange } = call;
  const absent = missing(call, "from", "to");
  if (absent !== undefined) return absent;
  const [from, to] = [textOf(parameters["from"]) ?? "", textOf(parameters["to"]) ?? ""];
  const [start, end] = [await project.git.commit(from), await project.git.commit(to)];
  if (start === undefined || end === undefined) return notFound("Ref");
  const base = flagOf(parameters["straight"]) ? start : ((await project.git.mergeBase(start, end)) ?? start);
  const commits = (await project.git.log(`${base}..${end}`)).toReversed().map((one) => commitJson(one, call));
  return json(200, {
    commit: commits.at(-1) ?? null,
    commits,
    diffs: await diffs(call, base, end),
    compare_timeout: false,
    compare_same_ref: start === end,
    web_url: `${exchange.origin}/${project.setup.path}/-/compare/${from}...${to}`,
  });
}

async function mergeBase(call: Call): Promise<Answer> {
  const { project, exchange } = call;
  const refs = exchange.url.searchParams.getAll("refs[]");
  if (refs.length < 2) return message(400, "Provide at least 2 refs");
  const commits = await Promise.all(refs.map((ref) => project.git.commit(ref)));
  const unknown = refs.filter((_, at) => commits[at] === undefined);
  if (unknown.length > 0)
    return message(400, `Could not find ref${unknown.length > 1 ? "s" : ""}: ${unknown.join(", ")}`);
  const base = await project.git.mergeBase(commits[0] ?? "", commits[1] ?? "");
  const [commit] = base === undefined ? [] : await project.git.log(base, undefined, 1);
  return commit === undefined ? notFound("Merge Base") : json(200, commitJson(commit, call));
}

async function logOf({ project }: Call, ref: string, limit: number) {
  const commit = await project.git.commit(ref);
  return commit === undefined ? [] : project.git.log(commit, undefined, limit);
}
