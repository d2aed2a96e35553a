import { invalid } from "@release-actions/action";
import { readdir } from "node:fs/promises";
import { isAbsolute, join } from "node:path";
import { isGitName } from "./names.ts";
import { placeOf } from "./place.ts";
import type { FileHost } from "./place.ts";

/** Entries that one pattern may walk over; more is most likely a `**` at the root of something huge. */
const MAX_ENTRIES = 200_000;

/** Whether a text contains a wildcard, `*` or `?`. */
export function isPattern(text: string): boolean {
  return /[*?]/.test(text);
}

/**
 * The paths of the non-directories that a pattern from an input matches, in order. A pattern inside the workspace is
 * matched from there; any other starts with a literal directory, which may be anywhere that a path may be. Throws
 * `invalid` for a place that is not allowed, and for a pattern that walks over too many entries.
 */
export async function findMatchingFiles(host: FileHost, pattern: string): Promise<readonly string[]> {
  const workspace = placeOf(host, ".").real;
  const segments = pattern.split("/");
  if (!isAbsolute(pattern) && !segments.includes("..")) return findFiles(workspace, pattern);
  const first = segments.findIndex(isPattern);
  const base = segments.slice(0, first).join("/") || "/";
  const rest = segments.slice(first);
  // After a wildcard, ".." would lead out of the allowed directory.
  if (rest.includes("..")) {
    throw invalid(`${JSON.stringify(pattern)} has .. after a wildcard`, {
      remedy: "Write a pattern without .. after a wildcard.",
    });
  }
  const { real } = placeOf(host, base, { typed: true });
  return (await findFiles(real, rest.join("/"))).map((path) => join(base, path));
}

/**
 * Paths of non-directories below `root` that a pattern matches, relative to it and in order. `*` matches any characters
 * except `/`, `?` one of them, `**` as a whole segment any number of directories; everything else matches itself. A
 * leading dot must be written out, `.git` is never entered, symbolic links to directories are not followed. Takes time
 * linear in the number of entries walked, whatever the pattern.
 */
export async function findFiles(root: string, pattern: string): Promise<string[]> {
  const segments = pattern.split("/").filter((segment) => segment !== "" && segment !== ".");
  const found: string[] = [];
  let entries = 0;

  /** `states` are the segments of the pattern that a path below this directory may continue with. */
  async function walk(directory: string, states: ReadonlySet<number>): Promise<void> {
    const list = await readdir(join(root, directory), { withFileTypes: true }).catch(() => []);
    for (const entry of list.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      if (isGitName(entry.name)) continue;
      entries += 1;
      if (entries > MAX_ENTRIES) {
        throw invalid(`${JSON.stringify(pattern)} walks over more than ${MAX_ENTRIES} files`, {
          remedy: "Write a narrower pattern.",
        });
      }
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

  /** A `**` may match no directory at all; at the end it matches every file below. */
  function skippingDoubleStars(states: Set<number>): Set<number> {
    for (const state of states) if (segments[state] === "**") states.add(state + 1);
    return states;
  }

  await walk("", skippingDoubleStars(new Set([0])));
  return found;
}

/** Whether a name matches a segment of `*`, `?` and literal characters: a star matches one more only if it must. */
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
