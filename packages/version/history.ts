import type { ParsedTag } from "./tag.ts";
import { compareVersions, type Version } from "./version.ts";

/**
 * The tag before `of`: the highest lower version of the same component, wherever the tags are in the history (several
 * may share a commit, and a backport has its own line); undefined for the first. For a release, prereleases do not
 * count, so that its notes include what they announced.
 */
export function previousTag(tags: readonly ParsedTag[], of: ParsedTag): ParsedTag | undefined {
  return highest(
    lineage(tags, of).filter(
      ({ version }) => compareVersions(version, of.version) < 0 && (of.version.prerelease || !version.prerelease),
    ),
  );
}

/**
 * The highest tag of the component if `of` is a regression; otherwise undefined. A version is not a regression if it is
 * the highest of its component or a backport: the highest of a line that already has tags, either its minor line (1.4.2
 * after 1.4.1, although 1.5.0 exists) or its major line (1.6.0 after 1.5.0, although 2.0.0 exists).
 */
export function regression(tags: readonly ParsedTag[], of: ParsedTag): ParsedTag | undefined {
  const others = lineage(tags, of);
  const top = highest(others);
  if (top === undefined || compareVersions(top.version, of.version) <= 0) return undefined;
  const lines = [minorLine, majorLine].map((line) =>
    others.filter(({ version }) => line(version) === line(of.version)),
  );
  const forward = lines.some(
    (line) => line.length > 0 && line.every(({ version }) => compareVersions(version, of.version) <= 0),
  );
  return forward ? undefined : top;
}

/** Whether `of` is lower than an earlier version of its component and not a backport. */
export function isRegression(tags: readonly ParsedTag[], of: ParsedTag): boolean {
  return regression(tags, of) !== undefined;
}

/** Whether `of` should be marked as the latest: it is not a prerelease, and no release of its component is higher. */
export function isLatest(tags: readonly ParsedTag[], of: ParsedTag): boolean {
  if (of.version.prerelease) return false;
  return lineage(tags, of).every(({ version }) => version.prerelease || compareVersions(version, of.version) <= 0);
}

/** The other tags of the same component. */
function lineage(tags: readonly ParsedTag[], of: ParsedTag): ParsedTag[] {
  return tags.filter(({ tag, component }) => component === of.component && tag !== of.tag);
}

function highest(tags: readonly ParsedTag[]): ParsedTag | undefined {
  return tags.reduce<ParsedTag | undefined>(
    (top, tag) => (top === undefined || compareVersions(tag.version, top.version) > 0 ? tag : top),
    undefined,
  );
}

function majorLine(version: Version): string {
  switch (version.scheme) {
    case "semver":
      return `${version.major}`;
    case "pep440":
      return `${version.epoch}!${version.major}`;
    case "calver":
      return `${version.year}`;
  }
}

function minorLine(version: Version): string {
  return `${majorLine(version)}.${version.minor}`;
}
