import type { Clock, Io, NetworkSettings } from "@release-actions/action";
import { openHttp } from "@release-actions/http";
import type { Http, HttpOptions } from "@release-actions/http";

export interface TestClock extends Clock {
  /** Every wait that was requested, in milliseconds. None of them takes time. */
  readonly waits: readonly number[];
}

/** A clock on which waiting takes no time, but is seen. */
export function testClock(start = Date.UTC(2025, 0, 1)): TestClock {
  const waits: number[] = [];
  let passed = 0;
  return {
    waits,
    now: () => start + passed,
    monotonic: () => passed,
    async sleep(milliseconds, signal) {
      signal?.throwIfAborted();
      waits.push(milliseconds);
      passed += milliseconds;
    },
  };
}

export interface TestClient {
  readonly http: Http;
  readonly clock: TestClock;
  /** Everything said to the host. */
  readonly lines: readonly string[];
  readonly secrets: readonly string[];
  readonly abort: AbortController;
}

const OPEN_NETWORK: NetworkSettings = { tlsVerificationDisabled: false };

/** A client whose waits take no time and whose jitter is none. */
export function openTestClient(endpoints: readonly string[], options: Partial<HttpOptions> = {}): TestClient {
  const clock = testClock();
  const lines: string[] = [];
  const secrets: string[] = [];
  const abort = new AbortController();
  const say = (message: string): void => void lines.push(message);
  const io: Io = {
    debug: say,
    info: say,
    notice: say,
    warning: say,
    error: say,
    progress: say,
    group: (_, body) => body(),
    secret: (value) => void secrets.push(value),
    summary: () => undefined,
  };
  const http = openHttp({
    io,
    clock,
    signal: abort.signal,
    network: OPEN_NETWORK,
    endpoints,
    random: () => 0,
    ...options,
  });
  return { http, clock, lines, secrets, abort };
}

/** What a promise rejects with. */
export async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    (value) => {
      throw new Error(`expected a failure, got ${JSON.stringify(value)}`);
    },
    (error: unknown) => error,
  );
}
