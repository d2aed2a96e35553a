/** A heading of the file, as an error names it. */
export interface HeadingPlace {
  /** The heading's text as written, without its markers. */
  readonly heading: string;
  /** 1-based. */
  readonly line: number;
}

/** Why a changelog did not give the one entry that was requested. */
export type ChangelogError =
  /** No heading names it. `nearest`: the up to five headings most like it. `hint`: what hides it, where that is known. */
  | {
      readonly kind: "missing";
      readonly wanted: string;
      readonly nearest: readonly HeadingPlace[];
      readonly hint?: string;
    }
  /** The entry exists and says nothing. `section`: the heading without a version that ends it. */
  | {
      readonly kind: "empty";
      readonly wanted: string;
      readonly place: HeadingPlace;
      readonly section?: HeadingPlace | undefined;
    }
  /** The entry was inserted below the heading of an older version, whose notes follow it without a heading of their own. */
  | { readonly kind: "mixed"; readonly wanted: string; readonly place: HeadingPlace; readonly parent: HeadingPlace }
  /** Several entries of the same version and component. */
  | { readonly kind: "duplicate"; readonly wanted: string; readonly places: readonly HeadingPlace[] }
  /** Entries of several components, or of several builds, carry the version: the caller has to say which. */
  | {
      readonly kind: "ambiguous";
      readonly wanted: string;
      readonly choices: readonly string[];
      readonly places: readonly HeadingPlace[];
    }
  /** The version already has an entry while Unreleased holds more (releaseUnreleased only). */
  | {
      readonly kind: "already-released";
      readonly wanted: string;
      readonly place: HeadingPlace;
      readonly unreleased: HeadingPlace;
    };

/** Something that does not stop the work and should be fixed. */
export interface ChangelogWarning {
  readonly message: string;
  /** 1-based. */
  readonly line: number;
}
