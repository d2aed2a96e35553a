import { invalid } from "@release-actions/action";
import { quote } from "@release-actions/text";

declare const objectId: unique symbol;
declare const fullRef: unique symbol;

/** The ID of a git object: 40 (SHA-1) or 64 (SHA-256) lowercase hex digits. */
export type ObjectId = string & { readonly [objectId]: true };

/** A full ref name, `refs/…`, well-formed according to git-check-ref-format(1). */
export type FullRef = string & { readonly [fullRef]: true };

const MAX_REF_BYTES = 244;

/** Whether the text is a full object ID. */
export function isObjectId(text: string): text is ObjectId {
  return text.length <= 64 && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
}

/**
 * Checks a full object ID. Throws `invalid` for one that is shorter, longer or in upper case: it could also name a ref.
 */
export function objectIdOf(text: string, what = "object id"): ObjectId {
  if (isObjectId(text)) return text;
  throw invalid(`${quote(text)} is not a full ${what}`, {
    remedy: "Give all 40 (or 64) hex digits in lower case, as `git rev-parse` prints them.",
  });
}

/** `refs/tags/<name>` for a tag's short name. Throws `invalid` if it is not well-formed. */
export function tagRef(name: string): FullRef {
  return refBelow("refs/tags/", name, "tag");
}

/** `refs/heads/<name>` for a branch's short name. Throws `invalid` if it is not well-formed. */
export function branchRef(name: string): FullRef {
  return refBelow("refs/heads/", name, "branch");
}

/** Checks a full ref name. Throws `invalid` if it is not well-formed. */
export function fullRefOf(text: string): FullRef {
  const fault = text.startsWith("refs/") ? refFault(text) : "does not begin with refs/";
  if (fault === undefined) return text as FullRef;
  throw invalid(`${quote(text)} is not a full ref name: it ${fault}`, {
    remedy: "Give it as refs/tags/<tag> or refs/heads/<branch>.",
  });
}

function refBelow(prefix: string, name: string, what: string): FullRef {
  const fault = name.startsWith("-") ? "begins with a dash" : refFault(prefix + name);
  if (fault === undefined) return (prefix + name) as FullRef;
  throw invalid(`${quote(name)} is not a ${what} name: it ${fault}`, {
    remedy: `Give the ${what}'s name as git lists it, without ${prefix}.`,
  });
}

/** Checks a path inside the repository: relative to its root, with forward slashes, not into .git. Throws `invalid`. */
export function repositoryPath(path: string): string {
  const parts = path.split("/");
  const fault =
    path === "" || path.length > 4096
      ? "is empty or too long"
      : path.includes("\0")
        ? "contains a NUL"
        : parts.some((part) => part === "" || part === "." || part === "..")
          ? 'has an empty part, "." or ".."'
          : parts.some((part) => part.toLowerCase() === ".git")
            ? "leads into .git"
            : undefined;
  if (fault === undefined) return path;
  throw invalid(`${quote(path)} is not a path inside the repository: it ${fault}`, {
    remedy: "Give the path from the repository's top, such as docs/guide.md.",
  });
}

/** Why git-check-ref-format(1) rejects a ref name, to be read after "it "; undefined if it does not. */
export function refFault(ref: string): string | undefined {
  if (Buffer.byteLength(ref) > MAX_REF_BYTES) return `is longer than ${MAX_REF_BYTES} bytes`;

  const forbidden = /[\u0000-\u0020\u007f~^:?*[\\]/.exec(ref);
  if (forbidden !== null) return `contains ${JSON.stringify(forbidden[0])}`;
  if (!ref.isWellFormed()) return "is not valid Unicode";
  if (ref.includes("..")) return 'contains ".."';
  if (ref.includes("@{")) return 'contains "@{"';
  if (ref.endsWith(".")) return "ends in a dot";
  for (const part of ref.split("/")) {
    if (part === "") return "has an empty part between slashes";
    if (part.startsWith(".")) return "has a part that begins with a dot";
    if (part.endsWith(".lock")) return 'has a part that ends in ".lock"';
  }
  return undefined;
}
