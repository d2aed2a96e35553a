import { isGitName } from "@release-actions/files";
import { readdir } from "node:fs/promises";
import { join } from "node:path";

/** Entries that one pattern may walk over; more is most likely a `**` at the root of something huge. */
const MOST_ENTRIES = 200_000;

/**
 * Paths of non-directories below `root` that a pattern matches, relative to it and in order. `*` stands for any
 * characters but `/`, `?` for one of them, `**` as a whole segment for any number of directories; all else stands for
 * itself. A leading dot must be written out, `.git` is never entered, symbolic links to directories are not followed.
 * Takes time linear in the number of entries walked, whatever the pattern.
 */
export async function findFiles(root: string, pattern: string): Promise<string[]> {
  const segments = pattern.split("/").filter((segment) => segment !== "" && segment !== ".");
  const found: string[] = [];
  let entries = 0;

  /** `states` are the places in the pattern that a path below this directory may go on from. */
  async function walk(directory: string, states: ReadonlySet<number>): Promise<void> {
    const list = await readdir(join(root, directory), { withFileTypes: true }).catch(() => []);
    for (const entry of list.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      if (isGitName(entry.name)) continue;
      entries += 1;
      if (entries > MOST_ENTRIES) throw new Error(`the pattern walks over more than ${MOST_ENTRIES} files`);
      const path = directory === "" ? entry.name : `${directory}/${entry.name}`;
      const next = after(states, entry.name);
      if (entry.isDirectory()) {
        if (next.size > 0) await walk(path, next);
      } else if (next.has(segments.length)) {
        found.push(path);
      }
    }
  }

  function after(states: ReadonlySet<number>, name: string): Set<number> {
    const next = new Set<number>();
    for (const state of states) {
      const segment = segments[state];
      if (segment === undefined) continue;
      if (segment === "**") {
        if (!name.startsWith(".")) next.add(state);
      } else if (matchesSegment(segment, name)) {
        next.add(state + 1);
      }
    }
    return skippingDoubleStars(next);
  }

  /** A `**` may stand for no directory at all; at the end it stands for every file below. */
  function skippingDoubleStars(states: Set<number>): Set<number> {
    for (const state of states) if (segments[state] === "**") states.add(state + 1);
    return states;
  }

  await walk("", skippingDoubleStars(new Set([0])));
  return found;
}

export function isPattern(text: string): boolean {
  return /[*?]/.test(text);
}

/** Whether a name matches a segment of `*`, `?` and literal characters: a star takes one more only when it must. */
export function matchesSegment(segment: string, name: string): boolean {
  if (name.startsWith(".") && !segment.startsWith(".")) return false;
  let star = -1;
  let taken = 0;
  let at = 0;
  for (let index = 0; index < name.length;) {
    if (segment[at] === "*") {
      star = at++;
      taken = index;
    } else if (at < segment.length && (segment[at] === "?" || segment[at] === name[index])) {
      at++;
      index++;
    } else if (star >= 0) {
      at = star + 1;
      index = ++taken;
    } else {
      return false;
    }
  }
  while (segment[at] === "*") at++;
  return at === segment.length;
}
