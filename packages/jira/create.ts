import { ActionError, undecided, unknown } from "@release-actions/action";
import type { Issue, Jira } from "./types.ts";
import { findIssue, findNeighbours, readIssue, twins } from "./find.ts";
import { withLabel } from "./jql.ts";
import { readBack } from "./read-back.ts";
import { isRefusal, jiraRefusal, WRITE_STATUSES } from "./refusal.ts";

export interface CreateRequest {
  readonly project: string;
  readonly summary: string;
  /** The label that identifies the issue; also in `fields.labels`. */
  readonly label: string;
  /** The complete `fields` of the request, as `prepareFields` returns them. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** Names of fields by their ids, for messages. */
  readonly names: ReadonlyMap<string, string>;
}

const FIRST_LOOK = 2_000;
const LONGEST_PAUSE = 10_000;

/**
 * Creates the issue once. After an unclear response it is searched for as long as the search may lag, and never created
 * again in the same run. `made` receives the key as soon as it is known. Throws `invalid` with Jira's reasons if it is
 * rejected, `unknown` if it is still not visible after an unclear response, `refused` if another run created the same
 * issue, or HttpError.
 */
export async function createIssue(jira: Jira, request: CreateRequest, made: (key: string) => void): Promise<Issue> {
  const { value } = await sendCreation(jira, request).catch((error: unknown) => {
    throw error instanceof ActionError && error.verdict === "unknown" ? unclear(jira, request, error) : error;
  });
  made(typeof value === "string" ? value : value.key);
  const issue = typeof value === "string" ? await readCreated(jira, value) : value;
  const older = await findNeighbours(jira, issue.key, request.label);
  if (older.length > 0) throw twins(jira, [issue, ...older], request.label);
  return issue;
}

async function sendCreation(jira: Jira, request: CreateRequest) {
  const what = describeIssue(request.summary);
  return jira.api.write<Issue | string>({
    method: "POST",
    path: [...jira.root, "issue"],
    json: { fields: request.fields },
    what,
    expect: WRITE_STATUSES,
    exists: [],
    accept: async (reply) => {
      if (isRefusal(reply)) throw await jiraRefusal(reply, `creating ${what}`, request.names);
      const { CreatedReply } = await import("./schema.ts");
      return reply.json(CreatedReply).key;
    },
    readBack: (inDoubt) =>
      readBack(inDoubt, () => (inDoubt ? searchFor(jira, request) : findIssue(jira, request.project, request.label))),
  });
}

/** Searches until the search must show the issue. Throws `undecided` if it does not. */
async function searchFor(jira: Jira, { project, label, summary }: CreateRequest): Promise<Issue> {
  const { clock, signal, searchLag, io } = jira;
  const end = clock.monotonic() + searchLag;
  for (let pause = FIRST_LOOK; ; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
    const issue = await findIssue(jira, project, label);
    if (issue !== undefined) return issue;
    const left = end - clock.monotonic();
    if (left <= 0) throw undecided(`It did not become visible within ${searchLag / 1_000} s.`);
    io.info(`${describeIssue(summary)} is not visible yet; retrying for up to ${Math.ceil(left / 1_000)} s`);
    await clock.sleep(Math.min(pause, left), signal);
  }
}

async function readCreated(jira: Jira, key: string): Promise<Issue> {
  const issue = await readIssue(jira, key);
  if (issue !== undefined) return issue;
  throw unknown(`Jira created ${key}, but does not show it`, {
    remedy: "Check that the credential may browse the project; a security level may hide new issues from it.",
  });
}

function unclear(jira: Jira, { label, summary }: CreateRequest, cause: ActionError): ActionError {
  const found = `${jira.site}/issues/?jql=${encodeURIComponent(withLabel(label))}`;
  return unknown(`It is not known whether Jira created ${describeIssue(summary)}. ${cause.message}`, {
    missing: [`perhaps ${describeIssue(summary)}, with the label ${label}`],
    next: `Open ${found}. If the issue is there, run again: it is adopted. If it is still missing after some minutes, run again: it is created then.`,
    cause,
  });
}

export function describeIssue(summary: string): string {
  return `the issue "${summary}"`;
}
