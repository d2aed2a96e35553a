import { encodedPath } from "../options.ts";

/**
 * A hidden line at the end of a description: `<!-- release-actions: NAME key=value key=value -->`. A later run finds
 * its own merge requests by it. It proves nothing, since anyone can write or copy it.
 */

const MAX_LENGTH = 4_000;

/** Writes the line. Throws an Error for a value that would end it. */
export function hiddenLine(name: string, fields: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(fields).map(([key, value]) => `${key}=${value}`);
  const fault = pairs.find((pair) => /\s|-->/.test(pair));
  if (fault !== undefined) throw new Error(`a hidden line cannot hold ${JSON.stringify(fault)}`);
  return `${startOf(name)}${pairs.join(" ")}${END}`;
}

/** The fields of the last such line, unchecked; undefined if the description has none. */
export function readHiddenLine(description: string, name: string): ReadonlyMap<string, string> | undefined {
  const start = description.lastIndexOf(startOf(name));
  const end = description.indexOf(END, start);
  if (start < 0 || end < 0 || end - start > MAX_LENGTH) return undefined;
  const pairs = description.slice(start + startOf(name).length, end).split(" ");
  return new Map(pairs.map((pair) => [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)]));
}

/**
 * A key of title and description without the hidden line: 12 hexadecimal digits. It stays the same when GitLab changes
 * line ends or removes blank lines, and differs once someone has edited either.
 */
export async function textKey(title: string, description: string, name: string): Promise<string> {
  const start = description.lastIndexOf(startOf(name));
  const body = start < 0 ? description : description.slice(0, start);
  return shortDigest(JSON.stringify([title.trim(), body.replaceAll("\r\n", "\n").trim()]));
}

/** The first 12 hexadecimal digits of a text's SHA-256. */
export async function shortDigest(text: string): Promise<string> {
  const { createHash } = await import("node:crypto");
  return createHash("sha256").update(text).digest("hex").slice(0, 12);
}

/** A path as a value: no character of it ends the line or the field. GitLab's search finds it as it is written. */
export function pathValue(path: string): string {
  return encodedPath(path.split("/"));
}

/** The path of a value; undefined for any other text. */
export function readPathValue(text: string): string | undefined {
  try {
    return text === "" ? undefined : decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

const END = " -->";

function startOf(name: string): string {
  return `<!-- release-actions: ${name} `;
}
