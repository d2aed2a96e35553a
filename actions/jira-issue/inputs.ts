import { choice, duration, flag, invalidWith, list, output, text } from "@release-actions/action";
import type { InputsOf, OutputsOf, Problem, Verdict } from "@release-actions/action";
import type { RemoteLink } from "@release-actions/jira";
import { linkTarget, oneLine } from "@release-actions/text";

export const inputs = {
  url: text({
    address: true,
    description: "Base URL of Jira, such as https://acme.atlassian.net.",
    example: "https://acme.atlassian.net",
    gitlab: "JIRA_URL",
  }),
  email: text({
    description: "Cloud: e-mail address of the account that the token belongs to.",
    optional: true,
    gitlab: "JIRA_EMAIL",
  }),
  token: text({
    description: "Cloud: API token.",
    optional: true,
    credential: "service",
    gitlab: "JIRA_TOKEN",
  }),
  pat: text({
    description: "Data Center: personal access token.",
    optional: true,
    credential: "service",
    gitlab: "JIRA_PAT",
  }),
  deployment: choice(["auto", "cloud", "datacenter"], {
    description: "Type of Jira. auto: ask the server.",
    default: "auto",
  }),
  project: text({ description: "Key of the project to create the issue in.", optional: true, example: "AAP" }),
  type: text({ description: "Issue type, by name or ID.", default: "Story" }),
  title: text({
    description: "Title of the issue; Jira calls it the summary.",
    optional: true,
    example: "2026-11-21 Analytics HCC Service Release",
  }),
  description: text({ description: "Description of the issue, in Markdown.", optional: true }),
  labels: list({
    description: "Labels of the issue. A label by which later runs recognize the issue is added.",
    default: "release,production",
  }),
  fields: text({
    description: "More fields by name or ID: a map in YAML or JSON.",
    optional: true,
    example: "Components: [backend]",
  }),
  key: text({ description: "Existing issue to update, instead of creating one.", optional: true, example: "AAP-123" }),
  comment: text({ description: "Comment, in Markdown. It is added once.", optional: true }),
  link: text({
    address: true,
    description: "Web links, one per line: title | url.",
    optional: true,
    example: "Merge request | https://gitlab.example/group/app/-/merge_requests/12",
  }),
  transition: text({
    description: "Status to move the issue to, or the name of a transition.",
    optional: true,
    example: "In Progress",
  }),
  "unique-key": text({
    description: "Key of the issue: there is one issue per key and project. Default: project, type and title.",
    optional: true,
    example: "analytics 2026-11-21",
  }),
  "search-lag": duration({
    description: "Maximum time to look for an issue whose creation Jira did not confirm.",
    default: "60s",
  }),
  "allow-http": flag({ description: "Allow plain HTTP for non-loopback hosts.", default: false }),
};

export const outputs = {
  key: output.text("Key of the issue."),
  url: output.text("URL of the issue."),
  created: output.flag("Whether the issue did not exist before this run."),
  commented: output.flag("Whether the comment did not exist before this run."),
  transitioned: output.flag("Whether this run changed the status of the issue."),
};

export type Inputs = InputsOf<typeof inputs>;
export type Outputs = OutputsOf<typeof outputs> & { verdict: Verdict };

/** What the inputs describe: an issue to find by its unique key or create, or an existing one by its key. */
export interface IssueRequest {
  readonly issue: NewIssue | { readonly key: string };
  readonly comment: string | undefined;
  readonly links: readonly RemoteLink[];
  readonly transition: string | undefined;
}

export interface NewIssue {
  readonly project: string;
  readonly type: string;
  readonly summary: string;
  readonly description: string | undefined;
  readonly labels: readonly string[];
  readonly fields: Readonly<Record<string, unknown>>;
  readonly uniqueKey: string;
}

/** Jira's limits, in characters. */
const MAX_TITLE = 255;
const MAX_TEXT = 32_767;
const MAX_LABEL = 255;

/** Checks the inputs together. Throws `invalid` with all problems. */
export async function readRequest(inputs: Inputs): Promise<IssueRequest> {
  const { comment, transition } = inputs;
  const problems: Problem[] = [];
  checkLength("comment", comment, problems);
  const links = linksOf(inputs.link ?? "", problems);
  const issue =
    inputs.key === undefined ? await newIssueOf(inputs, problems) : namedIssueOf(inputs.key, inputs, problems);
  if (inputs.pat === undefined && inputs.token === undefined) {
    const remedy = "Set email and token for Jira Cloud, or pat for Data Center.";
    problems.push({ input: "token", what: "credential is missing", remedy });
  }
  if (problems.length > 0) throw invalidWith(problems);
  return { issue, comment, links, transition };
}

function namedIssueOf(key: string, inputs: Inputs, problems: Problem[]): { key: string } {
  if (!/^[A-Za-z][A-Za-z0-9_]{0,99}-[0-9]{1,12}$/.test(key)) {
    problems.push({ input: "key", what: `${key} is not an issue key`, remedy: "An issue key looks like AAP-123." });
  }
  const { project, title, description, fields, uniqueKey } = inputs;
  const others = { project, title, description, fields, "unique-key": uniqueKey };
  const extra = Object.entries(others).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  if (extra.length > 0) {
    problems.push({
      input: "key",
      what: `key cannot be combined with ${extra.join(", ")}`,
      remedy: "Omit key to create an issue, or the others to update an existing one.",
    });
  }
  return { key: key.toUpperCase() };
}

async function newIssueOf(inputs: Inputs, problems: Problem[]): Promise<NewIssue> {
  const project = inputs.project?.toUpperCase() ?? "";
  // Line breaks and invisible characters are not part of a title.
  const summary = oneLine(inputs.title ?? "")
    .replace(/\s+/g, " ")
    .trim();
  const needed = (input: string) => `Set ${input}, or key to update an existing issue.`;
  if (inputs.project === undefined)
    problems.push({ input: "project", what: "project is missing", remedy: needed("project") });
  else if (!/^[A-Z][A-Z0-9_]{0,99}$/.test(project)) {
    const remedy = "A project key is the part of an issue key before the number, such as AAP.";
    problems.push({ input: "project", what: `${inputs.project} is not a project key`, remedy });
  }
  if (summary === "") problems.push({ input: "title", what: "title is missing", remedy: needed("title") });
  if (summary.length > MAX_TITLE) {
    problems.push({
      input: "title",
      what: `title has ${summary.length} characters; Jira allows ${MAX_TITLE}`,
      remedy: "Shorten it.",
    });
  }
  checkLength("description", inputs.description, problems);
  for (const label of inputs.labels) {
    if (!/\s/.test(label) && label.length <= MAX_LABEL) continue;
    problems.push({
      input: "labels",
      what: `${JSON.stringify(label)} is not a valid label`,
      remedy: "Labels contain no spaces and at most 255 characters.",
    });
  }
  const { type, description, labels } = inputs;
  const uniqueKey = inputs.uniqueKey ?? `${project}\n${type.toLowerCase()}\n${summary}`;
  return { project, type, summary, description, labels, fields: await fieldsOf(inputs.fields, problems), uniqueKey };
}

function checkLength(input: string, text: string | undefined, problems: Problem[]): void {
  if (text === undefined || text.length <= MAX_TEXT) return;
  problems.push({
    input,
    what: `${input} has ${text.length} characters; Jira allows ${MAX_TEXT}`,
    remedy: "Shorten it, or link to the full text.",
  });
}

/** `title | url`, one per line; the last bar separates them. Without a title the URL is the title. */
function linksOf(lines: string, problems: Problem[]): RemoteLink[] {
  const links: RemoteLink[] = [];
  for (const line of lines.split(/\r?\n/)) {
    if (line.trim() === "") continue;
    const bar = line.lastIndexOf("|");
    const address = line.slice(bar + 1).trim();
    const url = linkTarget(address);
    if (url === undefined) {
      problems.push({
        input: "link",
        what: `${address} is not a URL that can be linked to`,
        remedy: "Write title | https://…, one per line.",
      });
      continue;
    }
    const title = oneLine(line.slice(0, Math.max(0, bar))).trim() || address;
    if (title.length > MAX_TITLE) {
      problems.push({
        input: "link",
        what: `the title of ${address} has ${title.length} characters; Jira allows ${MAX_TITLE}`,
        remedy: "Shorten it.",
      });
    }
    if (links.some((link) => link.url === url)) problems.push({ input: "link", what: `${address} is listed twice` });
    links.push({ title, url });
  }
  return links;
}

/** A map in YAML or JSON. Aliases are refused, as in release-actions.yml. */
async function fieldsOf(source: string | undefined, problems: Problem[]): Promise<Readonly<Record<string, unknown>>> {
  if (source === undefined) return {};
  const { readStrictly } = await import("@release-actions/yaml");
  const { value, faults } = readStrictly(source);
  const remedy = "Write a map of fields in YAML or JSON, such as Components: [backend].";
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  if (faults.length === 0) problems.push({ input: "fields", what: "fields is not a map", remedy });
  for (const { kind, message } of faults) {
    if (kind === "alias")
      problems.push({
        input: "fields",
        what: "fields contains an alias, which is not allowed",
        remedy: "Write out the value.",
      });
    else
      problems.push({
        input: "fields",
        what: kind === "deep" ? "fields is nested too deeply" : `fields: ${message}`,
        remedy,
      });
  }
  return {};
}
