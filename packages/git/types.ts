import type { Io, NetworkSettings } from "@release-actions/action";
import type { FullRef, ObjectId } from "./names.ts";

/** What every git process needs from the host. Times are in milliseconds. */
export interface GitOptions {
  /** The environment of git, in addition to what this package sets: `host.childEnvironment`. */
  readonly environment: Readonly<Record<string, string>>;
  /** A private directory (mode 0700) that the host removes at the end: `host.temporary`. */
  readonly temporary: string;
  readonly signal?: AbortSignal;
  readonly io?: Io;
  /** Proxies and certificate authorities for https remotes: `host.network`. */
  readonly network?: NetworkSettings;
  /** Time limit for one local git process. Default: 60 s. */
  readonly localTimeout?: number;
  /** Time limit for one git process that contacts a remote. Default: 10 minutes. */
  readonly networkTimeout?: number;
}

export interface OpenOptions extends GitOptions {
  /** Absolute path of a directory inside the repository. */
  readonly directory: string;
  /**
   * Accepts that `directory` belongs to another user (a container job on a mounted workspace). Only for a directory
   * that the host itself named, the top of the work tree; only this one path is accepted, never `*`.
   */
  readonly acceptOwner?: boolean;
}

export type ObjectType = "commit" | "tag" | "tree" | "blob";

export interface GitObject {
  readonly id: ObjectId;
  readonly type: ObjectType;
}

/** The kind of a tag's signature; x509 is written by gitsign. */
export type SignatureKind = "ssh" | "openpgp" | "x509" | "other";

export interface TagEntry {
  /** Without `refs/tags/`. */
  readonly name: string;
  /** The tag object of an annotated tag, the commit of a lightweight one. */
  readonly id: ObjectId;
  readonly annotated: boolean;
  /** The commit, peeled through any number of tags; undefined for a tag of a tree or a blob. */
  readonly commit: ObjectId | undefined;
}

export interface Tag extends TagEntry {
  /** The type of the peeled object. */
  readonly targetType: ObjectType;
  /** The name in the tag object itself, which differs from `name` if the ref was renamed. */
  readonly statedName?: string;
  /** The tagger's name. The email address is left out; it proves nothing. */
  readonly tagger?: string;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly date?: number;
  /** Without the signature. */
  readonly message?: string;
  readonly signature?: SignatureKind;
  /** Whether the tag object has a signature of any kind, valid or not. */
  readonly signed: boolean;
}

/** A tag with HEAD and the shallow flag, read by two parallel processes. */
export interface TagInspection {
  readonly tag: Tag | undefined;
  readonly head: ObjectId | undefined;
  readonly shallow: boolean;
}

export interface Commit {
  readonly id: ObjectId;
  readonly parents: readonly ObjectId[];
  readonly author: string;
  /** Only with the option `emails`. */
  readonly authorEmail?: string;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly authorDate: number;
  readonly committerDate: number;
  readonly subject: string;
  /** Everything after the subject, including trailers. */
  readonly body: string;
}

/**
 * - ahead: the commit builds on the other one, or is the same
 * - behind: the other one builds on it
 * - diverged: each has commits that the other lacks
 * - unknown: not known because of a shallow boundary or a missing commit; never treated as any of the others
 */
export type Relation = "ahead" | "behind" | "diverged" | "unknown";

export interface LogOptions {
  /** Excluded, with everything reachable from it. Default: nothing is excluded. */
  readonly from?: ObjectId | FullRef;
  readonly to: ObjectId | FullRef;
  /** Only commits that touch these paths, relative to the repository's root; never patterns. */
  readonly paths?: readonly string[];
  /** Maximum number of commits, newest first. Default: 10,000. */
  readonly limit?: number;
  readonly emails?: boolean;
}

export interface History {
  readonly commits: readonly Commit[];
  /** False if a shallow boundary cuts the range, so that commits may be missing. */
  readonly complete: boolean;
  /** Whether `limit` cut the list. */
  readonly truncated: boolean;
}

export interface VerifyOptions {
  /** Path of an allowed signers file (ssh-keygen(1)) that the tagged commit does not control. */
  readonly allowedSigners?: string;
  /** GnuPG home directory with the trusted public keys. Default: OpenPGP signatures are not verified. */
  readonly gnupgHome?: string;
}

export interface Verification {
  /**
   * - good: made by a trusted key, and the tag is unaltered
   * - unsigned: no signature, or no tag object that could carry one
   * - untrusted: a well-formed signature by a key that is unknown, expired or revoked
   * - bad: the signature does not match the tag
   * - unverifiable: this kind cannot be verified here (gitsign, or no trusted keys of this kind)
   */
  readonly state: "good" | "unsigned" | "untrusted" | "bad" | "unverifiable";
  /** The principal in the allowed signers file, or the OpenPGP user ID. */
  readonly signer?: string;
  /** `SHA256:…` for SSH, the fingerprint for OpenPGP. */
  readonly key?: string;
  /** Why, for every state but good. */
  readonly reason?: string;
}

/**
 * Credentials of a remote. A helper passes them to git from an inherited file that is already unlinked; they are never
 * in arguments, the environment or a configuration.
 */
export interface Credential {
  /** `x-access-token` on GitHub, `oauth2` or `gitlab-ci-token` on GitLab. */
  readonly username: string;
  readonly secret: string;
}

/** A remote repository: https, or http on loopback; file only if `allowFile` is set. */
export interface Remote {
  readonly url: string;
  readonly credential?: Credential;
  /** Also allows an absolute path or a file: URL. */
  readonly allowFile?: boolean;
}

export interface RemoteRef {
  /** The full ref name. */
  readonly name: FullRef;
  readonly id: ObjectId;
  /** The object that an annotated tag leads to. */
  readonly peeled?: ObjectId;
}

export interface Identity {
  readonly name: string;
  readonly email: string;
}

export type Signing =
  | { readonly format: "ssh"; /** The private key's file. */ readonly key: string }
  | { readonly format: "openpgp"; readonly key: string; readonly gnupgHome: string };

/** A file to commit. A path alone: its content in the work tree, without git's filters. */
export type FileChange = string | { readonly path: string; readonly bytes: Uint8Array };

export interface CommitRequest {
  /** Exactly the files that the commit changes, relative to the repository's root. */
  readonly paths: readonly FileChange[];
  readonly message: string;
  readonly author: Identity;
  /** Milliseconds since 1970-01-01 UTC. Default: now. */
  readonly date?: number;
  readonly sign?: Signing;
  /** The branch that moves. Default: the one that HEAD is on. */
  readonly branch?: FullRef;
  /** The commit that the change is based on. If the branch is at another one by now, nothing is committed. */
  readonly parent?: ObjectId;
  /** Allows changes to workflow and pipeline definitions. */
  readonly allowPipelineFiles?: boolean;
}

export interface CommitResult {
  readonly id: ObjectId;
  /** False if all files already had this content; `id` is then the existing commit. */
  readonly changed: boolean;
}

export interface TagRequest {
  readonly name: string;
  readonly target: ObjectId;
  readonly message: string;
  readonly tagger: Identity;
  readonly date?: number;
  readonly sign?: Signing;
}

export interface TagResult {
  readonly tag: Tag;
  readonly created: boolean;
}

export interface PushUpdate {
  readonly ref: FullRef;
  /** The new value. */
  readonly id: ObjectId;
  /** What the ref must be on the remote; otherwise nothing is written. */
  readonly expect: ObjectId | "absent";
  /** A commit that the remote has: the changes of the commits since then are checked. */
  readonly base?: ObjectId;
}

export interface PushRequest extends Remote {
  readonly updates: readonly PushUpdate[];
  /** Such as `merge_request.create`; one line each. */
  readonly options?: readonly string[];
  /** All updates or none, if the server supports it. */
  readonly atomic?: boolean;
  /** Lets a branch lose commits. */
  readonly allowRewind?: boolean;
  /**
   * Negotiates with the remote which commits it has, so that a partial clone need not have them: needed if the remote's
   * refs may have moved since the clone. Costs requests; "on retry" only after a failed push.
   */
  readonly negotiate?: "at once" | "on retry";
  /** Allows commits that change workflow and pipeline definitions. */
  readonly allowPipelineFiles?: boolean;
}

export interface PushedRef {
  readonly ref: FullRef;
  /**
   * - pushed: this run wrote it
   * - unchanged: the remote had this value before
   * - adopted: the reply was lost, and the remote has the value
   * - stale: the remote did not have the expected value; nothing was written
   * - rejected: the server rejected it; `reason` says why
   */
  readonly state: "pushed" | "unchanged" | "adopted" | "stale" | "rejected";
  readonly reason?: string;
}

export interface PushResult {
  readonly refs: readonly PushedRef[];
  /** The server's messages (`remote:` lines): untrusted text, with secrets removed. */
  readonly messages: readonly string[];
}

export interface CloneOptions extends GitOptions, Remote {
  /** The branch or tag to clone. */
  readonly ref: FullRef;
  /** Number of commits of history. Default: all of it. */
  readonly depth?: number;
  /** Objects that are fetched only when needed: blobs, or trees as well (history alone). */
  readonly filter?: "blob:none" | "tree:0";
  /** Directories to check out. Default: no work tree; use readFile and commit content directly. */
  readonly sparse?: readonly string[];
  /** Maximum size of the clone's objects in bytes. Default: 1 GiB. */
  readonly maxBytes?: number;
}

export interface HistoryOptions extends GitOptions, Remote {
  /** Short names of branches. The first one that the remote has is cloned. */
  readonly branches: readonly string[];
}

/** The whole history of one branch, without its files. */
export interface ClonedHistory {
  readonly repository: Repository;
  readonly branch: FullRef;
}

export interface WorkTreeOptions extends CloneOptions {
  /** Absolute path of the work tree, which must not exist yet. */
  readonly directory: string;
}

/** A clone that is checked out in the caller's directory. */
export interface WorkTree {
  readonly commit: ObjectId;
  /** Applies a unified diff to the files and the index. Throws GitError if it does not apply. */
  apply(diff: string): Promise<void>;
}

/**
 * A local repository. Every method runs git and throws GitError if git fails, `undecided` if it exceeds its time limit
 * or something is missing from a partial history, and `interrupted` after a signal.
 */
export interface Repository {
  /** Absolute path of the top of the work tree. */
  directory(): Promise<string>;
  isShallow(): Promise<boolean>;
  /** The commit of HEAD; undefined on a branch without commits. */
  head(): Promise<ObjectId | undefined>;
  /** The branch of HEAD; undefined if it is detached. */
  headBranch(): Promise<FullRef | undefined>;
  /** The object of a full ref or an ID, unpeeled; undefined if it does not exist. */
  resolve(name: ObjectId | FullRef): Promise<GitObject | undefined>;
  /** The commit that a ref or an ID leads to. Throws `refused` for a tag of a tree or a blob. */
  peel(name: ObjectId | FullRef): Promise<ObjectId>;
  /** All about one tag; undefined if it does not exist. `name` is without `refs/tags/`. */
  tag(name: string): Promise<Tag | undefined>;
  /** tag(), head() and isShallow() in two parallel processes. */
  inspectTag(name: string): Promise<TagInspection>;
  tags(): Promise<readonly TagEntry[]>;
  /** "unknown" if a shallow boundary or a missing object hides the answer; never treated as "no". */
  isAncestor(ancestor: ObjectId | FullRef, descendant: ObjectId | FullRef): Promise<"yes" | "no" | "unknown">;
  /**
   * Whether a ref below one of these prefixes, such as `refs/tags/`, leads to the commit; "unknown" if a shallow
   * boundary hides the answer.
   */
  isReachable(commit: ObjectId, prefixes: readonly string[]): Promise<"yes" | "no" | "unknown">;
  /** How `to` relates to `from`: see `Relation`. */
  relation(from: ObjectId | FullRef, to: ObjectId | FullRef): Promise<Relation>;
  log(options: LogOptions): Promise<History>;
  /**
   * Content of a regular file in a commit; undefined if there is none. Throws `invalid` for anything else or larger.
   */
  readFile(commit: ObjectId, path: string, maxBytes: number): Promise<Buffer | undefined>;
  verifyTag(name: string, options: VerifyOptions): Promise<Verification>;
  /** The refs of a remote with exactly these names; a name that ends in a slash means all refs below it. */
  remoteRefs(remote: Remote, names: readonly string[]): Promise<readonly RemoteRef[]>;
  /**
   * Fetches a tag from the remote into a private place; tag(), inspectTag() and verifyTag() then return that one. For
   * checkouts that have replaced an annotated tag with its commit. Undefined if the remote does not have the tag.
   */
  fetchTag(remote: Remote, name: string): Promise<Tag | undefined>;
  /** Paths that differ from HEAD in the index or the work tree, including untracked ones, relative to the top. */
  changedFiles(): Promise<readonly string[]>;
  /**
   * Paths that differ between the work tree and the merge base of HEAD and `name`, relative to the top. Undefined if
   * the merge base is not in this clone, as in a shallow one.
   */
  changedSince(name: ObjectId | FullRef): Promise<readonly string[] | undefined>;
  commit(request: CommitRequest): Promise<CommitResult>;
  /**
   * Creates an annotated tag. An existing one at the same commit with the same message is kept; throws `refused` for
   * any other.
   */
  createTag(request: TagRequest): Promise<TagResult>;
  /** Pushes each ref under a lease on its expected value, never by force. Returns what became of each. */
  push(request: PushRequest): Promise<PushResult>;
}
