import type { Block } from "@release-actions/text";

/** A place in a file of the repository, for an annotation. */
export interface Place {
  readonly title?: string;
  readonly file?: string;
  /** 1-based. */
  readonly line?: number;
  /** 1-based. */
  readonly column?: number;
}

/**
 * How an action speaks to the people who run it. Every string may come from outside: the host renders it inert,
 * so no text can become a command of the runner, an escape sequence or markup.
 */
export interface Io {
  debug(message: string): void;
  info(message: string): void;
  notice(message: string, place?: Place): void;
  warning(message: string, place?: Place): void;
  error(message: string, place?: Place): void;
  /** Folds what `body` prints under `title`, where the host can. */
  group<T>(title: string, body: () => Promise<T>): Promise<T>;
  /** The state of long work: rewritten in place on a terminal, a plain line at intervals elsewhere. */
  progress(message: string): void;
  /** Registers a secret before its first use: the host masks it and our redactor removes it from all text. */
  secret(value: string): void;
  /** Adds to the job summary. */
  summary(...blocks: Block[]): void;
}
