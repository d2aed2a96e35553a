import { invalid } from "@release-actions/action";
import type { Problem, ActionError } from "@release-actions/action";
import type { Reply } from "@release-actions/http";

/** Statuses whose body has Jira's reasons. */
const REFUSALS: readonly number[] = [400, 404, 410];

/**
 * The statuses of a write whose body is read: every success, since a 200 with something else may hide that the write was
 * done, and those with reasons.
 */
export const WRITE_STATUSES: readonly number[] = [200, 201, 202, 203, 204, 205, 206, ...REFUSALS];

export function isRefusal({ status }: Pick<Reply, "status">): boolean {
  return REFUSALS.includes(status);
}

/**
 * An `invalid` with Jira's `{errorMessages, errors}` as problems, each naming its field. `names` has the names of fields
 * by their ids, such as customfield_10010. A body that is something else gives no problems.
 */
export async function jiraRefusal(
  reply: Reply,
  what: string,
  names: ReadonlyMap<string, string> = new Map(),
): Promise<ActionError> {
  const problems = await problemsOf(reply, names);
  const message = `Jira answered ${reply.status} to ${what}`;
  if (problems.length === 0) return invalid(message, { remedy: remedyOf(reply.status) });
  return invalid(`${message}: ${problems.map((problem) => problem.what).join("; ")}`, {
    problems,
    remedy: remedyOf(reply.status),
  });
}

async function problemsOf(reply: Reply, names: ReadonlyMap<string, string>): Promise<Problem[]> {
  let parsed: unknown;
  try {
    parsed = reply.json();
  } catch {
    return [];
  }
  const { RefusalReply } = await import("./schema.ts");
  const read = RefusalReply.safeParse(parsed);
  if (!read.success) return [];
  const { errorMessages = [], errors } = read.data;
  const fields = typeof errors === "object" && errors !== null ? Object.entries(errors) : [];
  return [
    ...errorMessages.filter((text) => text !== "").map((text): Problem => ({ what: text })),
    ...fields.map(([id, text]): Problem => ({ what: `${fieldName(id, names)}: ${reasonText(text)}`, ...inputOf(id) })),
  ];
}

/** Objects of a reply inherit nothing, so `String` would throw for them. */
function reasonText(reason: unknown): string {
  return typeof reason === "string" ? reason : JSON.stringify(reason);
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
