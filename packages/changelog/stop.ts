import { refused, type Problem, type Stop } from "@release-actions/action-types";
import type { ChangelogFailure, HeadingPlace } from "./failure.ts";

/** A failure as an action ends with it: what was asked for, what the file holds, what mends it. */
export function changelogStop(failure: ChangelogFailure, file: string): Stop {
  switch (failure.kind) {
    case "missing":
      return refused(`${file} has no entry for ${failure.wanted}${failure.hint === undefined ? "" : `: ${failure.hint}`}`, {
        remedy: `Add a heading such as "## [${failure.wanted}] - 2025-01-31" to ${file}, or ask for one of the versions that it has.`,
        problems: places(failure.nearest, file, "near"),
      });
    case "empty":
      return refused(`the entry for ${failure.wanted} in ${file} is empty`, {
        remedy: `Write what has changed below the heading on line ${failure.place.line}, or set allow-empty.`,
        problems: places([failure.place], file, "empty"),
      });
    case "duplicate":
      return refused(`${file} has ${failure.places.length} entries for ${failure.wanted}: lines ${lines(failure.places)}`, {
        remedy: "Keep one of them.",
        problems: places(failure.places, file, "one of several"),
      });
    case "ambiguous":
      return refused(`${file} has entries for ${failure.wanted} of ${failure.choices.slice(0, MOST).join(" and ")}: lines ${lines(failure.places)}`, {
        remedy: "Say whose entry is meant: by component, or by the version with its build metadata.",
        problems: places(failure.places, file, "one of several"),
      });
    case "already-released":
      return refused(`${file} has an entry for ${failure.wanted} on line ${failure.place.line}, and Unreleased on line ${failure.unreleased.line} is not empty`, {
        remedy: "Release another version, or move what stands under Unreleased to the entry by hand.",
        problems: places([failure.place, failure.unreleased], file, "not to be merged by itself"),
      });
  }
}

const MOST = 20;

function lines(all: readonly HeadingPlace[]): string {
  const shown = all.slice(0, MOST).map(({ line }) => line).join(", ");
  return all.length > MOST ? `${shown} and ${all.length - MOST} more` : shown;
}

function places(all: readonly HeadingPlace[], file: string, what: string): Problem[] {
  return all.slice(0, MOST).map(({ heading, line }) => ({ what: `${what}: ${heading}`, file, line }));
}
