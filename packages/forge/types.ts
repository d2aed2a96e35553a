import type { Journal, Problem } from "@release-actions/action";

export type ForgeKind = "github" | "gitlab";

/** What a forge takes at most. */
export interface ForgeLimits {
  /** Bytes of one asset, inclusive. */
  readonly assetBytes: number;
  /** Bytes that an asset needs at least. */
  readonly leastAssetBytes: number;
  readonly assets: number;
  /** UTF-16 units of a release's text, our own marker left out. */
  readonly bodyCharacters: number;
}

/** A file of the release: known by its digest before the first write, read afresh for every attempt to send it. */
export interface Asset {
  /** As the forge stores it; see `Forge.assetName`. */
  readonly name: string;
  /** The file's own name, where the forge rewrites it. */
  readonly label?: string | undefined;
  readonly size: number;
  /** 64 lower-case hex digits. */
  readonly sha256: string;
  /** The media type. */
  readonly type: string;
  open(): AsyncIterable<Uint8Array>;
}

/** A field of a release. One that the caller did not set explicitly stays as it is in a release that exists. */
export interface Field<T> {
  readonly value: T;
  readonly explicit: boolean;
}

export interface ReleaseRequest {
  /** Without `refs/tags/`. The tag must exist: no release makes a tag. */
  readonly tag: string;
  /** The title. */
  readonly name: Field<string>;
  /** Markdown; not given, an existing release keeps its text. */
  readonly body: string | undefined;
  /** The release stays a draft. One that is already published is not changed. */
  readonly draft: boolean;
  readonly prerelease: Field<boolean>;
  /** Whether this release is the repository's latest, given the tags of the other published releases. */
  readonly latest: Field<(published: readonly PublishedTag[]) => boolean>;
  readonly assets: readonly Asset[];
  /** What becomes of a published release that differs: brought up to date, or refused. */
  readonly onExisting: "update" | "fail";
  /** Takes a new release without any text. */
  readonly allowEmpty: boolean;
}

export interface PublishedTag {
  readonly tag: string;
  readonly prerelease: boolean;
}

/** Where GitLab keeps the files of the release: one generic package per component and version. */
export interface PackageKey {
  readonly name: string;
  readonly version: string;
}

/** One write, as the plan announces it and as the forge's access log shows it. */
export interface PlannedWrite {
  readonly method: "POST" | "PUT" | "PATCH" | "DELETE";
  /** Path and query below the API's or the upload service's base. An id that the forge has yet to give is `{id}`. */
  readonly path: string;
  /** In people's words. */
  readonly what: string;
}

export interface Plan {
  readonly outcome: "create" | "continue" | "update" | "unchanged";
  readonly writes: readonly PlannedWrite[];
  /** What the reader should know although nothing is wrong. */
  readonly notices: readonly string[];
  /** The page of what exists already. */
  readonly url?: string | undefined;
}

export interface PublishedAsset {
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
  readonly url: string;
}

export interface Published {
  /** GitHub's release id; on GitLab, where releases have none, the tag. */
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly assets: readonly PublishedAsset[];
  /** The release was not there before this run, or was a draft. */
  readonly created: boolean;
  /** This run wrote anything. */
  readonly changed: boolean;
  /** What was done, in people's words, in order. */
  readonly done: readonly string[];
  readonly notices: readonly string[];
}

/** What the forge holds of the tag. Opaque to callers but for the problems. */
export interface Survey {
  /** All that would stop the release, found by reading alone. */
  readonly problems: readonly Problem[];
}

/** Releases of one repository on one forge. */
export interface Forge {
  readonly kind: ForgeKind;
  readonly limits: ForgeLimits;
  /** The name under which the forge stores a file of that name. */
  assetName(fileName: string): string;
  /** Where an asset can be downloaded once the release of `tag` is out. */
  assetUrl(tag: string, assetName: string): string;
  /** Reads all there is of the tag; changes nothing. Throws HttpError. */
  survey(tag: string): Promise<Survey>;
  /** What `publish` will write. Throws `refused` or `invalid` where it must not. */
  plan(request: ReleaseRequest, survey: Survey): Plan;
  /**
   * Carries the plan out. What it throws tells what exists, what does not, and how to continue; running it again after
   * any crash ends where one clean run ends.
   */
  publish(request: ReleaseRequest, survey: Survey, journal: Journal): Promise<Published>;
}

/** A release that a tag has already. */
export interface FoundRelease {
  /** Not published yet. GitLab has no drafts. */
  readonly draft: boolean;
}
