import type { Problem } from "@release-actions/action";
import type { RemoteLink } from "@release-actions/jira";
import { linkTarget, oneLine } from "@release-actions/text";

export interface IssueInputs {
  readonly project: string | undefined;
  readonly type: string;
  readonly title: string | undefined;
  readonly description: string | undefined;
  readonly labels: readonly string[];
  readonly fields: string | undefined;
  readonly key: string | undefined;
  readonly comment: string | undefined;
  readonly link: string | undefined;
  readonly transition: string | undefined;
  readonly uniqueKey: string | undefined;
}

/** What is wanted, read from the inputs. Either an issue is made or found by its unique key, or one is named. */
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

/** Jira's own limits. */
const LONGEST_SUMMARY = 255;
const LONGEST_TEXT = 32_767;
const LONGEST_LABEL = 255;

/** Reads the inputs together; what is wrong with them is added to `problems`. */
export async function readRequest(inputs: IssueInputs, problems: Problem[]): Promise<IssueRequest> {
  const { comment, transition } = inputs;
  checkLength("comment", comment, problems);
  const links = linksOf(inputs.link ?? "", problems);
  const issue =
    inputs.key === undefined ? await newIssueOf(inputs, problems) : namedIssueOf(inputs.key, inputs, problems);
  return { issue, comment, links, transition };
}

function namedIssueOf(key: string, inputs: IssueInputs, problems: Problem[]): { key: string } {
  if (!/^[A-Za-z][A-Za-z0-9_]{0,99}-[0-9]{1,12}$/.test(key)) {
    problems.push({ input: "key", what: `${key} is no issue key`, remedy: "An issue key looks like AAP-123." });
  }
  const { project, title, description, fields, uniqueKey } = inputs;
  const others = { project, title, description, fields, "unique-key": uniqueKey };
  const given = Object.entries(others).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  if (given.length > 0) {
    problems.push({
      input: "key",
      what: `key names an issue, so ${given.join(", ")} cannot be given`,
      remedy: "Leave key out to make an issue, or the others to act on the one that is named.",
    });
  }
  return { key: key.toUpperCase() };
}

async function newIssueOf(inputs: IssueInputs, problems: Problem[]): Promise<NewIssue> {
  const project = inputs.project?.toUpperCase() ?? "";
  // A line break, or what cannot be seen, is no part of a title.
  const summary = oneLine(inputs.title ?? "")
    .replace(/\s+/g, " ")
    .trim();
  const needed = "Give it, or key to act on an issue that there is.";
  if (inputs.project === undefined) problems.push({ input: "project", what: "there is no project", remedy: needed });
  else if (!/^[A-Z][A-Z0-9_]{0,99}$/.test(project)) {
    const remedy = "A project's key is the part of its issues' keys before the number, such as AAP.";
    problems.push({ input: "project", what: `${inputs.project} is no project key`, remedy });
  }
  if (summary === "") problems.push({ input: "title", what: "there is no title", remedy: needed });
  if (summary.length > LONGEST_SUMMARY) {
    problems.push({
      input: "title",
      what: `has ${summary.length} characters; Jira takes ${LONGEST_SUMMARY}`,
      remedy: "Shorten it.",
    });
  }
  checkLength("description", inputs.description, problems);
  for (const label of inputs.labels) {
    if (!/\s/.test(label) && label.length <= LONGEST_LABEL) continue;
    problems.push({
      input: "labels",
      what: `${JSON.stringify(label)} is no label`,
      remedy: "Labels have no spaces and at most 255 characters.",
    });
  }
  const { type, description, labels } = inputs;
  const uniqueKey = inputs.uniqueKey ?? `${project}\n${type.toLowerCase()}\n${summary}`;
  return { project, type, summary, description, labels, fields: await fieldsOf(inputs.fields, problems), uniqueKey };
}

function checkLength(input: string, text: string | undefined, problems: Problem[]): void {
  if (text === undefined || text.length <= LONGEST_TEXT) return;
  problems.push({
    input,
    what: `has ${text.length} characters; Jira takes ${LONGEST_TEXT}`,
    remedy: "Shorten it, or link to the whole text.",
  });
}

/** `title | url`, one a line; the last bar divides. Without a title the address is one. */
function linksOf(given: string, problems: Problem[]): RemoteLink[] {
  const links: RemoteLink[] = [];
  for (const line of given.split(/\r?\n/)) {
    if (line.trim() === "") continue;
    const bar = line.lastIndexOf("|");
    const address = line.slice(bar + 1).trim();
    const url = linkTarget(address);
    if (url === undefined) {
      problems.push({
        input: "link",
        what: `${address} is no address that is linked to`,
        remedy: "Write title | https://…, one a line.",
      });
      continue;
    }
    const title = oneLine(line.slice(0, Math.max(0, bar))).trim() || address;
    if (title.length > LONGEST_SUMMARY) {
      problems.push({
        input: "link",
        what: `the title of ${address} has ${title.length} characters; Jira takes ${LONGEST_SUMMARY}`,
        remedy: "Shorten it.",
      });
    }
    if (links.some((link) => link.url === url)) problems.push({ input: "link", what: `${address} is given twice` });
    links.push({ title, url });
  }
  return links;
}

/** A map in YAML or JSON. Aliases are refused, as in release-actions.yml. */
async function fieldsOf(given: string | undefined, problems: Problem[]): Promise<Readonly<Record<string, unknown>>> {
  if (given === undefined) return {};
  const { readStrictly } = await import("@release-actions/yaml");
  const { value, faults } = readStrictly(given);
  const remedy = "Write a map of fields in YAML or JSON, such as: Components: [backend]";
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  if (faults.length === 0) problems.push({ input: "fields", what: "is not a map", remedy });
  for (const { kind, message } of faults) {
    if (kind === "alias")
      problems.push({ input: "fields", what: "holds an alias, which is not allowed", remedy: "Write the value out." });
    else problems.push({ input: "fields", what: kind === "deep" ? "is nested too deeply" : message, remedy });
  }
  return {};
}
