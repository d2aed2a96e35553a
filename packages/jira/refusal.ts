import { invalid } from "@release-actions/action";
import type { Problem, ActionError } from "@release-actions/action";
import type { Reply } from "@release-actions/http";
import { RefusalReply } from "./schema.ts";

/** Statuses that carry Jira's reasons in their body. */
const REFUSALS: readonly number[] = [400, 404, 410];

/**
 * The statuses of a write that are read: every success, since a page of something else with 200 may hide that the write
 * was done, and those that carry reasons.
 */
export const WRITE_STATUSES: readonly number[] = [200, 201, 202, 203, 204, 205, 206, ...REFUSALS];

export function isRefusal({ status }: Pick<Reply, "status">): boolean {
  return REFUSALS.includes(status);
}

/**
 * Jira's `{errorMessages, errors}` as problems, each naming the field it is about. `names` gives the fields' names by
 * their ids, such as customfield_10010.
 */
export function jiraRefusal(reply: Reply, what: string, names: ReadonlyMap<string, string> = new Map()): ActionError {
  const problems = problemsOf(reply, names);
  const message = `Jira answered ${reply.status} to ${what}`;
  if (problems.length === 0) return invalid(message, { remedy: remedyOf(reply.status) });
  return invalid(`${message}: ${problems.map((problem) => problem.what).join("; ")}`, {
    problems,
    remedy: remedyOf(reply.status),
  });
}

function problemsOf(reply: Reply, names: ReadonlyMap<string, string>): Problem[] {
  let parsed: unknown;
  try {
    parsed = reply.json();
  } catch {
    return [];
  }
  const read = RefusalReply.safeParse(parsed);
  if (!read.success) return [];
  const { errorMessages = [], errors } = read.data;
  const fields = typeof errors === "object" && errors !== null ? Object.entries(errors) : [];
  return [
    ...errorMessages.filter((text) => text !== "").map((text): Problem => ({ what: text })),
    ...fields.map(([id, text]): Problem => ({ what: `${fieldName(id, names)}: ${String(text)}`, ...inputOf(id) })),
  ];
}

function fieldName(id: string, names: ReadonlyMap<string, string>): string {
  const name = names.get(id);
  return name === undefined || name.toLowerCase() === id.toLowerCase() ? id : `${name} (${id})`;
}

const OWN_INPUTS: ReadonlyMap<string, string> = new Map([
  ["summary", "title"],
  ["description", "description"],
  ["labels", "labels"],
  ["project", "project"],
  ["issuetype", "type"],
]);

function inputOf(id: string): Pick<Problem, "input"> {
  return { input: OWN_INPUTS.get(id) ?? "fields" };
}

function remedyOf(status: number): string {
  if (status === 404) return "Check the key; Jira also answers 404 for what the credential may not see.";
  if (status === 410) return "This Jira has removed that part of its API: check deployment, cloud or datacenter.";
  return "Correct the fields listed; set missing ones in fields.";
}
