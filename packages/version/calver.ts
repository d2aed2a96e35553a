import { shorten } from "@release-actions/text";
import { exactNumber, MAX_VERSION_LENGTH, type Reason, type VersionFacts } from "./scheme.ts";
import { compareSemVer, parseSemVer, type SemVer } from "./semver.ts";

/**
 * A calendar version: a year, a month, then a day or a counter, and a further counter if need be.
 *
 * - `2025.1.2`, `2025.01.02` (YYYY.MM.DD, YYYY.0M.0D); `2025.1.7` (YYYY.MM.MICRO); `2025.01` (YYYY.MM)
 * - `25.1`, `25.01.3` (YY.MM, YY.0M.MICRO): a year of two digits is one of this century
 * - `2025.01.02.1`: the second release of a day
 * - any of them with a SemVer prerelease or build: `2025.01.02-rc.1`, `2025.01.02+build.5`
 *
 * `2025.01.02` and `2025.1.2` are the same version. A project that writes years but counts minors (`2025.14`) is
 * better served by `pep440` or `semver`.
 */
export interface CalVer extends VersionFacts {
  readonly scheme: "calver";
  /** With the century. */
  readonly year: number;
  readonly month: number;
  /** The day or counter and a second counter. */
  readonly rest: readonly number[];
  readonly modifier: SemVer;
}

export function parseCalVer(text: string): CalVer | Reason {
  if (text.length > MAX_VERSION_LENGTH)
    return `it has ${text.length} characters, at most ${MAX_VERSION_LENGTH} are allowed`;
  const end = text.search(/[-+]/);
  const parts = (end < 0 ? text : text.slice(0, end)).split(".");
  if (parts.length < 2 || parts.length > 4) return "it is not of the form YYYY.MM, YYYY.MM.DD or YYYY.MM.DD.MICRO";
  const [yearText = "", monthText = "", ...restTexts] = parts;
  if (!/^(?:[12][0-9]{3}|[0-9]{2})$/.test(yearText))
    return `it does not begin with a year such as 2025 or 25, but with "${shorten(yearText, 20)}"`;
  if (!/^(?:0?[1-9]|1[0-2])$/.test(monthText)) return `"${shorten(monthText, 20)}" is not a month from 1 to 12`;
  const rest = restTexts.map((digits) => (/^(?:0[0-9]|0|[1-9][0-9]*)$/.test(digits) ? exactNumber(digits) : undefined));
  if (rest.includes(undefined)) return "after the month it needs a day or a counter, with at most one leading zero";
  const modifier = parseSemVer(`0.0.0${end < 0 ? "" : text.slice(end)}`);
  if (typeof modifier === "string") return modifier;
  const written = Number(yearText);
  return {
    scheme: "calver",
    text,
    major: written,
    minor: Number(monthText),
    patch: rest[0] ?? 0,
    prerelease: modifier.prerelease,
    prereleaseId: modifier.prereleaseId,
    build: modifier.build,
    year: yearText.length === 2 ? 2000 + written : written,
    month: Number(monthText),
    rest: rest as number[],
    modifier,
  };
}

export function compareCalVer(a: CalVer, b: CalVer): number {
  return (
    a.year - b.year ||
    a.month - b.month ||
    (a.rest[0] ?? 0) - (b.rest[0] ?? 0) ||
    (a.rest[1] ?? 0) - (b.rest[1] ?? 0) ||
    compareSemVer(a.modifier, b.modifier)
  );
}
