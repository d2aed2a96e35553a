import { shorten } from "@release-actions/text";
import { slug } from "./heading-text.ts";
import { allEntries, entriesLike, type Changelog, type Entry } from "./entries.ts";
import type { ChangelogError, HeadingPlace } from "./errors.ts";
import { LONGEST_VERSION, withoutV } from "./version-text.ts";

const MOST_NEAREST = 5;

/** The one entry of a version (or of `unreleased`), or why there is not exactly one. */
export function findEntry(
  changelog: Changelog,
  version: string,
  component: string | undefined,
): Entry | ChangelogError {
  const name = withoutV(version.trim());
  // A whole file may have been given by mistake.
  const wanted = `${shorten(name, LONGEST_VERSION)}${component === undefined ? "" : ` of ${shorten(component, LONGEST_VERSION)}`}`;
  const entries = entriesLike(changelog, name);
  const exact = exactly(entries, name, component);
  // A version without build metadata may mean its only build.
  const found = exact.length > 0 || name.includes("+") ? exact : buildsOf(entries, name, component);
  const [first, second] = found;
  if (first === undefined) return missing(changelog, wanted, name, component);
  if (second === undefined) return first;
  const places = found.map(placeOf);
  const choices = [
    ...new Set(
      found.map(({ reading, text }) =>
        component === undefined && reading.component !== "" ? reading.component : (versionOf(reading) ?? text),
      ),
    ),
  ];
  return choices.length > 1 ? { kind: "ambiguous", wanted, choices, places } : { kind: "duplicate", wanted, places };
}

export function placeOf({ text, heading }: Pick<Entry, "text" | "heading">): HeadingPlace {
  return { heading: text, line: heading.line };
}

/** Entries of exactly this version. */
function exactly(entries: readonly Entry[], name: string, component: string | undefined): readonly Entry[] {
  const same = ofComponent(
    entries.filter(({ reading }) => (isUnreleased(name) ? reading.kind === "unreleased" : versionOf(reading) === name)),
    component,
  );
  if (component === undefined || same.some(({ reading }) => reading.component !== "")) return same;
  // A tag may have been copied as it is: `v1.2.3-frontend`.
  const suffixed = entries.filter(({ reading }) => versionOf(reading) === `${name}-${component}`);
  return suffixed.length > 0 ? suffixed : same;
}

function buildsOf(entries: readonly Entry[], name: string, component: string | undefined): readonly Entry[] {
  return ofComponent(
    entries.filter(({ reading }) => versionOf(reading)?.startsWith(`${name}+`) === true),
    component,
  );
}

/** With a component: entries that name it, else those that name none. Without: those that name none, else all. */
function ofComponent(entries: readonly Entry[], component: string | undefined): readonly Entry[] {
  const wanted = component === undefined ? "" : slug(component);
  const own = entries.filter(({ reading }) => reading.component === wanted);
  if (own.length > 0) return own;
  return component === undefined ? entries : entries.filter(({ reading }) => reading.component === "");
}

function versionOf(reading: Entry["reading"]): string | undefined {
  return reading.kind === "version" ? reading.version : undefined;
}

export function isUnreleased(name: string): boolean {
  return name.toLowerCase() === "unreleased";
}

function missing(changelog: Changelog, wanted: string, name: string, component: string | undefined): ChangelogError {
  const entries = allEntries(changelog);
  const nearest = entries
    .map((entry) => ({ entry, likeness: likeness(entry, name, component) }))
    .sort((a, b) => b.likeness - a.likeness || a.entry.index - b.entry.index)
    .slice(0, MOST_NEAREST)
    .map(({ entry }) => placeOf(entry));
  const hint = hintFor(changelog, entries, name, component);
  return { kind: "missing", wanted, nearest, ...(hint === undefined ? {} : { hint }) };
}

/** How much of the version's beginning and end an entry shares. */
function likeness({ reading }: Entry, name: string, component: string | undefined): number {
  const version = versionOf(reading) ?? "unreleased";
  const most = Math.min(version.length, name.length);
  let prefix = 0;
  while (prefix < most && version[prefix] === name[prefix]) prefix++;
  let suffix = 0;
  while (suffix < most - prefix && version[version.length - 1 - suffix] === name[name.length - 1 - suffix]) suffix++;
  const sameComponent = component !== undefined && reading.component === slug(component);
  return prefix + suffix - Math.abs(version.length - name.length) / 4 + (sameComponent ? 1 : 0);
}

function hintFor(
  { bytes, start, open }: Changelog,
  entries: readonly Entry[],
  name: string,
  component: string | undefined,
): string | undefined {
  if (open !== undefined) {
    const what = open.kind === "fence" ? "the code fence" : "the HTML or comment";
    return `${what} that opens on line ${open.line} is never closed, so everything below it is its content`;
  }
  if (entries.length === 0) return "no heading of the file names a version";
  const others = entries.filter(
    ({ reading }) => versionOf(reading) === name || (isUnreleased(name) && reading.kind === "unreleased"),
  );
  if (others.length > 0 && component !== undefined) {
    return `${name} has an entry for ${[...new Set(others.map(({ reading }) => reading.component))].slice(0, MOST_NEAREST).join(", ")}, none for ${slug(component)}`;
  }
  const line = lineMentioning(bytes, start, name);
  return line === undefined ? undefined : `line ${line} mentions it, but not as the heading of an entry`;
}

const MOST_MENTIONS = 100;

/** The line of the first place that holds the version as a word. */
function lineMentioning(bytes: Buffer, start: number, name: string): number | undefined {
  let at = start - 1;
  for (let tries = 0; name !== "" && tries < MOST_MENTIONS; tries++) {
    at = bytes.indexOf(name, at + 1);
    if (at === -1) return undefined;
    const around = bytes.toString("latin1", Math.max(start, at - 1), at + Buffer.byteLength(name) + 1);
    const before = at === start ? "" : around.charAt(0);
    const behind = around.slice(before.length + Buffer.byteLength(name));
    if (!/[0-9A-Za-uw-z.]/.test(before) && !/[0-9A-Za-z+-]/.test(behind)) return lineAt(bytes, start, at);
  }
  return undefined;
}

function lineAt(bytes: Uint8Array, start: number, at: number): number {
  let line = 1;
  for (let i = start; i < at; i++) if (bytes[i] === 10 || (bytes[i] === 13 && bytes[i + 1] !== 10)) line++;
  return line;
}
