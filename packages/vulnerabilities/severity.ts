import type { Severity } from "./finding.ts";

const WORDS: ReadonlySet<string> = new Set<Severity>(["critical", "high", "medium", "low", "negligible"]);

/**
 * The severity for a scanner's word. "Unknown" with a CVSS v3 score has the score's rating (CVSS v3.1, section 5), also
 * for 10.0, which Quay's fallback leaves out. A word that is not documented is unknown whatever the score: it may be
 * worse than critical.
 */
export function readSeverity(reported: unknown, score: number | undefined): Severity {
  if (typeof reported !== "string") return "unknown";
  const word = reported.trim().toLowerCase();
  if (WORDS.has(word)) return word as Severity;
  return word === "unknown" && score !== undefined ? ratingOf(score) : "unknown";
}

/** CVSS v3's qualitative rating. 0.0 is "none", which says as little as no score. */
export function ratingOf(score: number): Severity {
  if (score <= 0) return "unknown";
  if (score < 4) return "low";
  if (score < 7) return "medium";
  return score < 9 ? "high" : "critical";
}

/** A CVSS score of a report: a number, or its digits as text. Undefined for anything else, and outside 0 to 10. */
export function readScore(value: unknown): number | undefined {
  const score = typeof value === "string" && /^\d{1,2}(?:\.\d{1,2})?$/.test(value) ? Number(value) : value;
  return typeof score === "number" && score >= 0 && score <= 10 ? score : undefined;
}
