import { invalid, quote } from "@release-actions/action";
import { lstatSync, type Stats } from "node:fs";

/**
 * What is at a path, a link itself for a link; undefined where nothing is, or can be. Throws `invalid` where it cannot
 * be seen.
 */
export function factsAt(path: string, given: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "ENOTDIR" || code === "ENOENT") return undefined;
    throw invalid(`cannot inspect ${quote(given)}: ${code ?? message}`, {
      cause: error,
      remedy: "Make its directory readable for the user who runs this, and check the path.",
    });
  }
}
