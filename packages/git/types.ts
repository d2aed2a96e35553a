import type { Io, NetworkSettings } from "@release-actions/action";
import type { FullRef, ObjectId } from "./names.ts";

/** What every use of git needs from its host. */
export interface GitOptions {
  /** The whole environment that git is given, next to what this package sets: `host.childEnvironment`. */
  readonly environment: Readonly<Record<string, string>>;
  /** A private directory (0700) that the host removes at the end: `host.temporary`. */
  readonly temporary: string;
  readonly signal?: AbortSignal;
  readonly io?: Io;
  /** Proxies and certificate authorities for https remotes: `host.network`. */
  readonly network?: NetworkSettings;
  /** Milliseconds for one local git process; 60 s by default. */
  readonly localTimeout?: number;
  /** Milliseconds for one git process that talks to a remote; 10 min by default. */
  readonly networkTimeout?: number;
}

export interface OpenOptions extends GitOptions {
  /** A directory inside the repository, absolute. */
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

/** Which kind of signature a tag carries; x509 is what gitsign writes. */
export type SignatureKind = "ssh" | "openpgp" | "x509" | "other";

export interface TagEntry {
  /** Without `refs/tags/`. */
  readonly name: string;
  /** The tag object for an annotated tag, the commit for a lightweight one. */
  readonly id: ObjectId;
  readonly annotated: boolean;
  /** The commit in the end, through any number of tags; undefined for a tag of a tree or a blob. */
  readonly commit: ObjectId | undefined;
}

export interface Tag extends TagEntry {
  /** What the tag leads to in the end. */
  readonly targetType: ObjectType;
  /** The name that the tag object itself carries: not the same as `name` when the ref was renamed. */
  readonly statedName?: string;
  /** The tagger's name; an e-mail address is not evidence and stays out. */
  readonly tagger?: string;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly date?: number;
  /** Without the signature. */
  readonly message?: string;
  readonly signature?: SignatureKind;
  /** True where the tag object carries a signature of any kind; says nothing about its validity. */
  readonly signed: boolean;
}

/** The local answers about one tag, from two processes side by side. */
export interface TagInspection {
  readonly tag: Tag | undefined;
  readonly head: ObjectId | undefined;
  readonly shallow: boolean;
}

export interface Commit {
  readonly id: ObjectId;
  readonly parents: readonly ObjectId[];
  readonly author: string;
  /** Only on request. */
  readonly authorEmail?: string;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly authorDate: number;
  readonly committerDate: number;
  readonly subject: string;
  /** Everything after the subject, trailers too. */
  readonly body: string;
}

/**
 * - ahead: the commit builds on the other one, or is the same
 * - behind: the other one builds on it
 * - diverged: each has commits that the other lacks
 * - unknown: a shallow boundary or a missing commit leaves it open; never read as any of the others
 */
export type Relation = "ahead" | "behind" | "diverged" | "unknown";

export interface LogOptions {
  /** Excluded, with all that it reaches. Undefined: from the beginning. */
  readonly from?: ObjectId | FullRef;
  readonly to: ObjectId | FullRef;
  /** From the repository's top; literal, never patterns. */
  readonly paths?: readonly string[];
  /** At most so many commits, the newest first; 10,000 by default. */
  readonly limit?: number;
  readonly emails?: boolean;
}

export interface History {
  readonly commits: readonly Commit[];
  /** False when a shallow boundary cuts the range: commits may be missing. */
  readonly complete: boolean;
  /** True when `limit` cut the list. */
  readonly truncated: boolean;
}

export interface VerifyOptions {
  /** An OpenSSH allowed signers file from a place that the tagged commit does not control. */
  readonly allowedSigners?: string;
  /** A GnuPG home holding the trusted public keys. Without it no OpenPGP signature is checked. */
  readonly gnupgHome?: string;
}

export interface Verification {
  /**
   * - good: made by a key of the given trust, and unaltered
   * - unsigned: no signature, or no tag object that could carry one
   * - untrusted: a well-formed signature by a key that is unknown, expired or revoked
   * - bad: the signature does not match the tag
   * - unverifiable: this kind cannot be checked here (gitsign, or no keys were given for its kind)
   */
  readonly state: "good" | "unsigned" | "untrusted" | "bad" | "unverifiable";
  /** The principal of the allowed signers file, or the OpenPGP user id. */
  readonly signer?: string;
  /** `SHA256:…` for SSH, the fingerprint for OpenPGP. */
  readonly key?: string;
  /** In words, for every state but good. */
  readonly reason?: string;
}

/** Given to git by a helper that reads an inherited, already unlinked file; never in argv, environment or a config. */
export interface Credential {
  /** `x-access-token` on GitHub, `oauth2` or `gitlab-ci-token` on GitLab. */
  readonly username: string;
  readonly secret: string;
}

/** A remote repository: https, or http on loopback; file only where the caller allows it. */
export interface Remote {
  readonly url: string;
  readonly credential?: Credential;
  /** Takes an absolute path or a file: URL too. */
  readonly allowFile?: boolean;
}

export interface RemoteRef {
  /** The full name. */
  readonly name: FullRef;
  readonly id: ObjectId;
  /** What an annotated tag leads to. */
  readonly peeled?: ObjectId;
}

export interface Identity {
  readonly name: string;
  readonly email: string;
}

export type Signing =
  | { readonly format: "ssh"; /** The private key's file. */ readonly key: string }
  | { readonly format: "openpgp"; readonly key: string; readonly gnupgHome: string };

/** A file to commit: a path alone means its bytes in the work tree, unfiltered. */
export type FileChange = string | { readonly path: string; readonly bytes: Uint8Array };

export interface CommitRequest {
  /** Exactly what the commit changes, from the repository's top. */
  readonly paths: readonly FileChange[];
  readonly message: string;
  readonly author: Identity;
  /** Milliseconds since 1970-01-01 UTC; now by default. */
  readonly date?: number;
  readonly sign?: Signing;
  /** The branch that moves; by default what HEAD is on. */
  readonly branch?: FullRef;
  /** The commit that the change was made for: where the branch is at another one by now, nothing is committed. */
  readonly parent?: ObjectId;
  /** Allows changes to workflow and pipeline definitions. */
  readonly allowPipelineFiles?: boolean;
}

export interface CommitResult {
  readonly id: ObjectId;
  /** False when all paths held these bytes already: `id` is then the commit that was there. */
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
  /** What the remote must hold now, or nothing is written. */
  readonly expect: ObjectId | "absent";
  /** A commit that the remote holds: what the commits since then change is checked. */
  readonly base?: ObjectId;
}

export interface PushRequest extends Remote {
  readonly updates: readonly PushUpdate[];
  /** Such as `merge_request.create`; one line each. */
  readonly options?: readonly string[];
  /** All updates or none, where the server can. */
  readonly atomic?: boolean;
  /** Lets a branch lose commits. */
  readonly allowRewind?: boolean;
  /**
   * Asks the remote which commits it has, so that a partial clone need not hold what the remote holds anyway: needed
   * where its refs may have moved on from what is here. Costs requests; "on retry" only after a push that failed.
   */
  readonly negotiate?: "at once" | "on retry";
  /** Allows commits that change workflow and pipeline definitions. */
  readonly allowPipelineFiles?: boolean;
}

export interface PushedRef {
  readonly ref: FullRef;
  /**
   * - pushed: this run wrote it
   * - unchanged: the remote held this value before
   * - adopted: the answer was lost, and the remote holds the value
   * - stale: the remote did not hold what was expected; nothing was written
   * - rejected: the server refused; `reason` says why
   */
  readonly state: "pushed" | "unchanged" | "adopted" | "stale" | "rejected";
  readonly reason?: string;
}

export interface PushResult {
  readonly refs: readonly PushedRef[];
  /** What the server said (`remote:` lines): foreign text, secrets removed. */
  readonly messages: readonly string[];
}

export interface CloneOptions extends GitOptions, Remote {
  /** The branch or tag to have, a full ref. */
  readonly ref: FullRef;
  /** Commits of history; undefined for all of it. */
  readonly depth?: number;
  /** Objects that come when they are needed: no blobs, or no trees either (history alone). */
  readonly filter?: "blob:none" | "tree:0";
  /** Directories to check out. Undefined: no work tree; read by readFile and commit bytes. */
  readonly sparse?: readonly string[];
  /** Bytes of objects that the clone may take; 1 GiB by default. */
  readonly maxBytes?: number;
}

export interface HistoryOptions extends GitOptions, Remote {
  /** Short names of branches. The first that the remote has is cloned. */
  readonly branches: readonly string[];
}

/** The whole history of one branch, without its files. */
export interface ClonedHistory {
  readonly repository: Repository;
  readonly branch: FullRef;
}

export interface WorkTreeOptions extends CloneOptions {
  /** Where the work tree goes: absolute, and not there yet. */
  readonly directory: string;
}

/** A clone that is checked out in a directory of the caller's. */
export interface WorkTree {
  readonly commit: ObjectId;
  /** Applies a unified diff to the files and the index. Throws GitError where it does not fit. */
  apply(diff: string): Promise<void>;
}

export interface Repository {
  /** The top of the work tree. */
  directory(): Promise<string>;
  isShallow(): Promise<boolean>;
  /** The commit HEAD is on; undefined on a branch without commits. */
  head(): Promise<ObjectId | undefined>;
  /** The branch HEAD is on; undefined when detached. */
  headBranch(): Promise<FullRef | undefined>;
  /** What a full ref or an id names, unpeeled. */
  resolve(name: ObjectId | FullRef): Promise<GitObject | undefined>;
  /** The commit in the end. Refuses a tag of a tree or a blob. */
  peel(name: ObjectId | FullRef): Promise<ObjectId>;
  /** One tag in full. `name` without `refs/tags/`. */
  tag(name: string): Promise<Tag | undefined>;
  /** tag(), head() and isShallow() at the cost of two processes side by side. */
  inspectTag(name: string): Promise<TagInspection>;
  tags(): Promise<readonly TagEntry[]>;
  /** "unknown" where a shallow boundary or a missing object leaves it open; never read as "no". */
  isAncestor(ancestor: ObjectId | FullRef, descendant: ObjectId | FullRef): Promise<"yes" | "no" | "unknown">;
  /**
   * Whether a ref below one of these prefixes, such as `refs/tags/`, leads to a commit of this repository; "unknown"
   * where a shallow boundary leaves it open.
   */
  isReachable(commit: ObjectId, prefixes: readonly string[]): Promise<"yes" | "no" | "unknown">;
  /** How `to` relates to `from`: see `Relation`. */
  relation(from: ObjectId | FullRef, to: ObjectId | FullRef): Promise<Relation>;
  log(options: LogOptions): Promise<History>;
  /** A regular file's bytes in a commit; undefined where there is none. Refuses symlinks, submodules, larger ones. */
  readFile(commit: ObjectId, path: string, maxBytes: number): Promise<Buffer | undefined>;
  verifyTag(name: string, options: VerifyOptions): Promise<Verification>;
  /** The refs of a remote that have exactly these names, or all below a name that ends in a slash. */
  remoteRefs(remote: Remote, names: readonly string[]): Promise<readonly RemoteRef[]>;
  /**
   * Reads a tag from the remote as it is there, into a private place: the repair for a checkout that made an
   * annotated tag lightweight. From then on tag(), inspectTag() and verifyTag() answer from it. Undefined: the
   * remote has no such tag.
   */
  fetchTag(remote: Remote, name: string): Promise<Tag | undefined>;
  /** Paths that differ from HEAD in the index or the work tree, untracked ones too; from the top. */
  changedFiles(): Promise<readonly string[]>;
  /**
   * Paths that differ between the work tree and the commit where HEAD's history left that of `name`; from the top.
   * Undefined where no such commit is here, as in a shallow clone.
   */
  changedSince(name: ObjectId | FullRef): Promise<readonly string[] | undefined>;
  commit(request: CommitRequest): Promise<CommitResult>;
  /** An annotated tag. One at the same commit with the same message is left as it is; any other is refused. */
  createTag(request: TagRequest): Promise<TagResult>;
  /** Each ref under a lease on its expected value, never by force. */
  push(request: PushRequest): Promise<PushResult>;
}
