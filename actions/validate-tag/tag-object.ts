import { ActionError, type HostFacts } from "@release-actions/action";
import type { ObjectId } from "@release-actions/git";
import { fail, invalidRow, pass, skipped, unanswered, unknown, warn, type CheckRow } from "@release-actions/report";
import type { Evidence, RemoteEvidence } from "./evidence.ts";

type TagRow = CheckRow<"tag-object" | "moved" | "annotated">;

/** What the tag is, by all the evidence. */
export interface TagObject {
  /** Undefined if it is not known, or if the tag does not lead to a commit. */
  readonly commit: ObjectId | undefined;
  /** Undefined if it is not known. */
  readonly annotated: boolean | undefined;
  /** The tag is annotated at the remote, and the checkout has replaced it by its commit. */
  readonly flattened: boolean;
  readonly rows: readonly TagRow[];
}

type TagFacts = Pick<HostFacts, "kind" | "pushedTag" | "commit">;

/** Judges whether the tag exists, is still the one that was pushed, and is annotated. */
export function judgeTagObject(tag: string, evidence: Evidence, host: TagFacts, requireAnnotated: boolean): TagObject {
  const { local, remote } = evidence;
  if (local instanceof ActionError) {
    const rows = [
      unanswered("tag-object", local),
      skipped("moved", "needs the tag"),
      skipped("annotated", "needs the tag"),
    ] as const;
    return { commit: undefined, annotated: undefined, flattened: false, rows };
  }
  const ref = remote.state === "answered" ? remote.ref : undefined;
  const commit = local.tag?.commit ?? (local.tag === undefined ? (ref?.peeled ?? ref?.id) : undefined);
  const flattened = local.tag?.annotated === false && ref?.peeled !== undefined && ref.peeled === local.tag.commit;
  const annotated = isAnnotated(local.tag?.annotated, remote, flattened, host);
  return {
    commit,
    annotated,
    flattened,
    rows: [
      existenceRow(tag, evidence, host),
      movedRow(tag, evidence, host, flattened),
      annotatedRow(tag, annotated, flattened, remote, requireAnnotated),
    ],
  };
}

function existenceRow(tag: string, { local, remote }: Evidence, host: TagFacts): TagRow {
  if (local instanceof ActionError) return unanswered("tag-object", local);
  const found = local.tag;
  if (found !== undefined && found.commit === undefined) {
    const detail = `${tag} leads to a ${found.targetType}, not to a commit`;
    return fail("tag-object", detail, "delete the tag and tag a commit");
  }
  if (found?.statedName !== undefined && found.statedName !== tag) {
    const detail = `the tag object names itself ${found.statedName}, but the ref is ${tag}`;
    return fail("tag-object", detail, `create the tag again: git tag -a ${tag}`);
  }
  if (found !== undefined) return pass("tag-object", `${tag} is at ${short(found.commit)}`);
  if (remote.state === "answered" && remote.ref !== undefined)
    return warn("tag-object", `${tag} is at the remote and not in this checkout`, fetchTag(tag));
  if (remote.state === "answered" || host.kind === "terminal" || host.kind === "memory") {
    const remedy = `push it, or fetch it: git fetch origin refs/tags/${tag}:refs/tags/${tag}`;
    return fail("tag-object", `there is no tag ${tag}`, remedy);
  }
  const detail = `there is no tag ${tag} in this checkout, and the remote was not queried`;
  return unknown("tag-object", detail, fetchTag(tag));
}

/** The tag that was pushed, the tag in the checkout and the tag at the remote must be the same. */
function movedRow(tag: string, { local, remote }: Evidence, host: TagFacts, flattened: boolean): TagRow {
  if (local instanceof ActionError) return skipped("moved", "needs the tag");
  if (remote.state === "failed") {
    const { message, verdict, details } = remote.error;
    const detail = `whether ${tag} moved could not be checked at the remote: ${message}`;
    const remedy = details.remedy ?? "Run again.";
    return verdict === "invalid" ? invalidRow("moved", detail, remedy) : unknown("moved", detail, remedy);
  }
  if (remote.state === "answered" && remote.ref === undefined) {
    const remedy = `if it was not deleted on purpose: git push origin refs/tags/${tag}`;
    return fail("moved", `${tag} is not at the remote`, remedy);
  }
  const here = local.tag;
  const there = remote.state === "answered" ? remote.ref : undefined;
  const remedy = `a released tag must not move: find out who moved ${tag}, and release under a new version`;
  if (here !== undefined && there !== undefined && here.id !== there.id && !flattened) {
    const detail = `it is ${short(here.id)} in this checkout and ${short(there.id)} at the remote`;
    return fail("moved", `${tag} has moved: ${detail}`, remedy);
  }
  const now = [here?.commit, here?.id, there?.peeled, there?.id];
  const isPushed = host.pushedTag === tag && host.commit !== undefined;
  if (isPushed && now.some(Boolean) && !now.includes(host.commit as ObjectId)) {
    const place = short(here?.commit ?? there?.peeled ?? there?.id);
    const detail = `this run was started for ${short(host.commit)}, the tag is at ${place}`;
    return fail("moved", `${tag} has moved: ${detail}`, remedy);
  }
  if (there === undefined) return skipped("moved", "the remote was not queried");
  return pass("moved", `${tag} is the same at the remote`);
}

function isAnnotated(
  local: boolean | undefined,
  remote: RemoteEvidence,
  flattened: boolean,
  host: TagFacts,
): boolean | undefined {
  if (local === true || flattened) return true;
  if (remote.state === "answered") return remote.ref === undefined ? local : remote.ref.peeled !== undefined;
  const mayBeFlattened = host.kind === "github" || host.kind === "gitlab";
  return mayBeFlattened ? undefined : local;
}

function annotatedRow(
  tag: string,
  annotated: boolean | undefined,
  flattened: boolean,
  remote: RemoteEvidence,
  required: boolean,
): TagRow {
  if (flattened) {
    const detail = `${tag} is annotated, but the checkout made it lightweight here (actions/checkout before v6.0.2 does)`;
    return warn("annotated", detail, fetchTag(tag));
  }
  if (annotated === true) return pass("annotated", `${tag} is annotated`);
  if (!required)
    return skipped("annotated", annotated === undefined ? "not required" : `${tag} is lightweight; not required`);
  if (annotated === false) {
    const remedy = "create it again with a new version: git tag -a <tag> -m <message>";
    return fail("annotated", `${tag} is a lightweight tag, an annotated one is required`, remedy);
  }
  const why = remote.state === "failed" ? `: ${remote.error.message}` : "";
  const detail = `${tag} is lightweight here; it is not known whether the checkout made it so, because the remote was not queried${why}`;
  return unknown("annotated", detail, fetchTag(tag));
}

function fetchTag(tag: string): string {
  return `git fetch -f origin refs/tags/${tag}:refs/tags/${tag}`;
}

function short(id: string | undefined): string {
  return id === undefined ? "an unknown object" : id.slice(0, 12);
}
