import { type Answer, json } from "../forge/exchange.ts";
import { message } from "../forge/gitlab-call.ts";
import { type Call, flagOf, forbidden, keyOf, listOf, missing, paged, textOf } from "./call.ts";
import { mergeRequestJson } from "./replies.ts";
import { addNote, listNotes, takeCommands } from "./notes.ts";
import type { Project } from "./store.ts";
import type { MergeRequestState } from "./types.ts";

export async function mergeRequestRoutes(call: Call): Promise<Answer | undefined> {
  const [, iid, notes, more] = call.rest;
  const { method } = call.exchange;
  if (iid === undefined) return method === "GET" ? list(call) : method === "POST" ? create(call) : undefined;
  if (call.project.setup.private !== false && call.access < 20) return forbidden();
  const found = call.project.mergeRequests.find((one) => String(one.iid) === iid);
  if (found === undefined) return message(404, "404 Not found");
  if (notes === undefined)
    return method === "GET" ? shown(call, found) : method === "PUT" ? update(call, found) : undefined;
  if (notes !== "notes" || more !== undefined) return undefined;
  return method === "GET" ? listNotes(call, found) : method === "POST" ? addNote(call, found) : undefined;
}

async function shown(call: Call, one: MergeRequestState, project = call.project, status = 200): Promise<Answer> {
  return json(status, await mergeRequestJson(one, project, call.store, call.exchange.origin));
}

/** Newest first. */
async function list(call: Call): Promise<Answer> {
  const { project, parameters, store, exchange } = call;
  if (project.setup.private !== false && call.access < 20) return forbidden();
  const asked = (name: string) => textOf(parameters[name]);
  const state = asked("state") ?? "all";
  if (!["opened", "closed", "locked", "merged", "all"].includes(state)) {
    return json(400, { error: "state does not have a valid value" });
  }
  const labels = listOf(parameters["labels"]) ?? [];
  const search = (asked("search") ?? "").toLowerCase();
  const found = project.mergeRequests.filter(
    (one) =>
      (state === "all" || one.state === state) &&
      one.sourceBranch === (asked("source_branch") ?? one.sourceBranch) &&
      one.targetBranch === (asked("target_branch") ?? one.targetBranch) &&
      one.author === (asked("author_username") ?? one.author) &&
      labels.every((label) => one.labels.includes(label)) &&
      `${one.title}\n${one.description}`.toLowerCase().includes(search),
  );
  const shownOnes = found.toReversed().map((one) => mergeRequestJson(one, project, store, exchange.origin));
  return paged(call, await Promise.all(shownOnes));
}

async function create(call: Call): Promise<Answer> {
  const { project: source, parameters, store, token } = call;
  if (call.access < 30) return forbidden();
  const absent = missing(call, "title", "source_branch", "target_branch");
  if (absent !== undefined) return absent;
  const given = parameters["target_project_id"];
  const target = given === undefined ? source : store.find(keyOf(given));
  if (target === undefined) return message(404, "404 Not found");
  const access = store.accessOf(token, target);
  if (target.setup.private !== false && access === 0) return forbidden();
  const sourceBranch = textOf(parameters["source_branch"]) ?? "";
  const targetBranch = textOf(parameters["target_branch"]) ?? "";
  const title = takeCommands(textOf(parameters["title"]) ?? "");
  const described = takeCommands(textOf(parameters["description"]) ?? "");
  if (!(await source.git.branches()).has(sourceBranch)) return message(400, { source_branch: ["does not exist"] });
  const refusal = refusalOf(call, target, sourceBranch, targetBranch, title.text);
  if (refusal !== undefined) return refusal;
  const made: MergeRequestState = {
    id: store.id(),
    iid: Math.max(0, ...target.mergeRequests.map((one) => one.iid)) + 1,
    sourceProject: source.setup.path,
    sourceBranch,
    targetBranch,
    title: title.text,
    description: described.text,
    state: "opened",
    author: token?.username ?? "",
    // Who is not a Reporter of the target cannot label: the labels are left out without a word.
    labels: access >= 20 ? kept(call, listOf(parameters["labels"]) ?? []) : [],
    removeSourceBranch: flagOf(parameters["remove_source_branch"]),
    squash: flagOf(parameters["squash"]),
    allowCollaboration: flagOf(parameters["allow_collaboration"]),
    createdAt: store.stamp(),
    updatedAt: store.stamp(),
    notes: [],
    quickActions: [...title.commands, ...described.commands],
  };
  target.mergeRequests.push(made);
  return shown(call, made, target, 201);
}

function refusalOf(call: Call, target: Project, from: string, to: string, title: string): Answer | undefined {
  const { project: source } = call;
  if (target.setup.mergeRequestsDisabled === true) return message(422, ["Target project has disabled merge requests"]);
  if (source === target && from === to) {
    return message(422, ["You can't use same project/branch for source and target"]);
  }
  const related = source === target || source.setup.forkOf === target.setup.path;
  if (!related) return message(422, ["Source project is not a fork of the target project"]);
  if ([...title].length > 255) return message(400, { title: ["is too long (maximum is 255 characters)"] });
  const other = sameBranches(target, { sourceProject: source.setup.path, sourceBranch: from, targetBranch: to });
  return other === undefined ? undefined : conflict(other);
}

type Ends = Pick<MergeRequestState, "sourceProject" | "sourceBranch" | "targetBranch">;

function sameBranches(target: Project, ends: Ends): MergeRequestState | undefined {
  return target.mergeRequests.find(
    (one) =>
      one.state === "opened" &&
      one.sourceProject === ends.sourceProject &&
      one.sourceBranch === ends.sourceBranch &&
      one.targetBranch === ends.targetBranch,
  );
}

function conflict({ iid }: MergeRequestState): Answer {
  return message(409, [`Another open merge request already exists for this source branch: !${iid}`]);
}

const changeable = ["title", "description", "state_event", "labels", "add_labels", "remove_labels", "target_branch"];

async function update(call: Call, one: MergeRequestState): Promise<Answer> {
  const { parameters, store, token, access, project } = call;
  if (access < 30 && one.author !== token?.username) return forbidden();
  if (!changeable.some((name) => parameters[name] !== undefined)) {
    return json(400, { error: `${changeable.join(", ")} are missing, at least one parameter must be provided` });
  }
  const event = textOf(parameters["state_event"]);
  if (event !== undefined && event !== "close" && event !== "reopen") {
    return json(400, { error: "state_event does not have a valid value" });
  }
  const title = takeCommands(textOf(parameters["title"]) ?? one.title);
  const described = takeCommands(textOf(parameters["description"]) ?? one.description);
  if (title.text === "") return json(400, { error: "title is empty" });
  if ([...title.text].length > 255) return message(400, { title: ["is too long (maximum is 255 characters)"] });
  const target = textOf(parameters["target_branch"]) ?? one.targetBranch;
  const other = event === "reopen" && one.state === "closed" ? sameBranches(project, one) : undefined;
  if (other !== undefined) return conflict(other);
  if (event === "close" && one.state === "opened") one.state = "closed";
  if (event === "reopen" && one.state === "closed") one.state = "opened";
  const labels = listOf(parameters["labels"]) ?? one.labels;
  const without = new Set(listOf(parameters["remove_labels"]) ?? []);
  const wanted = [...labels, ...(listOf(parameters["add_labels"]) ?? [])].filter((label) => !without.has(label));
  if (access >= 20) one.labels = kept(call, [...new Set(wanted)]);
  Object.assign(one, { title: title.text, description: described.text, targetBranch: target });
  one.updatedAt = store.stamp();
  one.quickActions.push(...title.commands, ...described.commands);
  return shown(call, one);
}

function kept({ store }: Call, labels: string[]): string[] {
  return labels.filter((label) => !(store.setup.strippedLabels ?? []).includes(label)).toSorted();
}
