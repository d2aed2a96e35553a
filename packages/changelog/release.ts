import type { ChangelogFailure, ChangelogWarning, HeadingPlace } from "./failure.ts";

export interface ReleaseOptions {
  /** The version that Unreleased becomes, without a `v`. */
  readonly version: string;
  /** The component whose Unreleased section moves, where the headings name components. */
  readonly component?: string | undefined;
  /** The day of the release, `YYYY-MM-DD`. */
  readonly date: string;
  /** `https://github.com/owner/name`: for link references that cannot be derived from those in the file. */
  readonly repositoryUrl?: string | undefined;
  /** The tag of a version of this component, such as `v1.2.3`. */
  readonly tagOf: (version: string) => string;
}

export type ReleaseResult =
  /** `content` is the whole new file; `heading` and `line` (1-based, in the new file) are the new entry's. */
  | { readonly kind: "released"; readonly content: Buffer; readonly heading: string; readonly line: number; readonly body: string; readonly warnings: readonly ChangelogWarning[] }
  /** The version has its entry already and Unreleased is empty: a second run. `content` equals the source. */
  | { readonly kind: "unchanged"; readonly content: Buffer; readonly place: HeadingPlace }
  | { readonly kind: "failed"; readonly failure: ChangelogFailure };

/**
 * Moves what stands under Unreleased to a new version heading, in the file's own style, and moves the link
 * references along. Every other byte stays.
 */
export function releaseUnreleased(source: string | Uint8Array, options: ReleaseOptions): ReleaseResult {
  void source;
  void options;
  throw new Error("not built yet");
}
