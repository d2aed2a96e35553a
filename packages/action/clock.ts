/** Time as an action sees it, so that a test can own it. */
export interface Clock {
  /** The wall clock, milliseconds since 1970-01-01 UTC. For dates shown to people, never for deadlines. */
  now(): number;
  /** Milliseconds since an arbitrary start; never jumps. For deadlines. */
  monotonic(): number;
  /** Resolves after `milliseconds`; rejects with the signal's reason when it is aborted. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}
