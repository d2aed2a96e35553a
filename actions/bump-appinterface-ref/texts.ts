import { invalid, type Problem } from "@release-actions/action";
import type { Candidate, RefPlan } from "@release-actions/app-interface/saas-file";
import { targetName } from "@release-actions/app-interface/saas-file";
import {
  checkTexts,
  fitTitle,
  hiddenLine,
  inertCode,
  pathValue,
  readHiddenLine,
  readPathValue,
  shortDigest,
  textKey,
  withoutCommands,
} from "@release-actions/forge/gitlab";
import { code, fillTemplate, linkTarget, link, list, oneLine, paragraph } from "@release-actions/text";
import { shorten, toMarkdown, type Block } from "@release-actions/text";
import { VARIABLES, type Variable } from "./inputs.ts";
import type { Range } from "./source.ts";

/** The templates, and what is known for them before anything is read. */
export interface Release {
  readonly file: string;
  /** The groups beyond the first, for " (including billing)". */
  readonly including: readonly string[];
  readonly ref: string;
  readonly jiraKey: string | undefined;
  readonly image: string | undefined;
  readonly branch: string;
  readonly message: string;
  readonly title: string;
  /** Undefined: the default, whose sections depend on what is known. */
  readonly description: string | undefined;
}

/** What was read for them. */
export interface ReleaseFacts {
  readonly refs: RefPlan;
  readonly ranges: readonly Range[];
  /** Day of the release, as 2025-01-31. */
  readonly date: string;
  readonly sourceName: string;
  /** Of the selected targets: see `targetKeys`. */
  readonly keys: readonly string[];
  compareUrl(range: Range): string | undefined;
}

export interface Texts {
  readonly title: string;
  /** Markdown, with the hidden line. */
  readonly description: string;
  readonly message: string;
  /** Markdown. */
  readonly changelog: string;
}

export const DEFAULT_BRANCH = "aa-release-{date}";

export const defaultTitle = (hasKey: boolean): string =>
  `${hasKey ? "{jira-key} - " : ""}{date} Analytics HCC Service Release`;

/** `{including}` is empty, or names the groups beyond the first: " (including billing)". */
export const defaultMessage = (hasKey: boolean): string =>
  `${hasKey ? "{jira-key} - " : ""}chore(release): release {short-ref} to production{including}`;

/** Has sections for what is known only. */
function defaultDescription({ jiraKey, image }: Release): string {
  return [
    "## Release\n\n{date} Analytics HCC Service Release",
    "## Commit SHA\n\n{ref}",
    ...(jiraKey === undefined ? [] : ["## Jira\n\n{jira-key}"]),
    "## Changes Included\n\n{changelog}",
    "## Components Updated\n\n{targets}",
    ...(image === undefined ? [] : ["## Quay Image\n\n{image}"]),
    "## Checklist\n\n{checklist}",
  ].join("\n\n");
}

/** `undefined`: this run has no value, so a template that names the variable cannot be filled in. */
export type Values = Readonly<Record<Variable, string | undefined>>;

const NONE = Object.fromEntries(VARIABLES.map((name) => [name, undefined])) as Values;

const REMEDIES: Partial<Record<Variable, string>> = {
  "jira-key": "Set jira-key.",
  image: "Set image.",
  "compare-url": "Set source to an HTTPS URL on GitHub or GitLab, or remove {compare-url} from the template.",
  changelog: "Set source, or remove {changelog} from the template.",
};

/** Fills in a template once: values are not expanded again. Adds each variable without a value to `problems`. */
export function fillIn(input: string, template: string, values: Values, problems: Problem[]): string {
  return fillTemplate(template, (name) => {
    const value = Object.hasOwn(values, name) ? values[name as Variable] : undefined;
    if (value !== undefined) return value;
    const remedy = Object.hasOwn(REMEDIES, name) ? REMEDIES[name as Variable] : undefined;
    problems.push({
      input,
      what: `${input} names {${name}}, and this run has none`,
      remedy: remedy ?? `Remove {${name}} from ${input}.`,
    });
    return "";
  });
}

/** The name of the branch, before it is known whether it is free. Throws `invalid` for a variable without a value. */
export function branchName(release: Release, date: string): string {
  const problems: Problem[] = [];
  const name = fillIn("branch", release.branch, { ...NONE, ...early(release, date) }, problems);
  if (problems.length > 0) throw invalid(problems[0]!.what, { problems });
  return name;
}

function early({ ref, jiraKey }: Release, date: string): Partial<Values> {
  return { date, ref, "short-ref": ref.slice(0, 12), "jira-key": jiraKey };
}

/** Represents values that are not known yet. It cannot start a command. */
const LATER = "0";

/** The title as far as it is known before anything is read, and the variables without a value in all templates. */
export function earlyTexts(release: Release, date: string): { readonly title: string; readonly problems: Problem[] } {
  const { title, message, description = "", image, file, including } = release;
  const later = Object.fromEntries(VARIABLES.map((name) => [name, LATER])) as Values;
  const values = { ...later, ...early(release, date), image, file, including: including.join(", ") };
  const problems: Problem[] = [];
  const filled = fillIn("title", title, values, problems);
  fillIn("commit-message", message, values, problems);
  fillIn("description", description, values, problems);
  return { title: fitTitle(filled), problems };
}

/** Title, message and description. Throws `invalid` with every variable that has no value. */
export async function textsOf(release: Release, facts: ReleaseFacts): Promise<Texts> {
  const { messageFromText } = await import("@release-actions/git");
  const { refs, ranges, date, keys } = facts;
  const problems: Problem[] = [];
  const changelog = changelogMarkdown(ranges, facts.compareUrl);
  const line = lineValues(release, facts);
  const markdown = { ...markdownValues(release, refs, line), changelog, checklist: checklist(release, facts) };
  const title = fitTitle(fillIn("title", release.title, line, problems));
  const message = fillIn("commit-message", release.message, line, problems);
  const template = release.description ?? defaultDescription(release);
  const body = withoutCommands(fillIn("description", template, markdown, problems)).trim();
  if (problems.length > 0) throw invalid(problems[0]!.what, { problems });
  const { file, ref } = release;
  const marker = { file, targets: keys, ref, date, text: await textKey(title, body, MARKER) };
  const description = `${body}\n\n${writeMarker(marker)}`;
  checkTexts({ title, body: description });
  return { title, description, message: messageFromText(message), changelog };
}

function lineValues(release: Release, { refs, ranges, date, compareUrl }: ReleaseFacts): Values {
  const { including, file, image } = release;
  const olds = shownRefs(refs);
  const [first] = ranges;
  return {
    ...NONE,
    ...early(release, date),
    "old-ref": olds.length === 0 ? undefined : olds.join(", "),
    "short-old-ref": olds.length === 0 ? undefined : olds.map((ref) => ref.slice(0, 12)).join(", "),
    including: including.length === 0 ? "" : ` (including ${including.join(", ")})`,
    targets: refs.selected.map(targetName).map(oneLine).join(", "),
    file,
    image,
    "compare-url": first === undefined ? undefined : compareUrl(first),
  };
}

function markdownValues({ ref, file, image }: Release, refs: RefPlan, line: Values): Values {
  const olds = shownRefs(refs);
  return {
    ...line,
    ref: inCode(ref),
    "old-ref": olds.length === 0 ? undefined : olds.map(inCode).join(", "),
    targets: toMarkdown([
      list(refs.selected.map((target) => [code(targetName(target)), " in ", code(target.file)])),
    ]).trimEnd(),
    file: inCode(file),
    image: image === undefined ? undefined : inCode(image),
    "compare-url": linkTarget(line["compare-url"] ?? ""),
  };
}

function shownRefs({ oldRefs }: RefPlan): string[] {
  return oldRefs.map((ref) => oneLine(shorten(ref, 80)));
}

function inCode(text: string): string {
  return toMarkdown([paragraph(code(text))]).trimEnd();
}

/** Ticks what this run has checked; the rest is left to people. */
function checklist({ image }: Release, { ranges, sourceName }: ReleaseFacts): string {
  const box = (isTicked: boolean, text: string): string => `- [${isTicked ? "x" : " "}] ${text}`;
  const isForward = ranges.length > 0 && ranges.every(({ relation }) => relation === "ahead");
  return [
    box(true, `The commit exists in ${inCode(shorten(sourceName, 200))}`),
    box(true, "Nothing but the refs of the targets above is changed"),
    box(
      isForward,
      isForward
        ? "The commit continues what is deployed"
        : "The commit does not continue what is deployed, or that is not known: checked",
    ),
    box(
      false,
      image === undefined ? "The image of this commit exists" : "The image above exists and was built from this commit",
    ),
    box(false, "The team approves"),
  ].join("\n");
}

/** Lines in the description. The output `commits` has all of them. */
const MOST_LINES = 200;
const LONGEST_SUBJECT = 200;

/** The ranges as Markdown in which no text of a commit is live. */
export function changelogMarkdown(ranges: readonly Range[], compareUrl: ReleaseFacts["compareUrl"]): string {
  const blocks = ranges.flatMap((range) => [
    ...(ranges.length > 1 ? [paragraph(["From ", code(shorten(range.oldRef, 80)), ":"])] : []),
    ...rangeBlocks(range, compareUrl(range)),
  ]);
  return toMarkdown(blocks).trimEnd();
}

function rangeBlocks({ commits, notes, relation }: Range, url: string | undefined): Block[] {
  const left = commits.length - MOST_LINES;
  const isKnown = relation !== "unknown" && relation !== "moving";
  const lines = commits.slice(0, MOST_LINES).map(({ id, subject, parents }) => {
    const shown = oneLine(shorten(subject, LONGEST_SUBJECT)).trim() || "(no subject)";
    return [code(id.slice(0, 12)), " ", ...inertCode(shown), ...(parents.length > 1 ? [" (merge)"] : [])];
  });
  return [
    ...notes.map((note) => paragraph(note)),
    ...(lines.length > 0 ? [list(lines)] : isKnown ? [paragraph("No commits.")] : []),
    ...(left > 0 ? [paragraph(`And ${left} more.`)] : []),
    ...(url === undefined ? [] : [paragraph(link("Compare", url))]),
  ];
}

/** What the hidden line of a merge request states: the key by which a later run finds its own. */
export interface Marker {
  readonly file: string;
  /** One key per target, sorted. */
  readonly targets: readonly string[];
  readonly ref: string;
  /** Day of the release. */
  readonly date: string;
  /** Key of title and text as they were written: people have edited them if it differs. */
  readonly text: string;
}

export const MARKER = "bump-appinterface-ref";

export function writeMarker({ file, targets, ref, date, text }: Marker): string {
  return hiddenLine(MARKER, { file: pathValue(file), targets: targets.join(","), ref, date, text });
}

/** Undefined for a description without a complete one. It proves nothing: anyone can write it. */
export function readMarker(description: string): Marker | undefined {
  const fields = readHiddenLine(description, MARKER);
  const field = (name: string, pattern: RegExp): string | undefined => {
    const value = fields?.get(name);
    return value !== undefined && pattern.test(value) ? value : undefined;
  };
  const file = readPathValue(fields?.get("file") ?? "");
  const targets = field("targets", /^[0-9a-f,]{12,3000}$/);
  const ref = field("ref", /^[0-9a-f]{40}$/);
  const date = field("date", /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/);
  const text = field("text", /^[0-9a-f]{12}$/);
  if (file === undefined || targets === undefined || ref === undefined || date === undefined || text === undefined)
    return undefined;
  return { file, targets: targets.split(","), ref, date, text };
}

/** A key per target by what selects it, wherever it is in the file. */
export async function targetKeys(targets: readonly Candidate[]): Promise<string[]> {
  const keys = targets.map(({ template, namespace = "", name = "" }) =>
    shortDigest(JSON.stringify([template, namespace, name])),
  );
  return (await Promise.all(keys)).toSorted();
}

/** Whether title and text are still as a run wrote them. */
export async function isUntouched(
  { title, description }: { readonly title: string; readonly description: string },
  { text }: Marker,
): Promise<boolean> {
  return (await textKey(title, description, MARKER)) === text;
}
