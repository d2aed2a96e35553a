import type { MergeRequest } from "@release-actions/forge/gitlab";
import type { Candidate } from "@release-actions/app-interface/saas-file";

/** What a merge request's hidden line says about it: the key by which a later run finds its own. */
export interface Marker {
  readonly file: string;
  /** One hash for each target, sorted. */
  readonly targets: readonly string[];
  readonly ref: string;
  /** The day in the title. */
  readonly date: string;
  /** Of title and text as they were written: they differ where people have edited them since. */
  readonly text: string;
}

const START = "<!-- release-actions: bump-appinterface-ref ";
const END = " -->";

/** A target's key: by what selects it, wherever in the file it stands. */
export async function targetKeys(candidates: readonly Candidate[]): Promise<string[]> {
  const keys = candidates.map(({ template, namespace = "", name = "" }) =>
    digest(JSON.stringify([template, namespace, name])),
  );
  return (await Promise.all(keys)).toSorted();
}

export function writeMarker({ file, targets, ref, date, text }: Marker): string {
  return `${START}file=${encoded(file)} targets=${targets.join(",")} ref=${ref} date=${date} text=${text}${END}`;
}

/** What GitLab's search finds the merge requests for a file by. */
export function searchText(file: string): string {
  return encoded(file);
}

/** Undefined for a merge request without one. The line proves nothing: anybody can write it. */
export function readMarker(description: string): Marker | undefined {
  const start = description.lastIndexOf(START);
  const end = description.indexOf(END, start);
  if (start < 0 || end < 0 || end - start > 4_000) return undefined;
  const pairs = description.slice(start + START.length, end).split(" ");
  const fields = new Map(pairs.map((pair) => [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)]));
  const field = (name: string, pattern: RegExp): string | undefined => {
    const value = fields.get(name);
    return value !== undefined && pattern.test(value) ? value : undefined;
  };
  const file = decoded(fields.get("file") ?? "");
  const targets = field("targets", /^[0-9a-f,]{12,3000}$/);
  const ref = field("ref", /^[0-9a-f]{40}$/);
  const date = field("date", /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/);
  const text = field("text", /^[0-9a-f]{12}$/);
  if (file === undefined || targets === undefined || ref === undefined || date === undefined || text === undefined)
    return undefined;
  return { file, targets: targets.split(","), ref, date, text };
}

/** The text without its marker, as a hash with the title. GitLab may change line ends and takes blank lines away. */
export async function textKey(title: string, description: string): Promise<string> {
  const start = description.lastIndexOf(START);
  const body = start < 0 ? description : description.slice(0, start);
  return digest(JSON.stringify([title.trim(), body.replaceAll("\r\n", "\n").trim()]));
}

/** Whether title and text are still as a run wrote them. */
export async function isUntouched({ title, description }: MergeRequest, { text }: Marker): Promise<boolean> {
  return (await textKey(title, description)) === text;
}

/** So that no path ends the comment or the field. */
function encoded(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}

function decoded(path: string): string | undefined {
  try {
    return path === "" ? undefined : decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

async function digest(text: string): Promise<string> {
  const { createHash } = await import("node:crypto");
  return createHash("sha256").update(text).digest("hex").slice(0, 12);
}
