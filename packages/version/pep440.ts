import { quote } from "@release-actions/text";
import { compareDigits, compareText, exactNumber, isDigits, MAX_VERSION_LENGTH, type Reason, type VersionFacts } from "./scheme.ts";

/** A public or local version by the Python packaging specification (PEP 440). */
export interface Pep440Version extends VersionFacts {
  readonly scheme: "pep440";
  /** The normal form: `1.0RC1` is `1.0rc1`, `1.0-1` is `1.0.post1`. */
  readonly normalized: string;
  readonly epoch: number;
  readonly release: readonly number[];
  readonly pre: { readonly phase: "a" | "b" | "rc"; readonly number: number } | undefined;
  readonly post: number | undefined;
  readonly dev: number | undefined;
  readonly local: readonly string[];
}

const EPOCH = /^([0-9]+)!/;
const RELEASE = /^[0-9]+(?:\.[0-9]+)*/;
const PRE = /^[._-]?(alpha|beta|preview|pre|rc|a|b|c)(?:[._-]?([0-9]+))?/;
const POST = /^(?:-([0-9]+)|[._-]?(?:post|rev|r)(?:[._-]?([0-9]+))?)/;
const DEV = /^[._-]?dev(?:[._-]?([0-9]+))?/;
const LOCAL = /^\+([a-z0-9]+(?:[._-][a-z0-9]+)*)/;

const PHASES = new Map<string, "a" | "b" | "rc">([
  ["a", "a"],
  ["alpha", "a"],
  ["b", "b"],
  ["beta", "b"],
  ["c", "rc"],
  ["rc", "rc"],
  ["pre", "rc"],
  ["preview", "rc"],
]);

/**
 * Takes every spelling that the specification normalizes (`1.0-RC.1`, `1.0.post-2`), except a leading `v` and white
 * space around it: both belong to the text around the version.
 */
export function parsePep440(text: string): Pep440Version | Reason {
  if (text.length > MAX_VERSION_LENGTH) return `it has ${text.length} characters, at most ${MAX_VERSION_LENGTH} are allowed`;
  // Lower-casing maps a few letters of other scripts to ASCII, so those are refused before it.
  if (/[^!-~]/.test(text)) return "it has characters that are not printable ASCII";
  let rest = text.toLowerCase();
  const take = (part: RegExp): RegExpExecArray | null => {
    const found = part.exec(rest);
    if (found !== null) rest = rest.slice(found[0].length);
    return found;
  };
  const epoch = exactNumber(take(EPOCH)?.[1] ?? "0");
  const release = take(RELEASE)?.[0].split(".").map(exactNumber);
  if (release === undefined) return "it does not begin with numbers separated by dots";
  const pre = take(PRE);
  const post = take(POST);
  const dev = take(DEV);
  const local = take(LOCAL)?.[1]?.split(/[._-]/) ?? [];
  if (rest !== "") return `${quote(rest, 40)} is none of aN, bN, rcN, .postN, .devN and +local, in this order`;

  const phase = PHASES.get(pre?.[1] ?? "");
  const numbers = {
    pre: pre === null ? undefined : exactNumber(pre[2] ?? "0"),
    post: post === null ? undefined : exactNumber(post[1] ?? post[2] ?? "0"),
    dev: dev === null ? undefined : exactNumber(dev[1] ?? "0"),
  };
  const inexact = [epoch, ...release].includes(undefined) || (pre && numbers.pre === undefined) || (post && numbers.post === undefined);
  if (epoch === undefined || inexact === true || (dev && numbers.dev === undefined)) return "a number is larger than 9007199254740991";
  return complete(text, {
    epoch,
    release: release as number[],
    pre: phase === undefined ? undefined : { phase, number: numbers.pre as number },
    post: numbers.post,
    dev: numbers.dev,
    local: local.map((segment) => (isDigits(segment) ? segment.replace(/^0+(?=[0-9])/, "") : segment)),
  });
}

type Parts = Pick<Pep440Version, "epoch" | "release" | "pre" | "post" | "dev" | "local">;

function complete(text: string, parts: Parts): Pep440Version {
  const { release, pre, dev, local } = parts;
  return {
    scheme: "pep440",
    text,
    normalized: normalForm(parts),
    major: release[0] ?? 0,
    minor: release[1] ?? 0,
    patch: release[2] ?? 0,
    prerelease: pre !== undefined || dev !== undefined,
    prereleaseId: pre?.phase ?? (dev === undefined ? undefined : "dev"),
    build: local.length === 0 ? undefined : local.join("."),
    ...parts,
  };
}

function normalForm({ epoch, release, pre, post, dev, local }: Parts): string {
  return [
    epoch === 0 ? "" : `${epoch}!`,
    release.join("."),
    pre === undefined ? "" : `${pre.phase}${pre.number}`,
    post === undefined ? "" : `.post${post}`,
    dev === undefined ? "" : `.dev${dev}`,
    local.length === 0 ? "" : `+${local.join(".")}`,
  ].join("");
}

/** The specification's order: dev releases, prereleases, the release, post-releases; local versions after each. */
export function comparePep440(a: Pep440Version, b: Pep440Version): number {
  return (
    a.epoch - b.epoch ||
    compareReleases(a.release, b.release) ||
    phaseRank(a) - phaseRank(b) ||
    (a.pre?.number ?? 0) - (b.pre?.number ?? 0) ||
    (a.post ?? -1) - (b.post ?? -1) ||
    compareDev(a.dev, b.dev) ||
    compareLocals(a.local, b.local)
  );
}

function compareReleases(a: readonly number[], b: readonly number[]): number {
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    const order = (a[index] ?? 0) - (b[index] ?? 0);
    if (order !== 0) return order;
  }
  return 0;
}

/** A bare dev release comes before every prerelease of its number, anything else without one after them. */
function phaseRank({ pre, post, dev }: Pep440Version): number {
  if (pre !== undefined) return { a: 1, b: 2, rc: 3 }[pre.phase];
  return dev !== undefined && post === undefined ? 0 : 4;
}

function compareDev(a: number | undefined, b: number | undefined): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return a - b;
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
