import { invalid, refused } from "@release-actions/action";
import type { Api, Reply, WriteResult } from "@release-actions/http";
import { quote } from "@release-actions/text";
import { messageOf, toDiscuss, toPropose, toRead } from "./access.ts";
import type {
  GitLab,
  MergeRequest,
  MergeRequestChange,
  MergeRequestFilter,
  MergeRequestState,
  Project,
} from "./types.ts";
import { checkTexts } from "./limits.ts";
import { MergeRequestReply, MergeRequestsReply } from "./schema.ts";
import type { MergeRequestBody } from "./schema.ts";

type MergeRequests = Pick<
  GitLab,
  "findMergeRequests" | "mergeRequest" | "createMergeRequest" | "updateMergeRequest" | "closeMergeRequest"
>;

export function mergeRequestsOf(api: Api): MergeRequests {
  async function findMergeRequests(project: Project, filter: MergeRequestFilter): Promise<MergeRequest[]> {
    const { sourceBranch, targetBranch, state, search, labels, author } = filter;
    const query = {
      scope: "all",
      per_page: 100,
      state,
      search,
      source_branch: sourceBranch,
      target_branch: targetBranch,
      author_username: author,
      labels: labels === undefined || labels.length === 0 ? undefined : labels.join(","),
    };
    const found: MergeRequest[] = [];
    for await (const page of api.pages({ path: root(project), query, permission: toRead(project.path) })) {
      found.push(...page.json(MergeRequestsReply).map(mergeRequestOf));
    }
    // The server ignores a filter that it does not know.
    return found.filter(
      (one) =>
        one.sourceBranch === (sourceBranch ?? one.sourceBranch) &&
        one.targetBranch === (targetBranch ?? one.targetBranch) &&
        one.state === (state ?? one.state) &&
        one.author.toLowerCase() === (author ?? one.author).toLowerCase() &&
        (labels ?? []).every((label) => one.labels.includes(label)),
    );
  }

  async function mergeRequest(project: Project, iid: string): Promise<MergeRequest | undefined> {
    const [found] = await api
      .read({ path: [...root(project), iid], expect: [200, 404], permission: toRead(project.path) })
      .then((reply) => (reply.status === 404 ? [] : [mergeRequestOf(reply.json(MergeRequestReply))]));
    return found;
  }

  return {
    findMergeRequests,
    mergeRequest,
    async createMergeRequest(source, target, request) {
      checkTexts({ title: request.title, body: request.description });
      const { sourceBranch, targetBranch, labels = [] } = request;
      checkLabels(labels);
      return api.write<MergeRequest>({
        method: "POST",
        path: root(source),
        json: {
          source_branch: sourceBranch,
          target_branch: targetBranch,
          target_project_id: target.id,
          title: request.title,
          description: request.description,
          ...(labels.length > 0 && { labels: labels.join(",") }),
          remove_source_branch: request.removeSourceBranch,
          squash: request.squash,
          allow_collaboration: request.allowCollaboration,
        },
        exists: [409],
        notYet: (reply) => (missesSource(reply) ? `GitLab does not see the branch ${sourceBranch} yet` : undefined),
        what: `the merge request of ${sourceBranch} for ${target.path}`,
        permission: toPropose(source.path),
        accept: (reply) => mergeRequestOf(reply.json(MergeRequestReply)),
        readBack: async () => {
          const open = await findMergeRequests(target, { sourceBranch, targetBranch, state: "opened" });
          return open.find(({ sourceProjectId }) => sourceProjectId === source.id);
        },
      });
    },
    updateMergeRequest: async (project, iid, change) => update(project, iid, change),
    async closeMergeRequest(project, iid) {
      const result = await update(project, iid, { state: "close" });
      if (result.value.state !== "closed") {
        throw refused(`the merge request !${iid} of ${project.path} is ${result.value.state} and cannot be closed`, {
          exists: [result.value.webUrl],
        });
      }
      return result;
    },
  };

  async function update(project: Project, iid: string, change: MergeRequestChange): Promise<WriteResult<MergeRequest>> {
    checkTexts({ title: change.title, body: change.description });
    checkLabels([...(change.addLabels ?? []), ...(change.removeLabels ?? [])]);
    return api.write<MergeRequest>({
      method: "PUT",
      path: [...root(project), iid],
      json: {
        title: change.title,
        description: change.description,
        // Never `labels`: it takes away those of other people.
        add_labels: change.addLabels?.join(","),
        remove_labels: change.removeLabels?.join(","),
        state_event: change.state,
      },
      exists: [],
      what: `the change of the merge request !${iid} of ${project.path}`,
      permission: toDiscuss(project.path),
      accept: (reply) => mergeRequestOf(reply.json(MergeRequestReply)),
      readBack: async () => {
        const now = await mergeRequest(project, iid);
        return now !== undefined && holds(now, change) ? now : undefined;
      },
    });
  }
}

function root(project: Project): string[] {
  return ["projects", project.id, "merge_requests"];
}

function holds(now: MergeRequest, change: MergeRequestChange): boolean {
  const { title, description, addLabels = [], removeLabels = [], state } = change;
  return (
    (title === undefined || now.title === title) &&
    (description === undefined || sameText(now.description, description)) &&
    addLabels.every((label) => now.labels.includes(label)) &&
    !removeLabels.some((label) => now.labels.includes(label)) &&
    (state === undefined || now.state === (state === "close" ? "closed" : "opened"))
  );
}

/** GitLab may change line ends, and takes blank lines away at the end. */
function sameText(one: string, other: string): boolean {
  const plain = (text: string) => text.replaceAll("\r\n", "\n").trimEnd();
  return plain(one) === plain(other);
}

function checkLabels(labels: readonly string[]): void {
  const bad = labels.filter((label) => label.trim() === "" || label.includes(",") || label.length > 255);
  if (bad.length === 0) return;
  throw invalid("GitLab would not take these labels as they are", {
    problems: bad.map((label) => ({ what: `${quote(label)} is empty, too long or holds a comma` })),
  });
}

const STATES: readonly string[] = ["opened", "closed", "merged", "locked"] satisfies MergeRequestState[];

function mergeRequestOf(body: MergeRequestBody): MergeRequest {
  return {
    iid: body.iid,
    webUrl: body.web_url,
    title: body.title,
    description: body.description ?? "",
    // One that a later GitLab may add is surely not open.
    state: STATES.includes(body.state) ? (body.state as MergeRequestState) : "locked",
    sourceBranch: body.source_branch,
    targetBranch: body.target_branch,
    author: body.author.username,
    labels: body.labels,
    ...(body.source_project_id !== undefined && { sourceProjectId: body.source_project_id }),
    ...(body.sha !== undefined && { sha: body.sha }),
  };
}

/** GitLab may not see a branch that was pushed a moment ago, and some versions check for it. */
function missesSource(reply: Reply): boolean {
  return reply.status === 400 && messageOf(reply).includes('"source_branch":["does not exist"]');
}
