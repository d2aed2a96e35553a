import { undecided, type Clock } from "@release-actions/action";
import type { Http } from "@release-actions/http";
import type { Prometheus } from "@release-actions/prometheus";
import type { SmokePlan } from "./plan.ts";
import type { SmokeResult } from "./result.ts";
import type { SecretHeaders } from "./secret-headers.ts";

/** What a run gets from whoever starts it. All times are in milliseconds. */
export interface SmokeOptions {
  /**
   * Opens connections to an address. Called once per check and closed by it: a load balancer may then choose another
   * replica, and a connection that another check left idle may be closing. Throws `invalid` for an address that may
   * not be connected to.
   */
  readonly http: (address: string) => Http;
  /** Opens Prometheus at `address` for one query, over connections that `http` opened. */
  readonly prometheus: (options: PrometheusOptions) => Prometheus;
  /** Sent to their own origins only. */
  readonly headers: SecretHeaders;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly limits: SmokeLimits;
  /** Called as each check ends. */
  readonly onResult?: (result: SmokeResult) => void;
}

export interface PrometheusOptions extends RequestLimits {
  readonly http: Http;
  readonly url: string;
}

export interface RequestLimits {
  /** For one attempt. */
  readonly deadline: number;
  readonly attempts: number;
}

export interface SmokeLimits {
  /** For one request. */
  readonly timeout: number;
  /** For all checks together. */
  readonly deadline: number;
  /** How often a request is repeated that was refused or answered 502, 503 or 504. */
  readonly retries: number;
  /** Checks at once. */
  readonly parallel: number;
}

/** A run as its checks see it. */
export interface SmokeRun extends SmokeOptions {
  readonly plan: SmokePlan;
  /** Milliseconds left for all checks. Throws `undecided` if there are none. */
  readonly timeLeft: () => number;
}

export function startRun(plan: SmokePlan, options: SmokeOptions): SmokeRun {
  const { clock, limits } = options;
  const end = clock.monotonic() + limits.deadline;
  return {
    ...options,
    plan,
    timeLeft() {
      const left = end - clock.monotonic();
      if (left > 0) return left;
      throw undecided("the time for all checks was over before this one ended", {
        remedy: "Increase deadline, or parallel to run more checks at once.",
      });
    },
  };
}
