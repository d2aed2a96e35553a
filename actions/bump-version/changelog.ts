import { invalid, refused } from "@release-actions/action";
import { changelogStop, extractEntry, releaseUnreleased } from "@release-actions/changelog";
import type { ChangelogError } from "@release-actions/changelog";
import { formatTag } from "@release-actions/version";
import type { BumpSettings } from "./inputs.ts";

/** The changelog with the Unreleased section moved to `version`; the same bytes if that was done before. */
export function releaseChangelog(
  path: string,
  source: Buffer,
  version: string,
  date: string,
  settings: BumpSettings,
  repositoryUrl: string | undefined,
): Buffer {
  const { component, changelogName, tagFormat } = settings;
  const tagOf = (other: string): string => formatTag({ version: other, component }, tagFormat);
  const result = releaseUnreleased(source, { version, component: changelogName, date, repositoryUrl, tagOf });
  if (result.kind === "failed") throw changelogError(path, result.failure);
  return result.content;
}

/** The entry of a version: the text for the tag's message, and the date. */
export function entryOf(
  source: Buffer,
  version: string,
  settings: BumpSettings,
): { body: string; date: string } | undefined {
  const extraction = extractEntry(source, { version, component: settings.changelogName, allowEmpty: true });
  return extraction.kind === "entry" ? extraction.entry : undefined;
}

function changelogError(path: string, failure: ChangelogError): Error {
  const at = (line: number): string => `${path}:${line}`;
  switch (failure.kind) {
    case "missing":
      return invalid(`${path} has no Unreleased section${failure.hint === undefined ? "" : `: ${failure.hint}`}`, {
        remedy: "Add the heading ## [Unreleased] with the changes.",
      });
    case "empty":
      return refused(`${at(failure.place.line)}: "${failure.place.heading}" describes no changes`, {
        remedy: "Describe the changes, then run again.",
      });
    case "mixed":
      return changelogStop(failure, path);
    case "duplicate":
      return refused(`${path} has ${failure.places.length} entries for ${failure.wanted}`, {
        remedy: "Keep one of them.",
        problems: failure.places.map(({ heading, line }) => ({ what: heading, file: path, line })),
      });
    case "ambiguous":
      return invalid(`${path} has entries of several components for ${failure.wanted}: ${failure.choices.join(", ")}`, {
        remedy: "Set component.",
      });
    case "already-released":
      return refused(
        `${at(failure.place.line)}: ${failure.wanted} already has an entry, but Unreleased at ${at(failure.unreleased.line)} still has changes`,
        {
          remedy: "Release them with the next version, or move them into the entry manually.",
        },
      );
  }
}
