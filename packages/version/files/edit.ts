import { invalid, type Problem } from "@release-actions/action";
import { shorten } from "@release-actions/text";
import { find } from "./find.ts";
import { MARKER } from "./marker.ts";
import { lineCounter, type Found, type Place } from "./place.ts";

export interface FoundVersion {
  readonly version: string;
  /** 1-based. */
  readonly line: number;
  /** What the place is called, such as `project.version`; with `path#key` it can be requested. */
  readonly key: string;
}

export interface VersionEdit {
  /** 1-based. */
  readonly line: number;
  readonly from: string;
  readonly to: string;
  readonly key: string;
}

export interface WrittenVersion {
  readonly content: string;
  /** Empty when the file says `next` already in every place: the caller judges whether that is right. */
  readonly edits: readonly VersionEdit[];
}

/**
 * The version that a file states, with its place. There is at least one; a lock file and a file with several marker
 * comments have more. `path` decides the format by its name and is not read; `key` picks one place.
 * Throws ActionError "invalid" when there is none, when it comes from elsewhere, or when several places compete.
 */
export async function readVersions(path: string, content: string, key?: string): Promise<FoundVersion[]> {
  const places = await locate(path, content, key);
  const line = lineCounter(content);
  return places.map(({ version, start, key: name }) => ({ version, line: line(start), key: name }));
}

/**
 * `content` with its version replaced by `next`, every other byte as it was. Throws as readVersions does, and when
 * `next` cannot be written in the file's own form.
 */
export async function writeVersion(path: string, content: string, next: string, key?: string): Promise<WrittenVersion> {
  if (!/^[0-9A-Za-z.+!_-]{1,256}$/.test(next)) {
    throw invalid(`"${shorten(next, 80)}" cannot be written as a version`, {
      remedy: "A version has letters, digits and . + - _ ! only, at most 256 of them.",
    });
  }
  const places = await locate(path, content, key);
  const line = lineCounter(content);
  const edits: VersionEdit[] = [];
  let result = "";
  let from = 0;
  for (const place of places) {
    if (place.version === next) continue;
    result += content.slice(from, place.start) + (place.render?.(next) ?? next);
    from = place.end;
    edits.push({ line: line(place.start), from: place.version, to: next, key: place.key });
  }
  result += content.slice(from);
  if (edits.length > 0) await confirm(path, result, next, key, places.length);
  return { content: result, edits };
}

/** Reads the result back, so that a file is never written that says something else. */
async function confirm(
  path: string,
  content: string,
  next: string,
  key: string | undefined,
  count: number,
): Promise<void> {
  const places = await locate(path, content, key);
  if (places.length === count && places.every(({ version }) => version === next)) return;
  throw invalid(`${path} would not say ${next} after the edit`, {
    remedy: `The place holds something that cannot be replaced safely; edit it manually or mark the line (see ${path}#key).`,
  });
}

async function locate(path: string, content: string, key: string | undefined): Promise<readonly Place[]> {
  const found = await find(path, content, key);
  if (found.places.length === 0) throw missing(path, key, found);
  const places = [...found.places].sort((a, b) => a.start - b.start);
  if (places.length > 1 && found.many !== true) throw ambiguous(path, content, places);
  return places;
}

function missing(path: string, key: string | undefined, { looked, elsewhere }: Found): Error {
  if (elsewhere !== undefined) return invalid(`${path}: ${elsewhere.what}`, { remedy: elsewhere.remedy });
  const asked = key === undefined ? "" : ` at the key ${key}`;
  return invalid(`${path} states no version${asked}; searched for ${looked}`, {
    remedy:
      `Correct the file's entry, name the place as ${path}#key, ` +
      `or put the comment ${MARKER} on the line that holds the version.`,
  });
}

const MOST_NAMED = 10;

function ambiguous(path: string, content: string, places: readonly Place[]): Error {
  const line = lineCounter(content);
  const problems = places
    .slice(0, MOST_NAMED)
    .map(({ key, start, version }): Problem => ({ what: `${key} = ${version}`, file: path, line: line(start) }));
  const list = problems.map(({ what, line: at }) => `line ${at}: ${what}`).join("; ");
  return invalid(
    `${path} states its version in ${places.length} places and it is not clear which one counts (${list})`,
    {
      remedy: `Name one as ${path}#key, or put the comment ${MARKER} on the lines that count.`,
      problems,
    },
  );
}
