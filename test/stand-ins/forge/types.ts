import type * as shared from "../shared/faults.ts";

/** What callers of the stand-in forge write and read. Times are milliseconds, sizes bytes. */

/** One listening address. The real services have an origin per role too, and a credential must stay on its own. */
export type Service = "github" | "github-upload" | "github-web" | "storage" | "gitlab";

export interface Token {
  value: string;
  /** The ledger's word for this token; default `token-1`, `token-2`, … */
  name?: string;
  /** `job` is a GitLab CI_JOB_TOKEN: valid in JOB-TOKEN only, and it cannot read the project. Default `personal`. */
  kind?: "personal" | "job";
  /** GitHub's `contents` permission, GitLab's role (Reporter or Developer). Default `write`. */
  contents?: "none" | "read" | "write";
  /** May create protected tags, and releases of them. Default false. */
  protectedTags?: boolean;
}

export interface TagSetup {
  /** The id that refs/tags/… holds: the tag object's, or the commit's for a lightweight tag. */
  id: string;
  /** The commit that the tag peels to. */
  commit: string;
  message?: string;
  tagger?: { name: string; email: string; date: string };
  /** GitHub's verdict on the signature. Default `{ verified: false, reason: "unsigned" }`. */
  verification?: { verified: boolean; reason: string };
}

export interface RepositorySetup {
  /** `owner/name` on GitHub, the full path (groups included) on GitLab. Both APIs serve every repository. */
  path: string;
  /** Tags held in memory, besides those of `gitDirectory`. */
  tags?: Record<string, TagSetup>;
  /** A bare repository: tags are looked up in it, and a tag that a release makes is written to it. */
  gitDirectory?: string;
  defaultBranch?: string;
  /** Head of the default branch, for tags that a release makes. Default: from `gitDirectory`, else a fixed id. */
  head?: string;
  /** GitHub: tag and assets lock at publish; deleting the release burns the tag name. */
  immutableReleases?: boolean;
  /** GitHub: publishing a draft without repeating its tag loses the tag, as any other change to a draft does. */
  tagLostAtPublish?: boolean;
  /** Patterns with `*`. GitHub: a tag ruleset that restricts creation. GitLab: protected tags. */
  protectedTags?: string[];
  /** Anyone may read it without a token. Default false. */
  public?: boolean;
  /** GitLab: a missing release answers 403 instead of 404, as it does for tokens of low rights. */
  missingIsForbidden?: boolean;
  /** GitLab: whether one package may hold two files of one name. Default true, as on gitlab.com. */
  packageDuplicates?: boolean;
  /** GitLab: largest package file. Default 5 GiB. */
  maxPackageBytes?: number;
  /** The new path of a moved repository. GitHub redirects (301, 307); GitLab redirects reads and answers writes 405. */
  movedTo?: string;
  /** How long a change to a GitHub release stays out of the listing (never of a read by id). Default 0. */
  listingLagMs?: number;
}

export interface ForgeSetup {
  /** A string is a token with every right on every repository. */
  tokens?: (string | Token)[];
  repositories?: RepositorySetup[];
  /** Added before every reply. */
  latencyMs?: number;
  /** The first of five consecutive ports; 0 (the default) takes any. */
  port?: number;
  /** Milliseconds since 1970; for stamps, lags and the Date header. */
  clock?: () => number;
  /** Without a credential, private repositories answer 404 as on github.com, not 401 as an instance in private mode. */
  hidePrivate?: boolean;
  /** Files up to this size can be downloaded again; of larger ones only size and digest are kept. Default 64 MiB. */
  keepBytes?: number;
  /** Loaded when it exists, rewritten after every change. */
  stateFile?: string;
  faults?: Fault[];
}

export interface LedgerEntry {
  /** 1 for the first request since the start or the last reset. Control requests are not counted. */
  index: number;
  service: Service;
  /** Origin the request came to. */
  origin: string;
  method: string;
  /** Path and query as sent. */
  url: string;
  /** Lower-case request headers, credentials replaced by the token's name or `(unknown)`. */
  headers: Record<string, string>;
  /** Which credential came, in which header. */
  credential?: { header: string; token: string; valid: boolean };
  /** Every place where a known token's text was seen: `header authorization`, `url`, `body`. */
  seen: { token: string; where: string }[];
  bytes: number;
  /** First 2,000 characters of a textual body. */
  body: string;
  /** Whether the request took effect (or was answered) in the forge, whatever reply went out. */
  processed: boolean;
  /** Status that went out; none when the connection was destroyed first. */
  status?: number;
  /** The effect's kind, where a fault struck. */
  fault?: string;
  startedAt: number;
  endedAt?: number;
  /** Requests of all services under way when this one came, itself included. */
  concurrent: number;
}

export type FaultMatch = shared.FaultMatch<Service>;
export type Fault = shared.Fault<Service>;
export type FaultPlan = shared.FaultPlan<LedgerEntry, Service>;
export type { Effect, Moment } from "../shared/faults.ts";

export interface AssetState {
  id: number;
  name: string;
  label: string | null;
  state: "starter" | "uploaded";
  contentType: string;
  size: number;
  /** `sha256:…`; null while the asset is a `starter`. */
  digest: string | null;
  createdAt: string;
}

export interface GitHubReleaseState {
  id: number;
  tag: string;
  target: string;
  name: string | null;
  body: string | null;
  draft: boolean;
  prerelease: boolean;
  immutable: boolean;
  createdAt: string;
  publishedAt: string | null;
  assets: AssetState[];
}

export interface LinkState {
  id: number;
  name: string;
  url: string;
  directAssetPath: string | null;
  linkType: "other" | "runbook" | "image" | "package";
}

export interface GitLabReleaseState {
  tag: string;
  name: string;
  description: string | null;
  createdAt: string;
  releasedAt: string;
  milestones: string[];
  links: LinkState[];
}

export interface PackageFileState {
  id: number;
  name: string;
  size: number;
  sha256: string;
  createdAt: string;
}

export interface PackageState {
  id: number;
  name: string;
  version: string;
  status: "default" | "hidden";
  createdAt: string;
  files: PackageFileState[];
}

export interface RepositoryState {
  path: string;
  /** Tags known to the forge apart from those that only `gitDirectory` holds. */
  tags: Record<string, TagSetup>;
  github: {
    releases: GitHubReleaseState[];
    /** Id of the release that `releases/latest` gives. */
    latest: number | null;
    /** Tag names used up by deleted immutable releases. */
    burnedTags: string[];
  };
  gitlab: { projectId: number; releases: GitLabReleaseState[]; packages: PackageState[] };
}

export interface ForgeState {
  repositories: RepositoryState[];
}

export interface Forge {
  github: { apiUrl: string; serverUrl: string; uploadUrl: string; storageUrl: string };
  gitlab: { apiUrl: string; serverUrl: string };
  ledger: LedgerEntry[];
  faults: FaultPlan;
  /** A copy of everything held. */
  state(): ForgeState;
  /** Back to the setup: no releases, packages, ledger entries or faults. */
  reset(): void;
  close(): Promise<void>;
}
