import { readDate, type DateReading } from "./dates.ts";
import { isDigit, isLetter, readVersion } from "./version-text.ts";

/** A range of indices of a heading's text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

interface Reading {
  /** The whole heading, and the index behind the version: tailOf reads the rest, where somebody asks for it. */
  readonly text: string;
  readonly tailFrom: number;
  /** Which component the words before name, as a slug; empty where they name none. */
  readonly component: string;
  /** The words that name it, as written. */
  readonly words: Span | undefined;
  /** Whether the version (or Unreleased) is in square brackets. */
  readonly bracketed: boolean;
}

/** What follows the version. */
export interface Tail {
  /** The target of `[1.2.3](target)`. */
  readonly target: Span | undefined;
  readonly dated: (DateReading & Span & { readonly inParens: boolean }) | undefined;
  readonly yanked: boolean;
  /** `1.2.3 (unreleased)`. */
  readonly unreleased: boolean;
  /** Text behind it all that is neither date nor status. */
  readonly note: Span | undefined;
  /** Whether a dash, a colon or a bracket comes before the rest. */
  readonly separated: boolean;
}

export interface VersionReading extends Reading {
  readonly kind: "version";
  readonly version: string;
  readonly span: Span;
  readonly dots: number;
  readonly prerelease: boolean;
}

export interface UnreleasedReading extends Reading {
  readonly kind: "unreleased";
  readonly span: Span;
}

export type HeadingReading =
  | VersionReading
  | UnreleasedReading
  /** Seems meant as a version and is none. */
  | { readonly kind: "malformed"; readonly why: string }
  | { readonly kind: "other" };

/** Headings longer than this are not version headings; a linked one needs about 150 characters. */
export const LONGEST_HEADING = 1000;

const MOST_WORDS = 6;
/** Words that introduce a version without naming a component. */
const INTRODUCTIONS = new Set(
  "version ver v release releases released rel changes change changelog notes note what's whats new in for of the".split(
    " ",
  ),
);
/** A version behind these is spoken of, not released: "Migrating from 1.2.3". */
const MENTIONS = new Set(
  "from to since until till before after than with without requires require require via by and or not no".split(" "),
);
const OTHER = { kind: "other" } as const;
const UNRELEASED = "unreleased";

/** Reads a heading's text (without `#` and underline) as that of a changelog entry. Linear in its length. */
export function readHeading(text: string): HeadingReading {
  if (text.length > LONGEST_HEADING) return OTHER;
  let words = 0;
  for (let i = 0; i < text.length; i++) {
    i = skipComment(text, i);
    if (!isWordStart(text, i)) continue;
    if (isWordChar(text.charCodeAt(i)) && words++ > MOST_WORDS) return OTHER;
    if (
      text.slice(i, i + UNRELEASED.length).toLowerCase() === UNRELEASED &&
      !isWordChar(text.charCodeAt(i + UNRELEASED.length))
    ) {
      return unreleasedAt(text, i);
    }
    const digits = /[vV=]/.test(text[i]!) ? i + 1 : i;
    if (!isDigit(text.charCodeAt(digits))) continue;
    const reading = versionAt(text, i, digits);
    if (reading !== undefined) return reading;
    while (i + 1 < text.length && isWordChar(text.charCodeAt(i + 1))) i++;
  }
  return OTHER;
}

function versionAt(text: string, start: number, digits: number): HeadingReading | undefined {
  const bracketAt = openBracketBefore(text, start);
  const bracketed = bracketAt !== -1;
  const found = readVersion(text, digits);
  const words = wordsBefore(text, start);
  if (found === undefined) {
    const meant =
      words.text === "" && (bracketed || digits > start || /^\d+\.\w/.test(text.slice(digits, digits + 20)));
    return meant ? { kind: "malformed", why: "does not hold a version that can be read" } : undefined;
  }
  // A number alone counts only where brackets or a `v` say that it is meant as a version.
  if (found.dots === 0 && !(digits > start) && !(bracketed && words.text === "")) return undefined;
  if (!words.plausible) return OTHER;
  const reading: VersionReading = {
    kind: "version",
    text,
    tailFrom: found.end,
    version: found.text,
    span: { start: digits, end: found.end },
    dots: found.dots,
    prerelease: found.prerelease,
    component: words.component,
    words: words.span,
    bracketed,
  };
  if (words.component === "" && (bracketed || found.dots >= 2)) return reading;
  // Less clearly a version's heading: then no other text may follow it.
  const { note, separated } = tailOf(reading);
  return note === undefined || (words.component === "" && separated) ? reading : OTHER;
}

function unreleasedAt(text: string, start: number): HeadingReading {
  const words = wordsBefore(text, start);
  if (!words.plausible) return OTHER;
  const end = start + UNRELEASED.length;
  const bracketed = openBracketBefore(text, start) !== -1;
  const reading: UnreleasedReading = {
    kind: "unreleased",
    text,
    tailFrom: end,
    span: { start, end },
    component: words.component,
    words: words.span,
    bracketed,
  };
  const { note, separated } = tailOf(reading);
  const called = note === undefined || bracketed || separated || /^changes?$/i.test(text.slice(note.start, note.end));
  return called ? reading : OTHER;
}

interface Words {
  readonly text: string;
  readonly component: string;
  readonly span: Span | undefined;
  readonly plausible: boolean;
}

/** What is before the version: nothing, an introduction, or a component's name. */
function wordsBefore(text: string, before: number): Words {
  let start = 0;
  while (start < before && !isNamePart(text.charCodeAt(start))) start = Math.max(start + 1, skipComment(text, start));
  let end = before;
  while (end > start && !isNamePart(text.charCodeAt(end - 1))) end--;
  const words = text.slice(Math.min(start, end), end);
  if (words === "") return { text: "", component: "", span: undefined, plausible: true };
  const all = words
    .toLowerCase()
    .split(/[\s_*`[\]()<>,;:"]+/)
    .filter((word) => word !== "" && /[\p{L}\p{N}]/u.test(word));
  const named = all.filter((word) => !INTRODUCTIONS.has(word));
  const plausible = all.length <= MOST_WORDS && !MENTIONS.has(all.at(-1) ?? "");
  // An introduction within a name belongs to it: "Release Engine 1.0.0".
  const component = named.length === 0 ? "" : slug(words);
  return { text: words, component, span: component === "" ? undefined : { start, end }, plausible };
}

/** A component's name as it is compared: letters and digits, all else a hyphen. `@scope/pkg` is `scope-pkg`. */
export function slug(name: string): string {
  return name
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
}

/** Reads what follows the version: link, date, status, anything else. */
export function tailOf({ text, tailFrom }: Reading): Tail {
  let [target, dated, note]: [Span | undefined, Tail["dated"], Span | undefined] = [undefined, undefined, undefined];
  let [yanked, unreleased, separated, parens] = [false, false, false, 0];
  let i = tailFrom;
  while (i < text.length) {
    const link = text[i] === "]" ? linkBehind(text, i) : undefined;
    if (link !== undefined) {
      target ??= link.target;
      i = link.end;
      continue;
    }
    const next = skipComment(text, i);
    if (next !== i) {
      i = next;
      continue;
    }
    if (!isWordChar(text.charCodeAt(i)) && text[i] !== "?") {
      if ("-–—:,/|~([{•·".includes(text[i]!)) separated = true;
      if (text[i] === "(") parens++;
      if (text[i] === ")") parens--;
      i++;
      continue;
    }
    const date: DateReading | undefined = dated === undefined ? readDate(text, i) : undefined;
    const word = wordAt(text, i);
    if (date !== undefined) {
      dated = { ...date, start: i, inParens: parens > 0 };
      i = date.end;
    } else if (word === "yanked" || word === UNRELEASED || word === "released" || word === "on") {
      yanked ||= word === "yanked";
      unreleased ||= word === UNRELEASED;
      i += word.length;
    } else {
      note = { start: i, end: text.trimEnd().length };
      break;
    }
  }
  return { target, dated, yanked, unreleased, note, separated };
}

/** From the `]` at `at`: `](target)` or `][label]`. */
function linkBehind(text: string, at: number): { readonly target: Span | undefined; readonly end: number } | undefined {
  const opener = text[at + 1];
  if (opener !== "(" && opener !== "[") return undefined;
  const end = opener === "(" ? closingParen(text, at + 1) : text.indexOf("]", at + 2);
  if (end === -1) return undefined;
  return { target: opener === "(" ? { start: at + 2, end } : undefined, end: end + 1 };
}

function closingParen(text: string, open: number): number {
  let depth = 0;
  for (let i = open; i < text.length; i++) {
    if (text[i] === "(") depth++;
    if (text[i] === ")" && --depth === 0) return i;
  }
  return -1;
}

function openBracketBefore(text: string, at: number): number {
  const open = text.lastIndexOf("[", at - 1);
  return at > 0 && open !== -1 && text.lastIndexOf("]", at - 1) < open ? open : -1;
}

/** Behind the HTML comments and tags that start at `at`; they are not part of the heading's text. */
function skipComment(text: string, at: number): number {
  let i = at;
  while (text[i] === "<") {
    const end = text.startsWith("<!--", i) ? text.indexOf("-->", i + 4) + 2 : text.indexOf(">", i + 1);
    if (end < i + 1) return i;
    i = end + 1;
  }
  return i;
}

/** A version starts a word, or follows a component's name directly: `frontend@1.2.3`, `frontend-v1.2.3`, `a/1.2.3`. */
function isWordStart(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  if (at >= text.length) return false;
  if (at === 0 || !isWordChar(before)) {
    if (before === 46) return false;
    return (
      before !== 45 ||
      /[vV]/.test(text[at]!) ||
      !isWordChar(text.charCodeAt(at - 2)) ||
      isLetter(text.charCodeAt(at - 2))
    );
  }
  return before === 95;
}

function wordAt(text: string, at: number): string {
  let end = at;
  while (end < text.length && isLetter(text.charCodeAt(end))) end++;
  return text.slice(at, end).toLowerCase();
}

function isWordChar(code: number): boolean {
  return (
    isDigit(code) || isLetter(code) || code === 95 || (code > 127 && /[\p{L}\p{N}]/u.test(String.fromCharCode(code)))
  );
}

/** What a name may begin or end with; `@` begins a scope. */
function isNamePart(code: number): boolean {
  return isWordChar(code) && code !== 95;
}
