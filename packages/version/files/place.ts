/** Where a version is in a file: the characters from `start` to `end` are the version token and nothing else. */
export interface Place {
  readonly start: number;
  readonly end: number;
  /** The version as it is read, which for an escaped or split token is not the text between `start` and `end`. */
  readonly version: string;
  /** What the place is called in its file, such as `project.version` or `__version__`. */
  readonly key: string;
  /** The token that says `next` in this place; `next` itself where this is not given. Throws where it cannot. */
  readonly render?: (next: string) => string;
}

/** What a finder knows about one file. */
export interface Found {
  readonly places: readonly Place[];
  /** The forms that were searched for, for the message when there is no place. */
  readonly looked: string;
  /** Why there is no place although the file names its version, and what to do about it. */
  readonly elsewhere?: { readonly what: string; readonly remedy: string };
  /** True where one version may be in several places, which are then all edited. */
  readonly many?: boolean;
}

/** The 1-based line of `offset`; CR LF, LF and a lone CR end a line. */
export function lineAt(content: string, offset: number): number {
  return lineCounter(content)(offset);
}

/** As lineAt for many offsets in ascending order, at the cost of one. */
export function lineCounter(content: string): (offset: number) => number {
  let at = 0;
  let line = 1;
  return (offset) => {
    for (; at < offset; at++) {
      const code = content.charCodeAt(at);
      if (code === 10 || (code === 13 && content.charCodeAt(at + 1) !== 10)) line++;
    }
    return line;
  };
}
