import type { CloneOptions, OpenOptions, Repository } from "./types.ts";

export * from "./names.ts";
export type * from "./types.ts";

/** Opens the repository around `directory`. Nothing runs until a question is asked. */
export declare function openRepository(options: OpenOptions): Repository;

/** A clone of one ref in a new directory below `temporary`, with only this package's configuration. */
export declare function privateClone(options: CloneOptions): Promise<Repository>;

/**
 * A commit or tag message made of foreign text: without control characters, tokens that skip pipelines
 * (`[skip ci]`) and trailers (`Signed-off-by:`).
 */
export declare function messageFromText(text: string): string;

/** An expected failure of a git process. */
export declare class GitError extends Error {}
