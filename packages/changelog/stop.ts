import { quote, refused, type Problem, type ActionError } from "@release-actions/action";
import type { ChangelogError, HeadingPlace } from "./errors.ts";

/** A failure as an action ends with it: what was requested, what the file holds, what fixes it. */
export function changelogStop(failure: ChangelogError, file: string): ActionError {
  switch (failure.kind) {
    case "missing":
      return refused(missing(failure, file), {
        remedy: failure.wanted.toLowerCase().startsWith("unreleased")
          ? "Add the heading ## [Unreleased] with what has changed, or request a version that the file has."
          : `Add a heading such as ## [${failure.wanted.split(" ")[0]}] - YYYY-MM-DD with what has changed, or request a version that the file has.`,
      });
    case "empty":
      return refused(`the entry for ${failure.wanted} in ${file} is empty`, {
        remedy:
          failure.section === undefined
            ? "Write what has changed below its heading, or set allow-empty."
            : "Set tail to include if the text below that heading belongs to the entry, or move the heading one level down.",
        problems: [
          ...places([failure.place], file, "the entry says nothing"),
          ...places(
            failure.section === undefined ? [] : [failure.section],
            file,
            "it ends at a heading without a version",
          ),
        ],
      });
    case "mixed":
      return refused(
        `the entry for ${failure.wanted} in ${file} may hold the notes of ${quote(failure.parent.heading)}, below whose heading it was inserted`,
        {
          remedy: `Move the heading on line ${failure.parent.line} to the notes that it belongs to, at the level of the other entries.`,
          problems: places([failure.place, failure.parent], file, "which notes belong to this heading is not clear"),
        },
      );
    case "duplicate":
      return refused(
        `${file} has ${failure.places.length} entries for ${failure.wanted}: lines ${lines(failure.places)}`,
        {
          remedy: "Keep one of them.",
          problems: places(failure.places, file, "an entry for the same version"),
        },
      );
    case "ambiguous":
      return refused(
        `${file} has entries for ${failure.wanted} of ${failure.choices.slice(0, MOST).join(" and ")}: lines ${lines(failure.places)}`,
        {
          remedy: "Say whose entry is meant: by component, or by the version with its build metadata.",
          problems: places(failure.places, file, "one of the entries"),
        },
      );
    case "already-released":
      return refused(
        `${file} has an entry for ${failure.wanted} on line ${failure.place.line}, and Unreleased on line ${failure.unreleased.line} is not empty`,
        {
          remedy: "Release another version, or move what is under Unreleased to the entry manually.",
          problems: places([failure.place, failure.unreleased], file, "holds changes of the same version"),
        },
      );
  }
}

const MOST = 20;

function missing({ wanted, hint, nearest }: ChangelogError & { readonly kind: "missing" }, file: string): string {
  const why = hint === undefined ? "" : `: ${hint}`;
  const near = nearest.map(({ heading, line }) => `${quote(heading)} (line ${line})`).join(", ");
  return `${file} has no entry for ${wanted}${why}${near === "" ? "" : `; the nearest headings are ${near}`}`;
}

function lines(all: readonly HeadingPlace[]): string {
  const shown = all
    .slice(0, MOST)
    .map(({ line }) => line)
    .join(", ");
  return all.length > MOST ? `${shown} and ${all.length - MOST} more` : shown;
}

function places(all: readonly HeadingPlace[], file: string, what: string): Problem[] {
  return all.slice(0, MOST).map(({ heading, line }) => ({ what: `${what}: ${quote(heading)}`, file, line }));
}
