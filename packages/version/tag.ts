import { invalid } from "@release-actions/action";
import { beginsAsPrerelease, PRERELEASE_WORDS } from "./prerelease-word.ts";
import { grammar, tagNameProblem, type TagProblem } from "./tag-name.ts";
import type { Reading, TagRules } from "./tag-rules.ts";
import { parseVersion, SCHEME_EXAMPLES, SCHEME_NAMES, versionProblem, type Version } from "./version.ts";

/** A tag that was read by the declared formats and components. */
export interface ParsedTag {
  readonly tag: string;
  readonly version: Version;
  readonly component: string | undefined;
  /** The tag format that it matches, such as `v{version}-{component}`. */
  readonly format: string;
}

/**
 * Reads a tag by the declared formats and components. The text around the version is compared literally, the longest
 * declared component wins, and the whole rest must be a version of the scheme. A suffix that is not a declared
 * component is a prerelease if it begins with one of the prerelease words; otherwise, it is a problem. Never throws.
 */
export function readTag(tag: string, rules: TagRules): ParsedTag | TagProblem {
  const problem = tagNameProblem(tag);
  if (problem !== undefined) return problem;
  const reading = rules.readings.find(({ prefix, suffix }) => fits(tag, prefix, suffix));
  if (reading === undefined) return noFormat(tag, rules);
  const text = tag.slice(reading.prefix.length, tag.length - reading.suffix.length);
  const version = parseVersion(text, reading.scheme);
  if (version === undefined) return noVersion(tag, text, reading, rules);
  const suffix = reading.guardsSuffix ? suspiciousSuffix(version, rules) : undefined;
  if (suffix !== undefined) return undeclared(tag, suffix, reading, rules);
  return { tag, version, component: reading.component, format: reading.format };
}

/** Like readTag, but throws `invalid` for a problem. */
export function parseTag(tag: string, rules: TagRules): ParsedTag {
  const read = readTag(tag, rules);
  if (isParsed(read)) return read;
  throw invalid(read.what, { remedy: read.remedy });
}

/** Whether readTag could read the tag. */
export function isParsed(read: ParsedTag | TagProblem): read is ParsedTag {
  return "version" in read;
}

/** The tags that match a declared format; others, such as floating tags, are left out. */
export function parseTags(tags: Iterable<string>, rules: TagRules): ParsedTag[] {
  return [...tags].map((tag) => readTag(tag, rules)).filter(isParsed);
}

function fits(tag: string, prefix: string, suffix: string): boolean {
  return tag.length >= prefix.length + suffix.length && tag.startsWith(prefix) && tag.endsWith(suffix);
}

/**
 * What may be a component that nobody declared. A prerelease may not have a word after a hyphen either where
 * components are declared: `1.1.0-rc.1-frontnd` is more likely a misspelt component than a prerelease.
 */
function suspiciousSuffix(version: Version, { components }: TagRules): string | undefined {
  if (version.scheme === "pep440") return undefined;
  const identifiers = (version.scheme === "semver" ? version : version.modifier).identifiers.join(".");
  if (identifiers !== "" && !beginsAsPrerelease(identifiers)) return identifiers;
  if (components.length === 0) return undefined;
  return /-([A-Za-z].*)$/.exec(identifiers)?.[1] ?? /-([A-Za-z].*)$/.exec(version.build ?? "")?.[1];
}

function undeclared(tag: string, suffix: string, reading: Reading, { components }: TagRules): TagProblem {
  const words = PRERELEASE_WORDS.join(", ");
  const early = components.find((name) => suffix.startsWith(`${name}-`));
  const list = components.length === 0 ? "no component is declared" : `declared are ${components.join(", ")}`;
  return {
    check: "component",
    what: `"${suffix}" at the end of ${tag} is neither a declared component nor a prerelease (${words}); ${list}`,
    remedy:
      early !== undefined && reading.component === undefined
        ? `put the component last: ${tag.slice(0, -suffix.length)}${suffix.slice(early.length + 1)}-${early}`
        : "correct the tag, or declare the component in release-actions.yml or the input components",
  };
}

function noVersion(tag: string, text: string, reading: Reading, rules: TagRules): TagProblem {
  const unnamed = reading.guardsSuffix ? /-([A-Za-z].*)$/.exec(text) : null;
  if (unnamed !== null && parseVersion(text.slice(0, unnamed.index), reading.scheme) !== undefined) {
    return undeclared(tag, unnamed[1] as string, reading, rules);
  }
  const { prefix, suffix, scheme } = reading;
  const example = `for example ${prefix}${SCHEME_EXAMPLES[scheme].split(" ")[0]}${suffix}`;
  const wrong = text === "" ? "the version is missing" : versionProblem(text, scheme);
  if (isFloating(text)) {
    return grammar(
      `${tag} is a floating tag: it moves from release to release and names no version`,
      `tag the full version, ${example}`,
    );
  }
  return grammar(
    `"${text}" in ${tag} is not a ${SCHEME_NAMES[scheme]} version: ${wrong}`,
    `tag a full version, ${example}`,
  );
}

function isFloating(text: string): boolean {
  return /^(?:0|[1-9][0-9]*)(?:\.(?:0|[1-9][0-9]*))?$/.test(text);
}

function noFormat(tag: string, rules: TagRules): TagProblem {
  const forms = rules.formats.join(", ");
  if (
    tag.startsWith("V") &&
    rules.readings.some(({ prefix, suffix }) => prefix.startsWith("v") && fits(`v${tag.slice(1)}`, prefix, suffix))
  ) {
    return grammar(`${tag} begins with a capital V`, `use a lowercase v: v${tag.slice(1)}`);
  }
  const floating = /^v?[0-9]+(?:\.[0-9]+)?$/.test(tag) ? ". It looks like a floating tag, which names no version" : "";
  const list = rules.components.length === 0 ? "" : `; declared components: ${rules.components.join(", ")}`;
  return grammar(
    `${tag} matches none of the tag formats: ${forms}${list}${floating}`,
    "correct the tag, or set tag-format",
  );
}
