import { ActionError, type HostFacts } from "@release-actions/action";
import type { ObjectId } from "@release-actions/git";
import type { Evidence, RemoteEvidence } from "./evidence.ts";
import { fail, pass, skipped, unanswered, unknown, warn, type Row } from "./report.ts";

/** What the tag is, by all the evidence there is. */
export interface TagObject {
  /** Undefined where it is not known, or where the tag leads to no commit. */
  readonly commit: ObjectId | undefined;
  /** Undefined where it is not known. */
  readonly annotated: boolean | undefined;
  /** The tag is annotated at the remote, and the checkout has replaced it by its commit. */
  readonly flattened: boolean;
  readonly rows: readonly Row[];
}

type Facts = Pick<HostFacts, "kind" | "pushedTag" | "commit">;

/** Judges whether the tag is there, still the one that was pushed, and annotated. */
export function judgeTagObject(tag: string, evidence: Evidence, host: Facts, requireAnnotated: boolean): TagObject {
  const { local, remote } = evidence;
  if (local instanceof ActionError) {
    const rows = [
      unanswered("tag-object", local),
      skipped("moved", "needs the tag"),
      skipped("annotated", "needs the tag"),
    ];
    return { commit: undefined, annotated: undefined, flattened: false, rows };
  }
  const ref = remote.state === "answered" ? remote.ref : undefined;
  const commit = local.tag?.commit ?? (local.tag === undefined ? (ref?.peeled ?? ref?.id) : undefined);
  const flattened = local.tag?.annotated === false && ref?.peeled !== undefined && ref.peeled === local.tag.commit;
  const annotated = annotation(local.tag?.annotated, remote, flattened, host);
  return {
    commit,
    annotated,
    flattened,
    rows: [
      existence(tag, evidence, host),
      movement(tag, evidence, host, flattened),
      annotationRow(tag, annotated, flattened, remote, requireAnnotated),
    ],
  };
}

function existence(tag: string, { local, remote }: Evidence, host: Facts): Row {
  if (local instanceof ActionError) return unanswered("tag-object", local);
  const found = local.tag;
  if (found !== undefined && found.commit === undefined) {
    return fail(
      "tag-object",
      `${tag} leads to a ${found.targetType}, not to a commit`,
      "delete the tag and tag a commit",
    );
  }
  if (found?.statedName !== undefined && found.statedName !== tag) {
    return fail(
      "tag-object",
      `the tag object calls itself ${found.statedName}, the ref is ${tag}`,
      `make the tag anew: git tag -a ${tag}`,
    );
  }
  if (found !== undefined) return pass("tag-object", `${tag} is at ${short(found.commit)}`);
  if (remote.state === "answered" && remote.ref !== undefined) {
    return warn("tag-object", `${tag} is at the remote and not in this checkout`, fetchTag(tag));
  }
  if (remote.state === "answered" || host.kind === "terminal" || host.kind === "memory") {
    return fail(
      "tag-object",
      `there is no tag ${tag}`,
      `push it, or fetch it: git fetch origin refs/tags/${tag}:refs/tags/${tag}`,
    );
  }
  return unknown("tag-object", `there is no tag ${tag} in this checkout, and the remote was not asked`, fetchTag(tag));
}

/** The tag that was pushed, the tag of the checkout and the tag at the remote must be one. */
function movement(tag: string, { local, remote }: Evidence, host: Facts, flattened: boolean): Row {
  if (local instanceof ActionError) return skipped("moved", "needs the tag");
  if (remote.state === "failed") {
    return unknown(
      "moved",
      `the remote could not be asked whether ${tag} moved: ${remote.error.message}`,
      remote.error.details.remedy ?? "Run again.",
    );
  }
  if (remote.state === "answered" && remote.ref === undefined) {
    return fail(
      "moved",
      `${tag} is not at the remote`,
      `if it was not deleted on purpose: git push origin refs/tags/${tag}`,
    );
  }
  const here = local.tag;
  const there = remote.state === "answered" ? remote.ref : undefined;
  if (here !== undefined && there !== undefined && here.id !== there.id && !flattened) {
    return fail(
      "moved",
      `${tag} has moved: it is ${short(here.id)} in this checkout and ${short(there.id)} at the remote`,
      rerun(tag),
    );
  }
  const now = [here?.commit, here?.id, there?.peeled, there?.id];
  if (
    host.pushedTag === tag &&
    host.commit !== undefined &&
    now.some(Boolean) &&
    !now.includes(host.commit as ObjectId)
  ) {
    return fail(
      "moved",
      `${tag} has moved: this run was started for ${short(host.commit)}, the tag is at ${short(here?.commit ?? there?.peeled ?? there?.id)}`,
      rerun(tag),
    );
  }
  if (there === undefined) return skipped("moved", "the remote was not asked");
  return pass("moved", `${tag} is the same at the remote`);
}

function annotation(
  local: boolean | undefined,
  remote: RemoteEvidence,
  flattened: boolean,
  host: Facts,
): boolean | undefined {
  if (local === true || flattened) return true;
  if (remote.state === "answered") return remote.ref === undefined ? local : remote.ref.peeled !== undefined;
  const mayBeFlattened = host.kind === "github" || host.kind === "gitlab";
  return mayBeFlattened ? undefined : local;
}

function annotationRow(
  tag: string,
  annotated: boolean | undefined,
  flattened: boolean,
  remote: RemoteEvidence,
  required: boolean,
): Row {
  if (flattened) {
    return warn(
      "annotated",
      `${tag} is annotated, but the checkout made it lightweight here (actions/checkout before v6.0.2 does)`,
      fetchTag(tag),
    );
  }
  if (annotated === true) return pass("annotated", `${tag} is annotated`);
  if (!required)
    return skipped("annotated", annotated === undefined ? "not required" : `${tag} is lightweight; not required`);
  if (annotated === false) {
    return fail(
      "annotated",
      `${tag} is a lightweight tag, an annotated one is required`,
      `make it anew under a new version: git tag -a <tag> -m <message>`,
    );
  }
  const why = remote.state === "failed" ? `: ${remote.error.message}` : "";
  return unknown(
    "annotated",
    `${tag} is lightweight here; whether the checkout made it so is not known, since the remote was not asked${why}`,
    fetchTag(tag),
  );
}

function fetchTag(tag: string): string {
  return `git fetch -f origin refs/tags/${tag}:refs/tags/${tag}`;
}

function rerun(tag: string): string {
  return `a released tag must not move: find out who moved ${tag}, and release under a new version`;
}

function short(id: string | undefined): string {
  return id === undefined ? "an unknown object" : id.slice(0, 12);
}
