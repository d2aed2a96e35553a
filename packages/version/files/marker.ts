import { invalid } from "@release-actions/action";
import { lineAt, type Place } from "./place.ts";

/** In a comment, marks the one version on its line: `ARG VERSION=1.2.3 # release-actions:version`. */
export const MARKER = "release-actions:version";

/** The versions on the lines that carry the marker. A marked line with none, or with two, is refused. */
export function markedPlaces(file: string, content: string): Place[] {
  const found: Place[] = [];
  let next = 0;
  for (let at = content.indexOf(MARKER); at >= 0; at = content.indexOf(MARKER, next)) {
    next = at + MARKER.length;
    if (/[0-9A-Za-z_-]/.test(content[next] ?? "")) continue;
    const start = lineStart(content, at);
    next = lineEnd(content, next);
    const versions = versionsIn(content.slice(start, next), start);
    const [version] = versions;
    if (version === undefined || versions.length > 1) throw notOne(file, content, at, versions);
    found.push(version);
  }
  return found;
}

/** Runs of version characters that start with a number, a dot and a number, perhaps after a `v`. */
function versionsIn(line: string, offset: number): Place[] {
  const found: Place[] = [];
  for (const match of line.matchAll(/[0-9A-Za-z.+!_-]+/g)) {
    const run = match[0];
    const prefix = run.startsWith("v") ? 1 : 0;
    const version = run.slice(prefix).replace(/[.!_-]$/, "");
    if (!/^[0-9]{1,20}\.[0-9]{1,20}/.test(version)) continue;
    const start = offset + match.index + prefix;
    found.push({ start, end: start + version.length, version, key: MARKER });
  }
  return found;
}

function lineStart(content: string, from: number): number {
  let at = from;
  while (at > 0 && content[at - 1] !== "\n" && content[at - 1] !== "\r") at--;
  return at;
}

function lineEnd(content: string, from: number): number {
  let at = from;
  while (at < content.length && content[at] !== "\n" && content[at] !== "\r") at++;
  return at;
}

function notOne(file: string, content: string, at: number, versions: readonly Place[]): Error {
  const what =
    versions.length === 0
      ? "no version"
      : `${versions.length} versions (${versions.map(({ version }) => version).join(", ")})`;
  return invalid(`${file}:${lineAt(content, at)}: the line marked ${MARKER} has ${what}`, {
    remedy: `Put the marker on a line with exactly one version, such as VERSION=1.2.3 # ${MARKER}.`,
  });
}
