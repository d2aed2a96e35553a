import { problem } from "./api-replies.ts";
import { type Answer, type Exchange, json } from "./exchange.ts";
import { isAlive, type Repository, type TagState } from "./store.ts";

/** `…/tag/`: the history of a repository's tags, dead ones too unless told otherwise, newest first. */
export function listTags({ url, store, origin }: Exchange, repository: Repository): Answer {
  const query = url.searchParams;
  const now = store.now();
  const page = Math.max(1, integer(query.get("page"), 1));
  const limit = Math.min(100, Math.max(1, integer(query.get("limit"), 50)));
  const wanted = query.get("specificTag") ?? "";
  const filter = filterOf(query.get("filter_tag_name") ?? "");
  if (filter === undefined) return problem("invalid_request", "Unsupported syntax for filter_tag_name", origin);
  const found = repository.tags
    .filter((tag) => tag.hidden !== true && (wanted === "" || tag.name === wanted) && filter(tag.name))
    .filter((tag) => !isTrue(query.get("onlyActiveTags")) || isAlive(tag, now))
    .sort((one, other) => other.start - one.start || other.id - one.id);
  const tags = found.slice((page - 1) * limit, page * limit).map((tag) => show(tag, repository));
  return json(200, { tags, page, has_additional: found.length > page * limit });
}

function filterOf(text: string): ((name: string) => boolean) | undefined {
  if (text === "") return () => true;
  const [operation, ...rest] = text.split(":");
  const value = rest.join(":");
  if (operation === "eq") return (name) => name === value;
  if (operation === "like") return (name) => name.includes(value);
  return undefined;
}

function show(tag: TagState, { manifests }: Repository): object {
  const manifest = manifests.get(tag.digest);
  const isList = manifest?.kind === "index";
  const children = manifest?.children ?? [];
  const present = children.filter(({ digest }) => manifests.has(digest));
  return {
    name: tag.name,
    reversion: tag.reversion,
    start_ts: Math.floor(tag.start / 1000),
    ...(tag.end === undefined ? {} : { end_ts: Math.floor(tag.end / 1000) }),
    manifest_digest: tag.digest,
    is_manifest_list: isList,
    size: isList ? null : (manifest?.layers ?? []).reduce((sum, { size }) => sum + size, 0),
    last_modified: dateOf(tag.start),
    ...(tag.end === undefined ? {} : { expiration: dateOf(tag.end) }),
    ...(!isList
      ? {}
      : {
          is_sparse: present.length < children.length,
          child_manifest_count: children.length,
          present_child_count: present.length,
          child_manifests_presence: Object.fromEntries(children.map(({ digest }) => [digest, manifests.has(digest)])),
        }),
  };
}

/** RFC 2822, as Python's email.utils writes it. */
function dateOf(time: number): string {
  return new Date(time).toUTCString().replace("GMT", "-0000");
}

function integer(text: string | null, otherwise: number): number {
  return text !== null && /^-?\d{1,9}$/.test(text) ? Number(text) : otherwise;
}

/** What Quay takes for true: everything but a few words. */
export function isTrue(text: string | null): boolean {
  return text !== null && !["", "0", "false", "False", "FALSE", "null"].includes(text);
}
