import type { YamlScalar } from "./node.ts";
import type { YamlFile } from "./yaml-file.ts";

/** Which target is meant. It must be exactly one; a shape that is not given matches every target. */
export interface TargetSelector {
  /** resourceTemplates[].name */
  readonly template: string;
  /** The namespace's `$ref`, whole and as it is written: /services/…/namespaces/….yml */
  readonly namespace?: string;
  /** targets[].name */
  readonly name?: string;
  /** No such target is no problem. Several are one all the same. */
  readonly optional?: boolean;
}

/** A target as it stands in the file, whether or not it can be bumped. */
export interface Candidate {
  readonly template: string;
  readonly namespace?: string;
  readonly name?: string;
  /** As it is written, without quotes; undefined for a target that stands in another file, not read yet. */
  readonly ref: string | undefined;
  readonly file: string;
  /** 1-based, of the ref or of the `$ref` to another file. */
  readonly line: number;
  /** Such as resourceTemplates[0].targets[1].ref */
  readonly path: string;
  /** The `$ref` of a target that stands in a file of its own (/app-sre/saas-file-target-1.yml). */
  readonly targetFile?: string;
}

export interface Template {
  readonly name: string;
  readonly url?: string;
  readonly path?: string;
  /** How many characters of the ref make the image's tag; the global setting holds where it is not given. */
  readonly hashLength?: number;
  readonly line: number;
}

export interface SaasFile {
  readonly file: string;
  /** Undefined where the file has none. */
  readonly name: string | undefined;
  readonly deprecated: boolean;
  readonly templates: readonly Template[];
  /** All targets, in the order of the file. */
  readonly candidates: readonly Candidate[];
  readonly warnings: readonly string[];
  /** For planBump. */
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
  /** Replace a branch name or anything else that is no commit as well. */
  readonly allowMovingRef?: boolean;
  /** The files that neededTargetFiles() named, by their `$ref`. */
  readonly targetFiles?: ReadonlyMap<string, TargetFileContent>;
}

export interface RefChange {
  readonly candidate: Candidate;
  readonly oldRef: string;
  readonly newRef: string;
  /** 1-based. */
  readonly line: number;
  /** The old scalar with its quotes: byte offsets in the old file, `to` exclusive. */
  readonly from: number;
  readonly to: number;
}

/** What becomes of one file. */
export interface FilePlan {
  readonly file: string;
  /** The whole new content; the old bytes themselves where nothing changes. */
  readonly bytes: Buffer;
  readonly changes: readonly RefChange[];
  /** Selected, and they say the new ref already. */
  readonly unchanged: readonly Candidate[];
  readonly warnings: readonly string[];
  /** A unified diff, empty where nothing changes. */
  readonly diff: string;
}

export interface BumpPlan extends FilePlan {
  /** Optional selectors without a match. */
  readonly skipped: readonly TargetSelector[];
  /** The files of selected targets that stand in files of their own. All files are to be written, or none. */
  readonly externalTargets: readonly (FilePlan & { readonly targetFile: string })[];
}

/** A target with all that decides whether its ref may be replaced. */
export interface Target extends Candidate {
  /** The scalar of the ref; undefined where the ref stands in another file. */
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

/** One token to be written in the place of another. Byte offsets in the old file. */
export interface Edit {
  readonly target: Target;
  readonly from: number;
  readonly to: number;
  readonly token: Buffer;
}
