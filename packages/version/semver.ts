import {
  compareDigits,
  compareText,
  exactNumber,
  isDigits,
  MAX_VERSION_LENGTH,
  type Reason,
  type VersionFacts,
} from "./scheme.ts";

/** A version by Semantic Versioning 2.0.0, without a leading `v`. */
export interface SemVer extends VersionFacts {
  readonly scheme: "semver";
  /** The dot-separated identifiers after `-`; empty for a release. */
  readonly identifiers: readonly string[];
}

/** Strict: three numbers, no `v`, no white space, nothing guessed. The limits are node-semver's. */
export function parseSemVer(text: string): SemVer | Reason {
  if (text.length > MAX_VERSION_LENGTH)
    return `it has ${text.length} characters, at most ${MAX_VERSION_LENGTH} are allowed`;
  const [beforeBuild, build] = cut(text, "+");
  const [core, suffix] = cut(beforeBuild, "-");
  const numbers = parseCore(core);
  if (typeof numbers === "string") return numbers;
  const identifiers = suffix === undefined ? [] : suffix.split(".");
  const wrong = prereleaseProblem(identifiers) ?? buildProblem(build);
  if (wrong !== undefined) return wrong;
  const [major, minor, patch] = numbers;
  const prerelease = identifiers.length > 0;
  return {
    scheme: "semver",
    text,
    major,
    minor,
    patch,
    prerelease,
    prereleaseId: word(identifiers),
    build,
    identifiers,
  };
}

/** Precedence by rule 11 of the specification; build metadata does not count. */
export function compareSemVer(a: SemVer, b: SemVer): number {
  return (
    a.major - b.major || a.minor - b.minor || a.patch - b.patch || comparePrereleases(a.identifiers, b.identifiers)
  );
}

function cut(text: string, mark: string): [string, string | undefined] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}

function parseCore(core: string): [number, number, number] | Reason {
  const parts = core.split(".");
  if (!parts.every(isDigits)) return "it does not begin with three numbers such as 1.2.3";
  if (parts.length !== 3)
    return `it has ${parts.length} number${parts.length === 1 ? "" : "s"} where SemVer has three, such as 1.2.3`;
  const zero = parts.find(hasLeadingZero);
  if (zero !== undefined) return `the number ${zero} has a leading zero`;
  const [major, minor, patch] = parts.map(exactNumber);
  if (major === undefined || minor === undefined || patch === undefined)
    return "a number is larger than 9007199254740991";
  return [major, minor, patch];
}

function prereleaseProblem(identifiers: readonly string[]): Reason | undefined {
  if (!identifiers.every(isIdentifier))
    return "after - it needs identifiers of letters, digits and hyphens, separated by dots";
  const zero = identifiers.find((identifier) => isDigits(identifier) && hasLeadingZero(identifier));
  return zero === undefined ? undefined : `the prerelease number ${zero} has a leading zero`;
}

function buildProblem(build: string | undefined): Reason | undefined {
  if (build === undefined || build.split(".").every(isIdentifier)) return undefined;
  return "after + it needs identifiers of letters, digits and hyphens, separated by dots";
}

function isIdentifier(text: string): boolean {
  return /^[0-9A-Za-z-]+$/.test(text);
}

function hasLeadingZero(digits: string): boolean {
  return digits.length > 1 && digits.startsWith("0");
}

/** `rc` of `rc.1`, of `rc1` and of `rc-1`. */
function word([first]: readonly string[]): string | undefined {
  return first === undefined ? undefined : /^[A-Za-z]+/.exec(first)?.[0];
}

function comparePrereleases(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return b.length - a.length;
  const shared = Math.min(a.length, b.length);
  for (let index = 0; index < shared; index++) {
    const order = compareIdentifiers(a[index] as string, b[index] as string);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

function compareIdentifiers(a: string, b: string): number {
  const numeric = isDigits(a);
  if (numeric !== isDigits(b)) return numeric ? -1 : 1;
  return numeric ? compareDigits(a, b) : compareText(a, b);
}
