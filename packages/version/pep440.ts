import { compare, explain, valid } from "@renovatebot/pep440";
import { quote } from "@release-actions/text";
import { compareDigits, compareText, isDigits, MAX_VERSION_LENGTH, type Reason, type VersionFacts } from "./scheme.ts";

/** A public or local version by the Python packaging specification (PEP 440). */
export interface Pep440Version extends VersionFacts {
  readonly scheme: "pep440";
  /** The normal form: `1.0RC1` is `1.0rc1`, `1.0-1` is `1.0.post1`. */
  readonly normalized: string;
  readonly epoch: number;
  readonly local: readonly string[];
}

/**
 * Takes every spelling that the specification normalizes (`1.0-RC.1`, `1.0.post-2`), except a leading `v` and white
 * space around it: both belong to the text around the version. A separator with nothing behind it is refused as well.
 */
export function parsePep440(text: string): Pep440Version | Reason {
  if (text.length > MAX_VERSION_LENGTH)
    return `it has ${text.length} characters, at most ${MAX_VERSION_LENGTH} are allowed`;
  // Lower-casing maps a few letters of other scripts to ASCII, so those are refused before it.
  if (/[^!-~]/.test(text)) return "it has characters that are not printable ASCII";
  const lower = text.toLowerCase();
  if (!BEGINS.test(lower)) return "it does not begin with numbers separated by dots";
  const end = endOfVersion(lower);
  if (end < lower.length) {
    return `${quote(lower.slice(end), 40)} is none of aN, bN, rcN, .postN, .devN and +local, in this order`;
  }

  // The library reads `0x1f` and `1e3` of a local version as numbers.
  const [publicText = "", localText] = lower.split("+");
  const { epoch, release, public: normalized, pre, post, dev } = explain(publicText)!;
  const numbers = [epoch, ...release, pre?.[1] ?? 0, post ?? 0, dev ?? 0];
  if (!numbers.every(Number.isSafeInteger)) return "a number is larger than 9007199254740991";
  const segments = localText?.split(/[._-]/) ?? [];
  const local = segments.map((segment) => (isDigits(segment) ? segment.replace(/^0+(?=[0-9])/, "") : segment));
  const build = local.length === 0 ? undefined : local.join(".");
  return {
    scheme: "pep440",
    text,
    normalized: build === undefined ? normalized : `${normalized}+${build}`,
    epoch,
    major: release[0] ?? 0,
    minor: release[1] ?? 0,
    patch: release[2] ?? 0,
    prerelease: pre !== null || dev !== null,
    prereleaseId: (pre?.[0] as string | undefined) ?? (dev === null ? undefined : "dev"),
    build,
    local,
  };
}

/** A release's first number, behind an epoch if there is one. */
const BEGINS = /^(?![0-9]+!(?![0-9]))(?:[0-9]+!)?[0-9]/;
/** The specification takes `1.0rc.` and `1.0rc..post1`: a separator before a number that is left out. */
const LOOSE_SEPARATOR = /[._-](?=[._-]|\+|$)/;

/** The end of the longest version that the text begins with. */
function endOfVersion(text: string): number {
  let end = text.length;
  while (valid(text.slice(0, end)) === null) end -= 1;
  const loose = LOOSE_SEPARATOR.exec(text.slice(0, end));
  return loose?.index ?? end;
}

/** The specification's order: dev releases, prereleases, the release, post-releases; local versions after each. */
export function comparePep440(a: Pep440Version, b: Pep440Version): number {
  return compare(publicPart(a), publicPart(b)) || compareLocals(a.local, b.local);
}

function publicPart({ normalized }: Pep440Version): string {
  return normalized.split("+")[0]!;
}

function compareLocals(a: readonly string[], b: readonly string[]): number {
  const shared = Math.min(a.length, b.length);
  for (let index = 0; index < shared; index++) {
    const order = compareLocalSegments(a[index] as string, b[index] as string);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

function compareLocalSegments(a: string, b: string): number {
  const numeric = isDigits(a);
  if (numeric !== isDigits(b)) return numeric ? 1 : -1;
  return numeric ? compareDigits(a, b) : compareText(a, b);
}
