import { writeDate } from "./dates.ts";
import type { Entry } from "./entries.ts";
import { slug, tailOf, type VersionReading } from "./heading-text.ts";
import { nextTarget, type LinkOptions } from "./links.ts";

interface NewVersion extends LinkOptions {
  readonly version: string;
  readonly component: string | undefined;
  readonly date: string;
}

/** The text of a new version's heading, in the style of the newest entry, else in that of Unreleased. */
export function newHeading(unreleased: Entry, model: Entry | undefined, options: NewVersion): string {
  if (model?.reading.kind === "version") return alike(model.text, model.reading, options);
  const { text, reading } = unreleased;
  const close = reading.bracketed ? text.indexOf("]", reading.span.end) : -1;
  const behind = close === -1 ? "" : text.slice(reading.span.end, close + 1);
  return `${text.slice(0, reading.span.start)}${options.version}${behind} - ${options.date}`;
}

/** The newest entry of a version, of the same component where there is one. */
export function modelFor(entries: readonly Entry[], component: string | undefined): Entry | undefined {
  const versions = entries.filter(({ reading }) => reading.kind === "version");
  const wanted = component === undefined ? "" : slug(component);
  return versions.find(({ reading }) => reading.component === wanted) ?? versions[0];
}

/** What is in the brackets of a heading, or its version: the label that a link definition for it has. */
export function headingLabel(text: string, version: string): string {
  const open = text.indexOf("[");
  const close = text.indexOf("]", open);
  return open !== -1 && close !== -1 && text.slice(open, close).includes(version)
    ? text.slice(open + 1, close)
    : version;
}

function alike(text: string, reading: VersionReading, options: NewVersion): string {
  return beforeVersion(text, reading, options) + options.version + behindVersion(text, reading, options);
}

function beforeVersion(text: string, { words, span, component, version }: VersionReading, options: NewVersion): string {
  // An anchor in front repeats the version: `<a name="1.2.3"></a>`.
  const same = (part: string): string => part.replaceAll(version, options.version);
  const wanted = options.component === undefined ? "" : slug(options.component);
  if (words === undefined || component === wanted) return same(text.slice(0, span.start));
  const behindWords = text.slice(words.end, span.start);
  if (wanted !== "") return same(text.slice(0, words.start)) + options.component + behindWords;
  return same(text.slice(0, words.start)) + behindWords.replace(/^[\s@/:-]+/, "");
}

/** The rest of the model's heading up to its date; what follows that is the model's own. */
function behindVersion(text: string, reading: VersionReading, options: NewVersion): string {
  const { dated, target, note, yanked, unreleased } = tailOf(reading);
  const linkEnd = target === undefined ? -1 : target.end + 1;
  const closeBracket = reading.bracketed ? text.indexOf("]", reading.span.end) + 1 : 0;
  const bareEnd = Math.max(linkEnd, closeBracket, reading.span.end);
  const plain =
    note !== undefined || yanked || unreleased ? text.slice(reading.span.end, bareEnd) : text.slice(reading.span.end);
  const rest = dated === undefined ? plain : withDate(text, reading.span.end, dated, options.date);
  if (target === undefined) return rest;
  const written = text.slice(target.start, target.end);
  const next = nextTarget(written, reading.version, options);
  return next === undefined ? rest.replace(`(${written})`, "") : rest.replace(`(${written})`, () => `(${next})`);
}

function withDate(
  text: string,
  from: number,
  dated: NonNullable<ReturnType<typeof tailOf>["dated"]>,
  date: string,
): string {
  const written = text.slice(dated.start, dated.end);
  const closing = /^[)\]*_`]*/.exec(text.slice(dated.end))?.[0] ?? "";
  return text.slice(from, dated.start) + writeDate(date, dated.form, written) + closing;
}
