/** What callers of the stand-in Quay write and read. Times are milliseconds since 1970, sizes bytes. */
import type * as shared from "../shared/faults.ts";
import type { LimitRule } from "./limits.ts";

/** One listening address: the registry with its API, and the storage that blobs are redirected to. */
export type Service = "quay" | "blobs";

export interface QuaySetup {
  repositories?: RepositorySetup[];
  /** Robot accounts, for Basic: `acme+ci`. `repositories`: those it may pull, present or not; default is every one. */
  robots?: { name: string; password: string; repositories?: string[] }[];
  /** OAuth application tokens: Bearer on the API, the password of user `$oauthtoken` on the registry. */
  oauthTokens?: { value: string; repositories?: string[] }[];
  /** `quay`: the nginx rules of Quay's own configuration. Default `none`. */
  limits?: "quay" | "none" | LimitRule[];
  /** Before every reply. */
  latencyMs?: number;
  clock?: () => number;
  /** The registry's port; storage takes the next one. Default: any. */
  port?: number;
  faults?: Fault[];
  /** The `service` of tokens. Default: host and port. */
  serverName?: string;
}

export interface RepositorySetup {
  /** Namespace and name; a name may have several segments. */
  path: string;
  public?: boolean;
  /** In the order in which they were pushed. */
  images?: ImageSetup[];
}

export interface TagSetup {
  name: string;
  /** When it was pushed. Default: now, by the clock. */
  pushedAt?: number;
  /** It stops being there then. */
  expiresAt?: number;
  /** It stopped being there a second ago. */
  expired?: boolean;
  /** It was moved back to this image. */
  reversion?: boolean;
}

export interface ImageSetup {
  tags?: (string | TagSetup)[];
  /** One, and no `index` or `attestations`: a single manifest. Otherwise an index. Default: linux/amd64. */
  platforms?: PlatformSetup[];
  index?: boolean;
  /** Docker's media types instead of OCI's. */
  docker?: boolean;
  /** buildx attestations: a child `unknown/unknown` for each platform. */
  attestations?: boolean;
  /** A cosign signature at tag `sha256-<hex>.sig`, whose payload names this image, or `manifest` instead. */
  signature?: boolean | { manifest: string };
  /** Artifacts that have this image as their subject. */
  referrers?: { artifactType: string; annotations?: Record<string, string>; content?: string }[];
  /** Of the index, or of the single manifest. */
  annotations?: Record<string, string>;
}

export interface PlatformSetup {
  os?: string;
  architecture?: string;
  variant?: string;
  labels?: Record<string, string>;
  /** Default: scanned, nothing found. */
  security?: SecuritySetup;
  /** The media type of its configuration: another one than an image's makes it something else, such as a chart. */
  configType?: string;
  /** What the index says it is, besides its media type. */
  artifactType?: string;
  /** The index does not say for which platform it is: image-spec only recommends it. */
  unnamed?: boolean;
  /** A sparse index: it names this child, and the child is not there. */
  missing?: boolean;
}

export interface ScanSetup {
  status: "scanned" | "queued" | "failed" | "unsupported" | "manifest_layer_too_large" | (string & {});
  /** What `data` holds. Default: a clean report where scanned, else null. */
  data?: unknown;
  /** So long since the setup (by the clock) the answer is `queued`; then it is this, or `then`. */
  queuedFor?: number;
  /** So many answers are `queued` first. */
  polls?: number;
  then?: SecuritySetup;
}

/** The scan of a manifest, or a body to answer with as it is: a string, or anything else as JSON. */
export type SecuritySetup = ScanSetup | { raw: unknown };

export interface LedgerEntry {
  /** From 1, in the order in which requests came. */
  index: number;
  service: Service;
  origin: string;
  method: string;
  /** Path and query. */
  url: string;
  /** Secrets give way to their names. */
  headers: Record<string, string>;
  /** `name`: the robot's name, `oauth-1`, or `token-1 (acme+ci)` for a registry token. */
  credential?: { scheme: string; name: string; valid: boolean };
  /** Every place where a known secret's text showed up. */
  seen: { token: string; where: string }[];
  status?: number;
  /** The effect's kind, where a fault struck. */
  fault?: string;
  /** The zone that turned the request away. */
  limited?: string;
  startedAt: number;
  endedAt?: number;
  /** Requests under way when this one came, itself included. */
  concurrent: number;
}

export type FaultMatch = shared.FaultMatch<Service>;
export type Fault = shared.Fault<Service>;
export type FaultPlan = shared.FaultPlan<LedgerEntry, Service>;
export type { Effect, Moment } from "../shared/faults.ts";

export interface Quay {
  url: string;
  /** `127.0.0.1:port`. */
  host: string;
  /** The origin that blobs redirect to. No credential may ever come there. */
  blobUrl: string;
  ledger: LedgerEntry[];
  faults: FaultPlan;
  /** Digest that the tag points at. */
  digestOf(repository: string, tag: string): string;
  /** Digest of a platform's manifest (`linux/arm64`, `linux/arm/v7`), which may be missing. */
  childDigest(repository: string, tag: string, platform: string): string;
  /** Points the tag at a new image; gives the new digest. The image that was there stays only if another tag holds it. */
  moveTag(repository: string, tag: string, image: ImageSetup): string;
  addImage(repository: string, image: ImageSetup): string;
  removeTag(repository: string, tag: string): void;
  setSecurity(digest: string, security: SecuritySetup): void;
  /** Back to the setup: its images, no ledger entries, faults or tokens. */
  reset(): void;
  close(): Promise<void>;
}
