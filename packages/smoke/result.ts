/** What a failure is about. Part of the output `results`: add, never rename. */
export type Reason =
  | "dns"
  | "refused"
  | "tls"
  | "proxy"
  | "timeout"
  | "broken"
  | "redirect"
  | "status"
  | "body"
  | "header"
  | "health"
  | "trace"
  | "evidence"
  | "page"
  | "metric"
  | "counter"
  | "version"
  | "query"
  | "no-answer"
  | "deadline"
  | "not-run";

/** What one check found. */
export interface Evaluation extends Exchange {
  /** `skipped`: the check did not run because another one did not pass. */
  readonly result: "pass" | "fail" | "unknown" | "invalid" | "skipped";
  /** One line: what the check saw, or what is wrong. */
  readonly detail: string;
  readonly reason?: Reason;
  readonly expected?: string;
  readonly remedy?: string;
  /** Of a check that passed: what to correct anyway. */
  readonly warning?: string;
}

/** What was sent and what came back, in one request or several. */
export interface Exchange {
  readonly sent?: string;
  readonly came?: string;
  /** Requests, repeated ones included. */
  readonly attempts: number;
}

/** The kinds of checks, in the order of a report. Part of the output `results`. */
export const SUITES = ["health", "metrics", "critical metrics", "version", "functional", "prometheus"] as const;

/** A check and what it found. */
export interface SmokeResult extends Evaluation {
  readonly suite: (typeof SUITES)[number];
  /** The service, or Prometheus. */
  readonly service: string;
  readonly name: string;
  /** The time that the whole check took. */
  readonly milliseconds: number;
}

/** What should have come, and what to do about it. */
export interface Advice {
  readonly expected?: string;
  readonly remedy?: string;
}

export function passed(detail: string, exchange: Exchange): Evaluation {
  return { result: "pass", detail, ...exchangeOf(exchange) };
}

export function failed(reason: Reason, detail: string, exchange: Exchange, advice: Advice): Evaluation {
  return { result: "fail", reason, detail, ...exchangeOf(exchange), ...advice };
}

/** There is not enough evidence for an answer. */
export function unproven(reason: Reason, detail: string, exchange: Exchange, advice: Advice): Evaluation {
  return { result: "unknown", reason, detail, ...exchangeOf(exchange), ...advice };
}

/** Another check did not pass, so this one did not run. */
export function notRun(detail: string, attempts = 0): Evaluation {
  return { result: "skipped", reason: "not-run", detail, attempts };
}

/** Without the other properties of a larger object, such as the whole reply. */
function exchangeOf({ sent, came, attempts }: Exchange): Exchange {
  return { attempts, ...(sent !== undefined && { sent }), ...(came !== undefined && { came }) };
}
