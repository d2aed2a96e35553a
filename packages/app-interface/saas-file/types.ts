import type { YamlScalar } from "./node.ts";
import type { YamlFile } from "./yaml-file.ts";

/** Selects exactly one target. A property that is missing matches every target. */
export interface TargetSelector {
  /** resourceTemplates[].name */
  readonly template: string;
  /** The whole `$ref` of the namespace, as it is written: /services/…/namespaces/….yml */
  readonly namespace?: string;
  /** targets[].name */
  readonly name?: string;
  /** The target may be missing. Several matches are still a problem. */
  readonly optional?: boolean;
}

/** A target as it is in the file, whether or not it can be changed. */
export interface Candidate {
  readonly template: string;
  readonly namespace?: string;
  readonly name?: string;
  /** As it is written, without quotes; undefined for a target in a separate file that is not read yet. */
  readonly ref: string | undefined;
  readonly file: string;
  /** 1-based, of the ref or of the `$ref` to another file. */
  readonly line: number;
  /** Such as resourceTemplates[0].targets[1].ref */
  readonly path: string;
  /** The `$ref` of a target in a separate file (/app-sre/saas-file-target-1.yml). */
  readonly targetFile?: string;
}

export interface Template {
  readonly name: string;
  readonly url?: string;
  readonly path?: string;
  /** Number of characters of the ref in the tag of the image. Default: the global setting. */
  readonly hashLength?: number;
  readonly line: number;
}

export interface SaasFile {
  readonly file: string;
  /** Undefined if the file has none. */
  readonly name: string | undefined;
  readonly deprecated: boolean;
  readonly templates: readonly Template[];
  /** All targets, in the order of the file. */
  readonly candidates: readonly Candidate[];
  readonly warnings: readonly string[];
  /** For `planBump`. */
  readonly source: YamlFile;
  readonly targets: readonly Target[];
  hashLength(template: string): number | undefined;
}

/** A target file as the caller read it. */
export interface TargetFileContent {
  /** Its path in the repository, for messages and the diff. */
  readonly file: string;
  readonly bytes: Buffer;
}

export interface BumpOptions {
  /** The new ref: 40 lower-case hexadecimal digits. */
  readonly ref: string;
  /** Also replace a branch name or anything else that is not a commit. */
  readonly allowMovingRef?: boolean;
  /** The files that `neededTargetFiles` returned, by their `$ref`. */
  readonly targetFiles?: ReadonlyMap<string, TargetFileContent>;
}

export interface RefChange {
  readonly candidate: Candidate;
  readonly oldRef: string;
  readonly newRef: string;
  /** 1-based. */
  readonly line: number;
  /** Byte offsets of the old scalar with its quotes in the old file; `to` is exclusive. */
  readonly from: number;
  readonly to: number;
}

/** The change of one file. */
export interface FilePlan {
  readonly file: string;
  /** The whole new content; the old bytes if nothing changes. */
  readonly bytes: Buffer;
  readonly changes: readonly RefChange[];
  /** Selected targets that already have the new ref. */
  readonly unchanged: readonly Candidate[];
  readonly warnings: readonly string[];
  /** A unified diff; empty if nothing changes. */
  readonly diff: string;
}

export interface BumpPlan extends FilePlan {
  /** Optional selectors without a match. */
  readonly skipped: readonly TargetSelector[];
  /** The separate files of selected targets. All files must be written, or none. */
  readonly externalTargets: readonly (FilePlan & { readonly targetFile: string })[];
}

/** The promotion of one ref to targets of one saas file. */
export interface PromotionRequest {
  /** A file of the repository, all at one commit; undefined if it does not exist. */
  readonly read: (path: string) => Promise<Buffer | undefined>;
  /** The saas file, from the repository's top. */
  readonly file: string;
  readonly selectors: readonly TargetSelector[];
  readonly ref: string;
  readonly allowMovingRef: boolean;
}

/** What a promotion changes, as of one commit of app-interface. */
export interface RefPlan {
  /** Every file that holds a selected target, whether it changes or not. */
  readonly files: readonly FilePlan[];
  readonly changes: readonly RefChange[];
  /** All selected targets: first those that change, then those that have the ref already. */
  readonly selected: readonly Candidate[];
  /** Optional selectors without a match. */
  readonly skipped: readonly TargetSelector[];
  readonly warnings: readonly string[];
  /** The refs that are replaced, each once, in the order of the files. */
  readonly oldRefs: readonly string[];
  /** The repositories that the templates of the selected targets come from, each once. */
  readonly urls: readonly string[];
  /** Whether any target of the saas file has promotion.auto. */
  readonly hasAutomaticTargets: boolean;
}

/** A target with everything that decides whether its ref may be replaced. */
export interface Target extends Candidate {
  /** The scalar of the ref; undefined for a target in a separate file. */
  readonly scalar: YamlScalar | undefined;
  /** Why its bytes cannot be replaced alone. */
  readonly obstacles: readonly string[];
  readonly auto: boolean;
  readonly upstream: boolean;
  readonly images: boolean;
  readonly deleted: boolean;
  readonly disabled: boolean;
  readonly deprecated: boolean;
  /** The parameter that fixes the image's tag. */
  readonly imageTag: string | undefined;
  /** Channels of promotion_data that are not subscribed to. */
  readonly unsubscribed: readonly string[];
}

/** One token that replaces another. Byte offsets in the old file. */
export interface Edit {
  readonly target: Target;
  readonly from: number;
  readonly to: number;
  readonly token: Buffer;
}
