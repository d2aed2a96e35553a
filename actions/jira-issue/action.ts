import { choice, defineAction, duration, flag, invalid, list, output, text } from "@release-actions/action";
import type { Context, InputsOf, OutputsOf, Problem, Verdict } from "@release-actions/action";
import { openJira } from "@release-actions/jira";
import type { Jira } from "@release-actions/jira";
import { apply } from "./apply.ts";
import { issueUrl, makePlan } from "./plan.ts";
import { issueBlocks, planBlocks, printPlan } from "./report.ts";
import { readRequest } from "./settings.ts";
import type { IssueRequest } from "./settings.ts";

const inputs = {
  url: text({
    address: true,
    description: "Jira's address, such as https://acme.atlassian.net.",
    example: "https://acme.atlassian.net",
    gitlab: "JIRA_URL",
  }),
  email: text({
    description: "Cloud: the e-mail address of the account that the token belongs to.",
    optional: true,
    gitlab: "JIRA_EMAIL",
  }),
  token: text({
    description: "Cloud: an API token.",
    optional: true,
    secret: true,
    credential: true,
    notOfForge: true,
    gitlab: "JIRA_TOKEN",
  }),
  pat: text({
    description: "Data Center: a personal access token.",
    optional: true,
    secret: true,
    credential: true,
    notOfForge: true,
    gitlab: "JIRA_PAT",
  }),
  deployment: choice(["auto", "cloud", "datacenter"], {
    description: "What kind of Jira it is. auto: asks it.",
    default: "auto",
  }),
  project: text({ description: "Key of the project in which the issue is made.", optional: true, example: "AAP" }),
  type: text({ description: "The issue's type, by name or id.", default: "Story" }),
  title: text({
    description: "The issue's title, which Jira calls its summary.",
    optional: true,
    example: "2026-11-21 Analytics HCC Service Release",
  }),
  description: text({ description: "The issue's description, in Markdown.", optional: true }),
  labels: list({
    description: "The issue's labels. One that a later run knows it by is added.",
    default: "release,production",
  }),
  fields: text({
    description: "Further fields by name or id: a map in YAML or JSON.",
    optional: true,
    example: "Components: [backend]",
  }),
  key: text({ description: "Act on this issue instead of making one.", optional: true, example: "AAP-123" }),
  comment: text({ description: "A comment, in Markdown. It is written once.", optional: true }),
  link: text({
    address: true,
    description: "Web links, one a line: title | url.",
    optional: true,
    example: "Merge request | https://gitlab.example/group/app/-/merge_requests/12",
  }),
  transition: text({
    description: "The status to bring the issue to, or the name of a transition.",
    optional: true,
    example: "In Progress",
  }),
  "unique-key": text({
    description:
      "What the issue is for: there is one issue for each key and project. Default: project, type and title.",
    optional: true,
    example: "analytics 2026-11-21",
  }),
  "search-lag": duration({
    description: "How long an issue is looked for when Jira did not confirm that it made it.",
    default: "60s",
  }),
  "allow-http": flag({ description: "Take an http address that is not on this machine.", default: false }),
};

const outputs = {
  key: output.text("The issue's key."),
  url: output.text("The issue's page."),
  created: output.flag("The issue was not there before this run."),
  commented: output.flag("The comment was not there before this run."),
  transitioned: output.flag("This run changed the issue's status."),
};

type Inputs = InputsOf<typeof inputs>;
type Outputs = OutputsOf<typeof outputs> & { verdict: Verdict };

export default defineAction({
  name: "jira-issue",
  description: "Makes a Jira issue exactly once, and comments on it, links it and moves it on.",
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
    const wanted = await read(context.inputs);
    const { inputs, io, signal, clock, host, endpoints } = context;
    const { url, deployment, email, token, pat, searchLag, allowHttp } = inputs;
    const jira = await openJira({
      url,
      deployment,
      email,
      token,
      pat,
      searchLag,
      allowHttp,
      io,
      signal,
      clock,
      network: host.network,
      endpoints,
    });
    try {
      return await act(context, jira, wanted);
    } finally {
      jira.close();
    }
  },
});

/** Every problem that the inputs alone show, before anyone is asked. */
async function read(inputs: Inputs): Promise<IssueRequest> {
  const problems: Problem[] = [];
  const wanted = await readRequest(inputs, problems);
  if (inputs.pat === undefined && inputs.token === undefined) {
    problems.push({
      input: "token",
      what: "there is no credential",
      remedy: "Give email and token for Jira Cloud, or pat for Data Center.",
    });
  }
  if (problems.length > 0)
    throw invalid(problems.length === 1 ? problems[0]!.what : `${problems.length} problems with the inputs`, {
      problems,
    });
  return wanted;
}

async function act(context: Context<Inputs>, jira: Jira, wanted: IssueRequest): Promise<Outputs> {
  const { inputs, io, journal } = context;
  io.info(`Jira ${jira.deployment === "cloud" ? "Cloud" : "Data Center"} at ${jira.site}, as ${jira.user}`);
  const plan = await makePlan(jira, wanted);
  printPlan(io, plan);
  if (inputs.dryRun) {
    const url = plan.issue === undefined ? undefined : issueUrl(jira, plan.issue);
    if (inputs.summary) io.summary(...planBlocks(plan, url));
    return {
      verdict: plan.writes.length === 0 ? "unchanged" : "passed",
      key: plan.issue?.key,
      url,
      created: false,
      commented: false,
      transitioned: false,
    };
  }
  const applied = await apply(jira, plan, wanted.transition, journal, io);
  const { issue, created, commented, transitioned, done } = applied;
  const url = issueUrl(jira, issue);
  if (inputs.summary) io.summary(...issueBlocks(plan, applied, url));
  io.info(`${done.length > 0 ? "done" : "unchanged"}: ${url}`);
  return { verdict: done.length > 0 ? "done" : "unchanged", key: issue.key, url, created, commented, transitioned };
}
