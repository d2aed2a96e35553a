import type { Clock, HostFacts, InputFacts, Io, JournalState, Problem, Verdict } from "../index.ts";
import type { Hint } from "../hints/index.ts";
import type { Block } from "@release-actions/text";

/** What the framework needs of a host, beyond what an action sees. */
export interface Host {
  readonly facts: HostFacts;
  readonly io: Io;
  /** The inputs as they were given; unset and empty ones are absent. */
  readInputs(inputs: ReadonlyMap<string, InputFacts>): GivenInputs;
  /** Why secrets must not be used in this run: the settings that would expose them; absent if there are none. */
  readonly leaks?: readonly Problem[];
  /** Fails before anything is done when outputs could not be written at the end. */
  prepare(action: string, outputs: readonly string[]): Promise<void>;
  writeOutputs(action: string, outputs: Readonly<Record<string, string>>): Promise<void>;
  /** Renders the collected summary blocks, once. */
  writeSummary(action: string, blocks: readonly Block[]): Promise<void>;
  /** The last word on the log: how it ended. */
  conclude(end: End): Promise<void>;
  /**
   * Requests an OIDC token (a JSON Web Token, RFC 7519) that proves to `audience` which job this is, and masks it.
   * Throws `invalid`, with the remedy, where none is issued. Absent in memory.
   */
  idToken?(audience: string, run: { readonly signal: AbortSignal; readonly clock: Clock }): Promise<string>;
  /** Calls back on the first signal with its exit code. */
  onSignal(callback: (signal: string, code: number) => void): void;
  /** Removes temporary files. */
  cleanUp(): Promise<void>;
}

export interface GivenInputs {
  readonly values: ReadonlyMap<string, string>;
  /** Unknown names and values given in a place that is not for them. */
  readonly problems: readonly Problem[];
}

export interface End {
  readonly action: string;
  readonly verdict: Verdict;
  readonly exitCode: number;
  /** Undefined on success. */
  readonly message?: string;
  readonly problems: readonly (Problem & { readonly hint?: Hint })[];
  readonly remedy?: string;
  /** What is most often behind the message, where it is known; of problems each has its own. */
  readonly hint?: Hint;
  readonly journal: JournalState;
  readonly outputs: Readonly<Record<string, string>>;
  /** The names of the outputs that are JSON. */
  readonly jsonOutputs: ReadonlySet<string>;
}
