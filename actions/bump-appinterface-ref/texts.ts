import { invalid, type Problem } from "@release-actions/action";
import { checkTexts, fitTitle, withoutCommands } from "@release-actions/forge/gitlab";
import type { Candidate } from "@release-actions/app-interface/saas-file";
import { code, linkTarget, list, oneLine, shorten, toMarkdown } from "@release-actions/text";
import { changelogMarkdown } from "./changelog.ts";
import { defaultDescription } from "./defaults.ts";
import { textKey, writeMarker, type Marker } from "./marker.ts";
import { oldRefs, type RefPlan } from "./refs.ts";
import type { Settings } from "./types.ts";
import type { Range } from "./source.ts";
import { fillIn, type Values } from "./template.ts";

export interface Texts {
  readonly title: string;
  /** Markdown, with the marker. */
  readonly description: string;
  readonly message: string;
  /** Markdown. */
  readonly changelog: string;
}

export interface Facts {
  readonly refs: RefPlan;
  readonly ranges: readonly Range[];
  /** The day of the release. */
  readonly date: string;
  readonly sourceName: string;
  readonly keys: readonly string[];
  compareUrl(range: Range): string | undefined;
}

/** The branch's name before it is known whether it is free. */
export function branchName(settings: Settings, date: string): string {
  const problems: Problem[] = [];
  const name = fillIn("branch", settings.branch, { ...NONE, ...plain(settings, date) }, problems);
  if (problems.length > 0) throw invalid(problems[0]!.what, { problems });
  return name;
}

/** Title, message and description, filled in once. Throws `invalid` with every variable that has no value. */
export async function textsOf(settings: Settings, facts: Facts): Promise<Texts> {
  const { messageFromText } = await import("@release-actions/git");
  const { refs, ranges, date, keys } = facts;
  const problems: Problem[] = [];
  const changelog = changelogMarkdown(ranges, facts.compareUrl);
  const olds = oldRefs(refs).map((ref) => oneLine(shorten(ref, 80)));
  const [first] = ranges;
  const line: Values = {
    ...NONE,
    ...plain(settings, date),
    "old-ref": olds.length === 0 ? undefined : olds.join(", "),
    "short-old-ref": olds.length === 0 ? undefined : olds.map((ref) => ref.slice(0, 12)).join(", "),
    including: settings.including.length === 0 ? "" : ` (including ${settings.including.join(", ")})`,
    targets: refs.selected.map(targetName).map(oneLine).join(", "),
    file: settings.file,
    image: settings.image,
    "compare-url": first === undefined ? undefined : facts.compareUrl(first),
  };
  const markdown: Values = {
    ...line,
    ref: inCode(settings.ref),
    "old-ref": olds.length === 0 ? undefined : olds.map(inCode).join(", "),
    targets: toMarkdown([
      list(refs.selected.map((target) => [code(targetName(target)), " in ", code(target.file)])),
    ]).trimEnd(),
    file: inCode(settings.file),
    image: settings.image === undefined ? undefined : inCode(settings.image),
    "compare-url": linkTarget(line["compare-url"] ?? ""),
    changelog,
    checklist: checklist(settings, facts),
  };
  const title = fitTitle(fillIn("title", settings.title, line, problems));
  const message = fillIn("commit-message", settings.message, line, problems);
  const template =
    settings.description ??
    defaultDescription({ jiraKey: settings.jiraKey !== undefined, image: settings.image !== undefined });
  const body = withoutCommands(fillIn("description", template, markdown, problems)).trim();
  if (problems.length > 0) throw invalid(problems[0]!.what, { problems });
  const marker: Marker = {
    file: settings.file,
    targets: keys,
    ref: settings.ref,
    date,
    text: await textKey(title, body),
  };
  const description = `${body}\n\n${writeMarker(marker)}`;
  checkTexts({ title, body: description });
  return { title, description, message: messageFromText(message), changelog };
}

const NONE: Values = {
  date: undefined,
  ref: undefined,
  "short-ref": undefined,
  "old-ref": undefined,
  "short-old-ref": undefined,
  "jira-key": undefined,
  including: undefined,
  targets: undefined,
  file: undefined,
  image: undefined,
  "compare-url": undefined,
  changelog: undefined,
  checklist: undefined,
};

function plain({ ref, jiraKey }: Settings, date: string): Partial<Values> {
  return { date, ref, "short-ref": ref.slice(0, 12), "jira-key": jiraKey };
}

/** A target as people speak of it: tower-analytics-prod (tower-analytics-clowdapp). */
export function targetName({ template, namespace, name }: Candidate): string {
  const place =
    namespace
      ?.split("/")
      .at(-1)
      ?.replace(/\.ya?ml$/, "") ?? name;
  return place === undefined
    ? template
    : `${place} (${template}${name === undefined || name === place ? "" : `, ${name}`})`;
}

const inCode = (text: string): string => toMarkdown([{ kind: "paragraph", text: code(text) }]).trimEnd();

/** Ticked is what this run has seen; the rest is left to people. */
function checklist({ image }: Settings, { ranges, sourceName }: Facts): string {
  const box = (isTicked: boolean, text: string): string => `- [${isTicked ? "x" : " "}] ${text}`;
  const isForward = ranges.length > 0 && ranges.every(({ relation }) => relation === "forward");
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
