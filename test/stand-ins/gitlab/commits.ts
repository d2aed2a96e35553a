import { type Answer, json } from "../forge/exchange.ts";
import { message } from "../forge/gitlab-call.ts";
import { type Call, flagOf, forbidden, keyOf, mayPush, missing, textOf } from "./call.ts";
import { type Changes, isBranchName } from "./git.ts";
import { commitJson } from "./replies.ts";
import type { Project } from "./store.ts";

/** `POST /repository/commits`: a commit without a clone, in the order of GitLab's own checks. */
export async function createCommit(call: Call): Promise<Answer> {
  const { project, parameters, store } = call;
  if (call.access < 30) return forbidden();
  const absent = missing(call, "branch", "commit_message", "actions");
  if (absent !== undefined) return absent;
  const branch = textOf(parameters["branch"]) ?? "";
  if (!mayPush(call, branch)) return message(403, "403 Forbidden - You are not allowed to push into this branch");
  const from = startProject(call);
  if (from === undefined) return message(404, "404 Project Not Found");
  const start = await startOf(call, from, branch);
  if ("status" in start) return start;
  const changes = await changesOf(call, from, start);
  if ("status" in changes) return changes as Answer;
  if (from !== project) await project.git.fetch(from.git, start.commit);
  const author = call.token?.username ?? "nobody";
  const text = textOf(parameters["commit_message"]) ?? "";
  const id = await project.git.write(start.commit, changes as Changes, text, author, store.now());
  await project.git.set(branch, id);
  const [commit] = await project.git.log(id, undefined, 1);
  return commit === undefined ? message(500, "500 Internal Server Error") : json(201, commitJson(commit, call));
}

interface Start {
  commit: string;
  /** Where `last_commit_id` is compared: the branch, or with `start_sha` the default branch. */
  branch: string;
}

/** A fork's parent, or another project that the token may read. */
function startProject({ parameters, project, store, token }: Call): Project | undefined {
  const given = parameters["start_project"];
  if (given === undefined) return project;
  const found = store.find(keyOf(given));
  return found !== undefined && (found.setup.private === false || store.accessOf(token, found) >= 20)
    ? found
    : undefined;
}

async function startOf({ project, parameters }: Call, from: Project, branch: string): Promise<Start | Answer> {
  const sha = textOf(parameters["start_sha"]);
  const named = textOf(parameters["start_branch"]);
  if (sha !== undefined && named !== undefined) return message(400, "You can't pass both start_branch and start_sha");
  if (sha !== undefined && !/^[0-9a-f]{40}$/.test(sha)) return message(400, `Invalid start_sha '${sha}'`);
  const startBranch = named ?? branch;
  const heads = await from.git.branches();
  const commit = sha === undefined ? heads.get(startBranch) : await from.git.commit(sha);
  if (commit === undefined) {
    return message(
      400,
      sha ? `Cannot find start_sha '${sha}'` : "You can only create or edit files when you are on a branch",
    );
  }
  const different = from !== project || sha !== undefined || startBranch !== branch;
  const exists = (await project.git.branches()).has(branch);
  if (different && exists && !flagOf(parameters["force"])) {
    return message(400, `A branch called '${branch}' already exists. Switch to that branch in order to make changes`);
  }
  if (!(await isBranchName(branch))) {
    return message(400, `Something went wrong when we tried to create '${branch}' for you: Branch name is invalid`);
  }
  return { commit, branch: sha === undefined ? startBranch : from.defaultBranch };
}

async function changesOf({ parameters }: Call, from: Project, start: Start): Promise<Changes | Answer> {
  const actions = parameters["actions"];
  if (!Array.isArray(actions)) return json(400, { error: "actions is invalid" });
  const changes: Changes = {};
  for (const action of actions as Record<string, unknown>[]) {
    const path = textOf(action["file_path"]) ?? "";
    const kind = action["action"];
    if (kind !== "create" && kind !== "update" && kind !== "delete") {
      return json(400, { error: "actions[0][action] does not have a valid value" });
    }
    if (path === "" || path.split("/").some((part) => part === ".." || part === ".git" || part === "")) {
      return message(400, "invalid path");
    }
    if (kind !== "create" && (await isStale(from, start, path, textOf(action["last_commit_id"])))) {
      return message(400, `The file has changed since you started editing it: ${path}`);
    }
    const there = (await from.git.entry(start.commit, path)) !== undefined;
    if (kind === "create" && there) return message(400, "A file with this name already exists");
    if (kind !== "create" && !there) return message(400, "A file with this name doesn't exist");
    const encoding = action["encoding"] === "base64" ? "base64" : "utf8";
    changes[path] = kind === "delete" ? null : Buffer.from(textOf(action["content"]) ?? "", encoding);
  }
  return changes;
}

/** Whether the path's last commit differs between the branch and the commit that was named. */
async function isStale(from: Project, start: Start, path: string, known: string | undefined): Promise<boolean> {
  if (known === undefined) return false;
  const named = await from.git.commit(known);
  const [now] = await from.git.log(`refs/heads/${start.branch}`, path, 1);
  const [then] = named === undefined ? [] : await from.git.log(named, path, 1);
  return now !== undefined && then !== undefined && now.id !== then.id;
}
