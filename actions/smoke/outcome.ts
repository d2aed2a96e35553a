/** What a failure is about. Part of the output `results`. */
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

/**
 * - pass, fail: the check answered
 * - unknown: there is not enough evidence
 * - invalid: what was asked for cannot be asked, or these secrets may not look
 * - skipped: it could not be asked, because of another check
 */
export interface Judged {
  readonly result: "pass" | "fail" | "unknown" | "invalid" | "skipped";
  /** One line: what was seen, or what is wrong. */
  readonly detail: string;
  readonly reason?: Reason | undefined;
  readonly sent?: string | undefined;
  readonly came?: string | undefined;
  readonly expected?: string | undefined;
  readonly remedy?: string | undefined;
  /** Requests that were sent again are tries of their own. */
  readonly attempts: number;
}

export const SUITES = ["health", "metrics", "critical metrics", "version", "functional", "prometheus"] as const;

export interface Outcome extends Judged {
  readonly suite: (typeof SUITES)[number];
  /** The service, or Prometheus. */
  readonly service: string;
  readonly name: string;
  readonly milliseconds: number;
}

/** What was sent and what came, of one exchange or several. */
export type Facts = Pick<Judged, "attempts" | "sent" | "came">;

export function passed(detail: string, facts: Facts): Judged {
  return { result: "pass", detail, ...facts };
}

export function failed(reason: Reason, detail: string, more: Facts & Pick<Judged, "expected" | "remedy">): Judged {
  return { result: "fail", reason, detail, ...more };
}

export function unproven(reason: Reason, detail: string, more: Facts & Pick<Judged, "expected" | "remedy">): Judged {
  return { result: "unknown", reason, detail, ...more };
}

/** A refusal outweighs the rest. Passed has only what is proven, and at least one proof. */
export function verdictOf(outcomes: readonly Judged[]): "passed" | "refused" | "invalid" | "undecided" {
  if (outcomes.some(({ result }) => result === "fail")) return "refused";
  if (outcomes.some(({ result }) => result === "invalid")) return "invalid";
  return outcomes.length > 0 && outcomes.every(({ result }) => result === "pass") ? "passed" : "undecided";
}
