import { decode, toBuffer } from "./blocks/bytes.ts";
import { normalizeLabel } from "./blocks/definitions.ts";
import type { Definition } from "./blocks/state.ts";
import { allEntries, definitionsOf, readChangelog, type Changelog, type Entry } from "./entries.ts";
import { contentOf, extractEntry } from "./extract.ts";
import type { ChangelogError, ChangelogWarning, HeadingPlace } from "./errors.ts";
import { findEntry, placeOf } from "./find.ts";
import { tailOf } from "./heading-text.ts";
import { lineEndingOf } from "./line-ending.ts";
import { definitionParts, movedLinks, nextTarget, type LinkOptions } from "./links.ts";
import { headingLabel, modelFor, newHeading } from "./new-heading.ts";
import { withoutV } from "./version-text.ts";

export interface ReleaseOptions {
  /** The version that Unreleased becomes. */
  readonly version: string;
  /** The component whose Unreleased section moves, where the headings name components. */
  readonly component?: string | undefined;
  /** The day of the release, `YYYY-MM-DD`. */
  readonly date: string;
  /** `https://github.com/owner/name`: for link references that cannot be derived from those in the file. */
  readonly repositoryUrl?: string | undefined;
  /** The tag of a version of this component, such as `v1.2.3`. */
  readonly tagOf: (version: string) => string;
}

export type ReleaseResult =
  /** `content` is the whole new file; `heading`, `line` (1-based, in the new file) and `body` are the new entry's. */
  | {
      readonly kind: "released";
      readonly content: Buffer;
      readonly heading: string;
      readonly line: number;
      readonly body: string;
      readonly warnings: readonly ChangelogWarning[];
    }
  /** The version has its entry already and Unreleased is empty: a second run. `content` equals the source. */
  | { readonly kind: "unchanged"; readonly content: Buffer; readonly place: HeadingPlace }
  | { readonly kind: "failed"; readonly failure: ChangelogError };

interface Edit {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

/**
 * Moves what is under Unreleased to a new version heading, in the style of the file's newest version, leaves
 * an empty Unreleased, and moves the link references along. Every other byte stays, and so does the line ending.
 */
export function releaseUnreleased(source: string | Uint8Array, options: ReleaseOptions): ReleaseResult {
  const bytes = toBuffer(source);
  const changelog = readChangelog(bytes);
  const version = withoutV(options.version.trim());
  const unreleased = findEntry(changelog, "unreleased", options.component);
  const present = findEntry(changelog, version, options.component);
  if (isEntry(present)) {
    return tailOf(present.reading).unreleased
      ? releaseInPlace(changelog, present, unreleased, { ...options, version })
      : alreadyThere(changelog, present, unreleased, version);
  }
  if (present.kind !== "missing") return { kind: "failed", failure: present };
  if (!isEntry(unreleased)) return { kind: "failed", failure: unreleased };
  if (!contentOf(changelog, unreleased, "stop").substance) {
    return { kind: "failed", failure: { kind: "empty", wanted: "Unreleased", place: placeOf(unreleased) } };
  }
  const links: LinkOptions = { version, repositoryUrl: options.repositoryUrl, tagOf: options.tagOf };
  const model = modelFor(allEntries(changelog), options.component);
  const heading = newHeading(unreleased, model, { ...links, component: options.component, date: options.date });
  const { edits, warnings } = linkEdits(changelog, unreleased, model, heading, links);
  const content = applyEdits(bytes, [headingEdit(changelog, unreleased, heading), ...edits]);
  return { kind: "released", content, heading, ...readBack(content, heading, { ...options, version }), warnings };
}

/** The heading of `1.2.3 (Unreleased)` gets the date of the release, in the style of the newest other entry. */
function releaseInPlace(
  changelog: Changelog,
  present: Entry,
  unreleased: Entry | ChangelogError,
  options: ReleaseOptions,
): ReleaseResult {
  const { version, component } = options;
  const there = alreadyThere(changelog, present, unreleased, version);
  if (there.kind !== "unchanged") return there;
  if (!contentOf(changelog, present, "stop").substance)
    return { kind: "failed", failure: { kind: "empty", wanted: version, place: placeOf(present) } };
  const others = allEntries(changelog).filter(({ index }) => index !== present.index);
  const { date, repositoryUrl, tagOf } = options;
  const heading = newHeading(present, modelFor(others, component), { version, component, date, repositoryUrl, tagOf });
  const { textStart, textEnd } = present.heading;
  const content = applyEdits(changelog.bytes, [{ at: textStart, remove: textEnd - textStart, insert: heading }]);
  return { kind: "released", content, heading, ...readBack(content, heading, options), warnings: [] };
}

/** The new entry, read from the new file. */
function readBack(
  content: Buffer,
  heading: string,
  { version, component }: Pick<ReleaseOptions, "version" | "component">,
): { readonly line: number; readonly body: string } {
  const written = extractEntry(content, { version, component });
  if (written.kind === "failed")
    throw new Error(`the heading "${heading}" cannot be read back: ${written.failure.kind}`);
  const { body, line } = written.entry;
  return { body, line };
}

function alreadyThere(
  changelog: Changelog,
  present: Entry,
  unreleased: Entry | ChangelogError,
  version: string,
): ReleaseResult {
  const more = isEntry(unreleased) && contentOf(changelog, unreleased, "stop").substance;
  if (!more) return { kind: "unchanged", content: changelog.bytes, place: placeOf(present) };
  return {
    kind: "failed",
    failure: { kind: "already-released", wanted: version, place: placeOf(present), unreleased: placeOf(unreleased) },
  };
}

function isEntry(found: Entry | ChangelogError): found is Entry {
  return "reading" in found;
}

/** The new heading is between Unreleased's and what was below that, with the same markers. */
function headingEdit({ bytes }: Changelog, { heading }: Entry, text: string): Edit {
  const { start, end, textStart, textEnd, setext } = heading;
  const ending = lineEndingOf(bytes, start);
  const before = decode(bytes, start, textStart);
  const behind = decode(bytes, textEnd, end).replace(/[\r\n]+$/, "");
  const underline = heading.level === 1 ? "=" : "-";
  const lines = setext ? `${before}${text}${ending}${underline.repeat([...text].length)}` : `${before}${text}${behind}`;
  return { at: end, remove: 0, insert: `${ending}${lines}${ending}` };
}

function linkEdits(
  changelog: Changelog,
  unreleased: Entry,
  model: Entry | undefined,
  heading: string,
  links: LinkOptions,
): { edits: Edit[]; warnings: ChangelogWarning[] } {
  const definitions = definitionsOf(changelog);
  const label = headingLabel(heading, links.version);
  const own =
    definitionOf(definitions, headingLabel(unreleased.text, "Unreleased")) ?? definitionOf(definitions, "Unreleased");
  const modelVersion = model?.reading.kind === "version" ? model.reading.version : undefined;
  const written = definitionOf(definitions, label) !== undefined;
  if (own !== undefined) {
    const parts = definitionParts(own.text);
    const moved = parts === undefined ? undefined : movedLinks(parts.destination, modelVersion, links);
    if (parts === undefined || moved === undefined) return { edits: [], warnings: [notMoved(own)] };
    const line = written ? "" : lineBehind(changelog, own, `[${label}]: ${moved.version}`);
    return {
      edits: [
        { at: own.start, remove: own.end - own.start, insert: parts.before + moved.unreleased + parts.behind + line },
      ],
      warnings: [],
    };
  }
  const before =
    model === undefined || modelVersion === undefined
      ? undefined
      : definitionOf(definitions, headingLabel(model.text, modelVersion));
  if (before === undefined || modelVersion === undefined || written) return { edits: [], warnings: [] };
  const target = nextTarget(definitionParts(before.text)?.destination ?? "", modelVersion, links);
  if (target === undefined) return { edits: [], warnings: [notMoved(before)] };
  const ending = lineEndingOf(changelog.bytes, before.end);
  return { edits: [{ at: before.start, remove: 0, insert: `[${label}]: ${target}${ending}` }], warnings: [] };
}

function definitionOf(definitions: readonly Definition[], label: string): Definition | undefined {
  const wanted = normalizeLabel(label);
  return definitions.find((definition) => definition.label === wanted && definition.line === definition.lastLine);
}

function notMoved({ line, text }: Definition): ChangelogWarning {
  return {
    line,
    message: `the link "${text}" compares no two tags, so the new version's link could not be derived from it; give the repository's address`,
  };
}

function lineBehind({ bytes }: Changelog, { start }: Definition, text: string): string {
  return lineEndingOf(bytes, start) + text;
}

function applyEdits(bytes: Buffer, edits: readonly Edit[]): Buffer {
  const parts: Buffer[] = [];
  let from = 0;
  for (const { at, remove, insert } of [...edits].sort((a, b) => a.at - b.at)) {
    parts.push(bytes.subarray(from, at), Buffer.from(insert, "utf8"));
    from = at + remove;
  }
  return Buffer.concat([...parts, bytes.subarray(from)]);
}
