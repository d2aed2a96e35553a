/**
 * Runs a GitHub workflow file as it is: GitHub's own parser reads it, GitHub's own expression engine evaluates it,
 * and steps run as local processes, with the runner's rules for output, files and conditions. See README.md.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { callInterface, callValues } from "./call.ts";
import { openWorkflow, runJobs, type Run } from "./jobs.ts";
import { WorkflowProblem } from "./parser.ts";
import { pushesTag } from "./triggers.ts";
import type { RunOptions, RunResult } from "./types.ts";

export { WorkflowProblem } from "./parser.ts";
export type * from "./types.ts";

/** Runs all jobs. Throws a WorkflowProblem for a file that is wrong, unsupported or not started by the event. */
export async function runWorkflow(options: RunOptions): Promise<RunResult> {
  const workflow = await openWorkflow(options.file);
  const event = options.event ?? "push";
  await mkdir(join(options.temporary, "artifacts"), { recursive: true });
  const github = await githubContext(options, workflow.name, event);
  const scope = {
    file: workflow.file,
    engine: workflow.engine,
    contexts: { github, vars: options.vars ?? {} },
  };
  const started = pushesTag(workflow, event, options.ref);
  if (!started && callInterface(workflow) === undefined) {
    throw new WorkflowProblem(workflow.file, `${event} of ${options.ref} does not start this workflow`);
  }
  const given = { inputs: options.inputs ?? {}, secrets: options.secrets ?? {} };
  const isDispatch = started && event === "workflow_dispatch";
  const values =
    started && !isDispatch
      ? given
      : callValues(workflow, given, scope, workflow.file, isDispatch ? event : "workflow_call");
  const run: Run = { options, workflow, ...values, github, prefix: "", resolveWorkflow: resolver(options) };
  return runJobs(run);
}

async function githubContext(options: RunOptions, name: string, event: string): Promise<Record<string, unknown>> {
  const { ref, sha, repository, github } = options;
  const payload = {
    ref,
    after: sha,
    before: "0".repeat(40),
    repository: { full_name: repository, default_branch: "main" },
  };
  const eventPath = join(options.temporary, "event.json");
  await writeFile(eventPath, JSON.stringify(payload));
  return {
    token: github.token,
    server_url: github.serverUrl,
    api_url: github.apiUrl,
    graphql_url: `${github.apiUrl}/graphql`,
    repository,
    repository_owner: repository.split("/")[0],
    ref,
    ref_name: ref.replace(/^refs\/(?:tags|heads)\//, ""),
    ref_type: ref.startsWith("refs/tags/") ? "tag" : "branch",
    sha,
    event_name: event,
    event: payload,
    event_path: eventPath,
    workflow: name,
    workflow_ref: `${repository}/.github/workflows/${basename(options.file)}@${ref}`,
    run_id: "1",
    run_number: "1",
    run_attempt: "1",
    actor: "octocat",
    triggering_actor: "octocat",
  };
}

/** `./` and `$/` belong to the repository that holds the calling workflow file; the rest is the caller's to know. */
function resolver(options: RunOptions): Run["resolveWorkflow"] {
  return (uses, from) => {
    const local = /^(?:\.|\$)\/(\.github\/workflows\/[^/]+)$/.exec(uses)?.[1];
    if (local !== undefined) return join(dirname(from), "..", "..", local);
    return options.resolveWorkflow?.(uses);
  };
}
