import type { Clock } from "@release-actions/action";
import { runInMemory } from "@release-actions/hosts";
import type { MemoryResult, MemoryRun } from "@release-actions/hosts";
import action from "../../actions/jira-issue/action.ts";
import { startJira } from "../stand-ins/jira/index.ts";
import type { Deployment, IssueState, JiraSetup, LedgerEntry, StandInJira } from "../stand-ins/jira/index.ts";
import { hurriedClock } from "./publish-release.ts";

export const EMAIL = "bot@acme.example";
export const SECRET = "ATATT3xFfGF0-0123456789abcdef";
export const TITLE = "2026-11-21 Analytics HCC Service Release";

/** What makes the issue of the seed: a Story in AAP. */
export const NEW_ISSUE = { project: "AAP", title: TITLE } as const;

export interface JiraWorld {
  readonly jira: StandInJira;
  readonly clock: Clock;
  /** Inputs besides those that lead to the stand-in. */
  run(inputs?: Readonly<Record<string, string>>, more?: Omit<MemoryRun, "inputs">): Promise<MemoryResult>;
  /** A request of someone else's, below the API's root. */
  post(path: string, body: unknown): Promise<void>;
  issues(): IssueState[];
  /** Requests that change something, as `METHOD path`. */
  writes(): string[];
  close(): Promise<void>;
}

/** A stand-in Jira with the project AAP, whose time is that of the runs. */
export async function openJiraWorld(deployment: Deployment, setup: JiraSetup = {}): Promise<JiraWorld> {
  const clock = hurriedClock();
  const jira = await startJira({
    deployment,
    accounts: [{ name: "Release Bot", email: EMAIL, secret: SECRET }],
    clock: () => clock.now(),
    ...setup,
  });
  return {
    jira,
    clock,
    run: (inputs = NEW_ISSUE, more = {}) =>
      runInMemory(action, { inputs: { ...jiraInputs(deployment, jira), ...inputs }, clock, ...more }),
    post: async (path, body) => {
      const authorization =
        deployment === "cloud" ? `Basic ${Buffer.from(`${EMAIL}:${SECRET}`).toString("base64")}` : `Bearer ${SECRET}`;
      const headers = { authorization, "content-type": "application/json" };
      const { status } = await fetch(`${jira.url}/rest/api/${deployment === "cloud" ? 3 : 2}${path}`, {
        method: "POST",
        headers,
        body: JSON.stringify(body),
      });
      if (status >= 300) throw new Error(`the stand-in answered ${status} to ${path}`);
    },
    issues: () => jira.state().issues,
    writes: () => jira.ledger.filter(isJiraWrite).map(({ method, url }) => `${method} ${url}`),
    close: () => jira.close(),
  };
}

export function jiraInputs(deployment: Deployment, { url }: Pick<StandInJira, "url">): Record<string, string> {
  return { url, ...(deployment === "cloud" ? { email: EMAIL, token: SECRET } : { pat: SECRET }) };
}

export function isJiraWrite({ method }: Pick<LedgerEntry, "method">): boolean {
  return method !== "GET";
}
