import { invalid, quote } from "@release-actions/action-types";
import { lstatSync, type Stats } from "node:fs";

/** The stats of a path, without following a link; undefined if nothing exists there. Throws `invalid` if denied. */
export function factsAt(path: string, given: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "ENOTDIR" || code === "ENOENT") return undefined;
    throw invalid(`cannot access ${quote(given)}: ${code ?? message}`, {
      cause: error,
      remedy: "Check the path, and make its directory readable for the user who runs this.",
    });
  }
}
