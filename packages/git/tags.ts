import { undecided } from "@release-actions/action";

import { isObjectId, objectIdOf, tagRef } from "./names.ts";
import type { ObjectId } from "./names.ts";
import { describeObjects, headCommit, readObjects } from "./objects.ts";
import type { ReadObject } from "./objects.ts";
import { isShallow } from "./place.ts";
import type { Context } from "./place.ts";
import type { GitObject, ObjectType, SignatureKind, Tag, TagEntry, TagInspection } from "./types.ts";

export async function inspectTag(context: Context, name: string): Promise<TagInspection> {
  const fetched = context.fetched.get(name);
  if (fetched !== undefined) {
    const [shallow, head] = await Promise.all([isShallow(context), headCommit(context)]);
    return { tag: fetched.tag, head, shallow };
  }
  const ref = tagRef(name);
  const [shallow, objects] = await Promise.all([
    isShallow(context),
    readObjects(context, [ref, `${ref}^{commit}`, "HEAD^{commit}"]),
  ]);
  const [object, commit, head] = objects;
  return { tag: await tagOf(context, name, object, commit), head: head?.id, shallow };
}

export async function tag(context: Context, name: string): Promise<Tag | undefined> {
  const fetched = context.fetched.get(name);
  if (fetched !== undefined) return fetched.tag;
  const ref = tagRef(name);
  const [object, commit] = await readObjects(context, [ref, `${ref}^{commit}`]);
  return tagOf(context, name, object, commit);
}

/**
 * The ref's own object decides: another process may move the tag between two reads of its name. Reads on, by id,
 * only where the commit found by name is not the one that the object names itself.
 */
async function tagOf(
  context: Context,
  name: string,
  object: ReadObject | undefined,
  commit: GitObject | undefined,
): Promise<Tag | undefined> {
  if (object === undefined) return undefined;
  if (object.type !== "tag") return describeTag(name, object, object);
  const target = /^object ([0-9a-f]+)\ntype commit\n/.exec(object.content.toString("latin1", 0, 100))?.[1];
  if (commit !== undefined && commit.id === target) return describeTag(name, object, commit);
  const [end] = await describeObjects(context, [`${object.id}^{}`]);
  if (end !== undefined) return describeTag(name, object, end);
  throw undecided(`the tag ${name} leads to an object that is not in this repository`, {
    remedy: "Fetch it first; for the whole history, set fetch-depth: 0 in actions/checkout (GitLab: GIT_DEPTH: 0).",
  });
}

/** @param end what the tag leads to in the end */
export function describeTag(name: string, object: GitObject | ReadObject, end: GitObject): Tag {
  const entry = {
    name,
    id: object.id,
    commit: end.type === "commit" ? end.id : undefined,
    targetType: end.type,
  };
  if (object.type !== "tag" || !("content" in object)) return { ...entry, annotated: false, signed: false };
  const parsed = parseTagObject(object.content);
  return { ...entry, ...parsed, annotated: true, signed: parsed.signature !== undefined };
}

/** The fields of a tag object; see gitformat-signature for where a signature begins. */
export function parseTagObject(content: Buffer): Pick<Tag, "statedName" | "tagger" | "date" | "message" | "signature"> {
  const text = content.toString("utf8");
  const end = text.indexOf("\n\n");
  const header = end < 0 ? text : text.slice(0, end);
  const body = end < 0 ? "" : text.slice(end + 2);
  const lines = header.split("\n");
  const stated = lines.find((line) => line.startsWith("tag "))?.slice(4);
  const tagger = parseTagger(lines.find((line) => line.startsWith("tagger "))?.slice("tagger ".length));
  const start = signatureStart(body);
  return {
    ...(stated === undefined ? {} : { statedName: stated }),
    ...tagger,
    message: start === undefined ? body : body.slice(0, start),
    ...(start === undefined ? {} : { signature: signatureKind(body.slice(start)) }),
  };
}

/** `Name <address> seconds zone`; searched from the ends, since a name may hold anything. */
function parseTagger(line = ""): Pick<Tag, "tagger" | "date"> {
  const open = line.indexOf("<");
  const close = line.lastIndexOf("> ");
  if (open < 0 || close < open) return {};
  const seconds = Number.parseInt(line.slice(close + 2, close + 22), 10);
  return { tagger: line.slice(0, open).trim(), ...(Number.isSafeInteger(seconds) ? { date: seconds * 1000 } : {}) };
}

/** git takes the last line that begins an armour as the signature's first, as gpg-interface.c does. */
function signatureStart(body: string): number | undefined {
  let found: number | undefined;
  for (let at = 0; at < body.length;) {
    const next = body.indexOf("\n", at);
    if (body.startsWith("-----BEGIN ", at) && ARMOURS.some(([begin]) => body.startsWith(begin, at))) found = at;
    at = next < 0 ? body.length : next + 1;
  }
  return found;
}

const ARMOURS: readonly (readonly [begin: string, kind: SignatureKind])[] = [
  ["-----BEGIN SSH SIGNATURE-----", "ssh"],
  ["-----BEGIN PGP SIGNATURE-----", "openpgp"],
  ["-----BEGIN PGP MESSAGE-----", "openpgp"],
  ["-----BEGIN SIGNED MESSAGE-----", "x509"],
];

function signatureKind(signature: string): SignatureKind {
  return ARMOURS.find(([begin]) => signature.startsWith(begin))?.[1] ?? "other";
}

const TAG_FIELDS = ["refname", "objectname", "objecttype", "*objectname", "*objecttype"];

/** All tags by one process; a second one only where tags lead to tags. */
export async function tags(context: Context): Promise<readonly TagEntry[]> {
  const { stdout } = await context.git({
    command: "for-each-ref",
    options: [`--format=${TAG_FIELDS.map((field) => `%(${field})`).join("%00")}`],
    values: ["refs/tags/"],
    maxOutput: 256 * 1024 * 1024,
  });
  const rows = stdout
    .toString("utf8")
    .split("\n")
    .slice(0, -1)
    .map((line) => line.split("\0"));
  const nested = rows.filter(([, , type, , target]) => type === "tag" && target === "tag").map(([, id = ""]) => id);
  const ends = await describeObjects(
    context,
    nested.map((id) => `${id}^{}`),
  );
  const endOf = new Map(nested.map((id, index) => [id, ends[index]]));
  return rows.map(([ref = "", id = "", type = "", target = "", targetType = ""]) => {
    const annotated = type === "tag";
    const end = endOf.get(id) ?? { id: annotated ? target : id, type: (annotated ? targetType : type) as ObjectType };
    return { name: ref.slice("refs/tags/".length), id: objectIdOf(id), annotated, commit: commitId(end) };
  });
}

function commitId(end: { readonly id: string; readonly type: ObjectType }): ObjectId | undefined {
  return end.type === "commit" && isObjectId(end.id) ? end.id : undefined;
}
