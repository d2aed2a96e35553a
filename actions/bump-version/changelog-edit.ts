import { invalid, refused } from "@release-actions/action";
import { extractEntry, releaseUnreleased, type ChangelogError } from "@release-actions/changelog";
import { formatTag } from "@release-actions/version";
import type { Settings } from "./settings.ts";

/** The changelog with Unreleased moved to `version`; the same bytes when that was done before. */
export function releaseChangelog(
  path: string,
  source: Buffer,
  version: string,
  date: string,
  settings: Settings,
  repositoryUrl: string | undefined,
): Buffer {
  const { component, changelogName, tagFormat } = settings;
  const tagOf = (other: string): string => formatTag({ version: other, component }, tagFormat);
  const result = releaseUnreleased(source, { version, component: changelogName, date, repositoryUrl, tagOf });
  if (result.kind === "failed") throw stopOf(path, result.failure);
  return result.content;
}

/** What the changelog says about a version: the text for the tag's message, and the day. */
export function entryOf(
  source: Buffer,
  version: string,
  settings: Settings,
): { body: string; date: string } | undefined {
  const extraction = extractEntry(source, { version, component: settings.changelogName, allowEmpty: true });
  return extraction.kind === "entry" ? extraction.entry : undefined;
}

function stopOf(path: string, failure: ChangelogError): Error {
  const at = (line: number): string => `${path}:${line}`;
  switch (failure.kind) {
    case "missing":
      return invalid(
        `${path} has no section Unreleased to release from${failure.hint === undefined ? "" : `: ${failure.hint}`}`,
        {
          remedy: "Add the heading ## [Unreleased] with what has changed.",
        },
      );
    case "empty":
      return refused(`${at(failure.place.line)}: "${failure.place.heading}" says nothing about the release`, {
        remedy: "Write down what has changed, then run again.",
      });
    case "duplicate":
      return refused(`${path} has ${failure.places.length} entries for ${failure.wanted}`, {
        remedy: "Keep one of them.",
        problems: failure.places.map(({ heading, line }) => ({ what: heading, file: path, line })),
      });
    case "ambiguous":
      return invalid(`${path} has entries for ${failure.wanted} of ${failure.choices.join(", ")}`, {
        remedy: "Name the component.",
      });
    case "already-released":
      return refused(
        `${at(failure.place.line)}: ${failure.wanted} has its entry, while ${at(failure.unreleased.line)} still holds changes`,
        {
          remedy: "Release them under the next version, or move them into the entry by hand.",
        },
      );
  }
}
