import { camelCase, choice, defineAction, invalid, NO_ENDPOINTS, text } from "@release-actions/action";
import { promotionFailure, promotionPlan, promotionResult } from "./promote-appinterface.ts";
import { releaseTagFailure } from "./release-tag.ts";
import { gatesReport, releaseFailure, releaseResult } from "./release-to-prod.ts";
import { readRun, type Run } from "./run.ts";
import type { Report } from "./texts.ts";

const fact = (description: string) => text({ description, optional: true, address: true });

/** What the job found or made, by the names of its outputs. */
const FACTS = {
  image: fact("Verified image."),
  "jira-key": fact("Key of the Jira issue."),
  "jira-url": fact("URL of the Jira issue."),
  "mr-iid": fact("Number of the merge request."),
  "mr-url": fact("URL of the merge request."),
  branch: fact("Branch with the change."),
  "old-ref": fact("Previous commit of the targets."),
  snapshot: fact("Snapshot."),
  release: fact("Release."),
  status: fact("Status of the Release."),
  "already-released": fact("Whether the Snapshot had been released before."),
  target: fact("Namespace it was released to."),
  artifacts: fact("Artifacts its pipeline reports."),
  "advisory-url": fact("URL of the advisory."),
} as const;

export default defineAction({
  name: "summarize-run",
  description: "Summarizes a run of one of the reusable workflows: what it found, what exists, and what to do next.",
  internal: true,
  inputs: {
    workflow: choice(["release-tag", "promote-appinterface", "release-to-prod"], {
      description: "Workflow to summarize.",
      default: "release-tag",
    }),
    report: choice(["check", "result", "failure"], {
      description: "What to summarize: the read-only checks, the result, or the failure of the run.",
      default: "failure",
    }),
    subject: text({ description: "Tag or commit that the run is about." }),
    needs: text({ description: "Context of the jobs: toJSON(needs).", optional: true }),
    inputs: text({ description: "Inputs of the workflow: toJSON(inputs).", optional: true }),
    steps: text({
      description: "Outcomes of this job's steps, by ID.",
      example: "checkout=success image=failure:refused",
      default: "",
    }),
    caller: text({ description: "Calling workflow: github.workflow_ref.", optional: true }),
    ...FACTS,
  },
  outputs: {},
  permissions: { github: {}, gitlab: "None." },
  endpoints: NO_ENDPOINTS,
  changes: false,

  async run({ inputs, io, host }) {
    const given = new Map(Object.entries(inputs));
    const facts = Object.keys(FACTS).map((name) => [name, String(given.get(camelCase(name)) ?? "")] as const);
    const run = readRun({ ...inputs, outputs: Object.fromEntries(facts) }, host);
    const { blocks, lines, annotation } = reportOf(run, inputs.report, inputs.steps);
    if (annotation !== undefined) {
      const { level, message, title } = annotation;
      io[level](message, title === undefined ? {} : { title });
    }
    for (const line of lines) io.info(line);
    io.summary(...blocks);
    return { verdict: "passed" };
  },
});

function reportOf(run: Run, report: "check" | "result" | "failure", steps: string): Report {
  switch (`${run.workflow} ${report}` as const) {
    case "release-tag failure":
      return releaseTagFailure(run);
    case "promote-appinterface check":
      return promotionPlan(run);
    case "promote-appinterface result":
      return promotionResult(run);
    case "promote-appinterface failure":
      return promotionFailure(run);
    case "release-to-prod check":
      return gatesReport(run, steps);
    case "release-to-prod result":
      return releaseResult(run);
    case "release-to-prod failure":
      return releaseFailure(run);
    case "release-tag check":
    case "release-tag result":
      throw invalid(`${run.workflow} has no report of its ${report}`, { remedy: "Use failure." });
  }
}
