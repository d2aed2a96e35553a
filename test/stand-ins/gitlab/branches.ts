import { type Answer, json } from "../forge/exchange.ts";
import { message } from "../forge/gitlab-call.ts";
import { type Call, forbidden, mayPush, missing, notFound, paged, textOf } from "./call.ts";
import { isBranchName } from "./git.ts";
import { branchJson } from "./replies.ts";

export async function branchRoutes(call: Call): Promise<Answer | undefined> {
  const [, , name, more] = call.rest;
  const { method } = call.exchange;
  if (more !== undefined) return undefined;
  if (name === undefined) return method === "GET" ? list(call) : method === "POST" ? create(call) : undefined;
  if (method === "GET" || method === "HEAD") return one(call, name);
  return method === "DELETE" ? remove(call, name) : undefined;
}

/** `search` takes `^start` and `end$`, and no case counts. */
async function list(call: Call): Promise<Answer> {
  const { project, parameters } = call;
  const search = (textOf(parameters["search"]) ?? "").toLowerCase();
  const found = [...(await project.git.branches())].filter(([name]) => fits(name.toLowerCase(), search));
  const shown = found.map(async ([name, id]) => {
    const [commit] = await project.git.log(id, undefined, 1);
    return commit === undefined ? [] : [branchJson(name, commit, call)];
  });
  return paged(call, (await Promise.all(shown)).flat());
}

function fits(name: string, search: string): boolean {
  if (search.startsWith("^")) return name.startsWith(search.slice(1));
  return search.endsWith("$") ? name.endsWith(search.slice(0, -1)) : name.includes(search);
}

async function one(call: Call, name: string): Promise<Answer> {
  const id = (await call.project.git.branches()).get(name);
  const [commit] = id === undefined ? [] : await call.project.git.log(id, undefined, 1);
  return commit === undefined ? notFound("Branch") : json(200, branchJson(name, commit, call));
}

async function create(call: Call): Promise<Answer> {
  const { project, parameters, access } = call;
  if (access < 30) return forbidden();
  const absent = missing(call, "branch", "ref");
  if (absent !== undefined) return absent;
  const [name, ref] = [textOf(parameters["branch"]) ?? "", textOf(parameters["ref"]) ?? ""];
  if (!(await isBranchName(name))) return message(400, "Branch name is invalid");
  if ((await project.git.branches()).has(name)) return message(400, "Branch already exists");
  const commit = await project.git.commit(ref);
  if (commit === undefined) return message(400, `Invalid reference name: ${ref}`);
  await project.git.set(name, commit);
  return { ...(await one(call, name)), status: 201 };
}

async function remove(call: Call, name: string): Promise<Answer> {
  const { project, access } = call;
  if (access < 30) return forbidden();
  if (!(await project.git.branches()).has(name)) return notFound("Branch");
  if (name === project.defaultBranch) return message(400, "GitLab: The default branch of a project cannot be deleted.");
  if (!mayPush(call, name))
    return message(400, "GitLab: You are not allowed to delete protected branches from this project.");
  await project.git.set(name, undefined);
  return { status: 204 };
}
