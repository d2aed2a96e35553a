import { openGitLab } from "@release-actions/forge/gitlab";
import type { CommitRequest, GitLab, GitLabOptions, Project } from "@release-actions/forge/gitlab";
import { openTestClient } from "../faults/client.ts";
import type { TestClient } from "../faults/client.ts";
import { startGitLab } from "../stand-ins/gitlab/index.ts";
import type { Fault, GitLab as StandIn, GitLabSetup, LedgerEntry } from "../stand-ins/gitlab/index.ts";

export const UPSTREAM = "service/app-interface";
export const FORK = "release-bot/app-interface";
export const BOT = "release-bot";
export const TOKEN = "glpat-0123456789abcdefghij";
export const FILE = "data/services/shop/cicd/ci-int/saas.yaml";
export const OLD = "name: saas-shop\nref: 1111111111111111111111111111111111111111\n";
export const NEW = "name: saas-shop\nref: 2222222222222222222222222222222222222222\n";
export const BRANCH = "release-actions/bump-0123456789ab";

/** A project as app-interface is, the bot's fork of it, and our client. Waits take no time. */
export interface GitLabWorld extends TestClient {
  readonly standIn: StandIn;
  readonly gitlab: GitLab;
  readonly upstream: Project;
  readonly fork: Project;
  /** The head of the default branch. */
  readonly head: string;
  /** The change of FILE to NEW on BRANCH of the fork, on top of `head`. */
  request(more?: Partial<CommitRequest>): Promise<CommitRequest>;
  /** Faults and the ledger from here on. */
  strike(...faults: Fault[]): void;
  /** Requests since the world was opened. */
  asked(): LedgerEntry[];
  open(options: Partial<GitLabOptions>): GitLab;
  close(): Promise<void>;
}

export async function openGitLabWorld(setup: Partial<GitLabSetup> = {}): Promise<GitLabWorld> {
  const files = { [FILE]: OLD, "README.md": "# Data\n" };
  const standIn = await startGitLab({
    tokens: [{ value: TOKEN, username: BOT, accessLevel: { [UPSTREAM]: 20, [FORK]: 40 } }],
    projects: [
      { path: UPSTREAM, files, members: [{ username: "ada", accessLevel: 50 }] },
      { path: FORK, forkOf: UPSTREAM, members: [{ username: "app-interface-bot", accessLevel: 40 }] },
    ],
    ...setup,
  });
  const client = openTestClient([standIn.url]);
  const open = (options: Partial<GitLabOptions>) =>
    openGitLab({ http: client.http, url: standIn.url, token: TOKEN, ...options });
  const gitlab = open({});
  const upstream = await gitlab.project(UPSTREAM);
  const fork = await gitlab.project(FORK);
  const head = (await gitlab.branch(upstream, "master"))?.commit ?? "";
  const start = standIn.ledger.length;
  return {
    ...client,
    standIn,
    gitlab,
    upstream,
    fork,
    head,
    open,
    request: async (more = {}) => {
      const file = await gitlab.readFile(upstream, FILE, head);
      return {
        branch: BRANCH,
        startSha: head,
        startProject: upstream,
        message: "Release shop to production",
        files: [{ path: FILE, bytes: Buffer.from(NEW), lastCommitId: file?.lastCommitId ?? "" }],
        ...more,
      };
    },
    strike: (...faults) => standIn.faults.add(...faults),
    asked: () => standIn.ledger.slice(start),
    close: async () => {
      client.http.close();
      await standIn.close();
    },
  };
}
