import { defineAction } from "@release-actions/action";
import type { Context } from "@release-actions/action";
import { openHttp } from "@release-actions/http";
import { browseUrl, openJira } from "@release-actions/jira";
import type { Jira } from "@release-actions/jira";
import { applyPlan } from "./apply.ts";
import { inputs, outputs, readRequest } from "./inputs.ts";
import type { Inputs, IssueRequest, Outputs } from "./inputs.ts";
import { planIssue } from "./plan.ts";
import { issueBlocks, planBlocks, printPlan } from "./report.ts";

export default defineAction({
  name: "jira-issue",
  description: "Creates a Jira issue exactly once, and adds comments and links to it and transitions it.",
  inputs,
  outputs,
  permissions: {
    github: {},
    gitlab:
      "None. Jira: an account with Browse Projects, Create Issues, Add Comments, Link Issues and Transition Issues.",
  },
  services: ["jira"],
  endpoints: { description: ["Jira's REST API, at url"], origins: ({ url }) => [url] },
  changes: true,
  async run(context) {
    const request = await readRequest(context.inputs);
    const { inputs: given, io, signal, clock, host, endpoints } = context;
    const { url, deployment, email, token, pat, searchLag, allowHttp } = given;
    const http = openHttp({ io, signal, clock, network: host.network, endpoints, allowHttp });
    try {
      const account = { email, token, pat };
      const jira = await openJira({ http, url, deployment, ...account, searchLag, io, signal, clock });
      return await createAndUpdate(context, jira, request);
    } finally {
      http.close();
    }
  },
});

async function createAndUpdate(context: Context<Inputs>, jira: Jira, request: IssueRequest): Promise<Outputs> {
  const { inputs: given, io, journal } = context;
  io.info(`Jira ${jira.deployment === "cloud" ? "Cloud" : "Data Center"} at ${jira.site}, as ${jira.user}`);
  const plan = await planIssue(jira, request);
  printPlan(io, plan);
  if (given.dryRun) {
    const key = plan.issue?.key;
    const url = key === undefined ? undefined : browseUrl(jira, key);
    if (given.summary) io.summary(...planBlocks(plan, url));
    const verdict = plan.writes.length === 0 ? "unchanged" : "passed";
    return { verdict, key, url, created: false, commented: false, transitioned: false };
  }
  const applied = await applyPlan(jira, plan, request.transition, journal, io);
  const { issue, created, commented, transitioned, done } = applied;
  const url = browseUrl(jira, issue.key);
  if (given.summary) io.summary(...issueBlocks(plan, applied, url));
  io.info(`${done.length > 0 ? "done" : "unchanged"}: ${url}`);
  return { verdict: done.length > 0 ? "done" : "unchanged", key: issue.key, url, created, commented, transitioned };
}
