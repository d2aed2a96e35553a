import { runWorkflow, type RunOptions, type RunResult } from "./workflow-runner/index.ts";

export interface Started extends Pick<
  RunOptions,
  "file" | "inputs" | "secrets" | "resolveAction" | "repositories" | "temporary"
> {
  /** The repository as a forge holds it, and the head of its main. */
  readonly source: { readonly bare: string; readonly commit: string };
  /** `owner/name` */
  readonly repository: string;
}

/** Runs a workflow that somebody starts manually on main; `more` comes on top. */
export function startedByHand({ source, ...options }: Started, more: Partial<RunOptions> = {}): Promise<RunResult> {
  return runWorkflow({
    ...options,
    workspace: source.bare,
    event: "workflow_dispatch",
    ref: "refs/heads/main",
    sha: source.commit,
    github: { serverUrl: "https://forge.test", apiUrl: "https://api.forge.test", token: "ghs_012345678901234567" },
    ...more,
  });
}
