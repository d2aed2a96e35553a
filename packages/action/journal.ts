/**
 * What an action means to change and what it has changed. Whatever ends the run, a signal included, the report
 * says from it what exists, what does not, and what to do next.
 */
export interface Journal {
  /** The plan, in order, before the first write. The texts are the keys of `made`. */
  intend(what: readonly string[]): void;
  /** A write that certainly happened. */
  made(what: string, url?: string): void;
  /** What was made no longer exists; someone else removed it. */
  gone(what: string): void;
  /** The exact command or step that finishes the work, where running again is not it. */
  next(step: string): void;
  readonly state: JournalState;
}

export interface JournalState {
  readonly exists: readonly { readonly what: string; readonly url?: string }[];
  readonly missing: readonly string[];
  readonly next?: string;
}

export function createJournal(): Journal {
  let intended: string[] = [];
  let exists: { what: string; url?: string }[] = [];
  let nextStep: string | undefined;
  return {
    intend: (what) => void intended.push(...what),
    made: (what, url) => void exists.push(url === undefined ? { what } : { what, url }),
    gone(what) {
      intended = intended.filter((other) => other !== what);
      exists = exists.filter((other) => other.what !== what);
    },
    next: (step) => void (nextStep = step),
    get state() {
      const made = new Set(exists.map(({ what }) => what));
      const missing = intended.filter((what) => !made.has(what));
      return nextStep === undefined ? { exists, missing } : { exists, missing, next: nextStep };
    },
  };
}
