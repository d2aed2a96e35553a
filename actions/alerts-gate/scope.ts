import type { Labels } from "@release-actions/prometheus";

/** Which alerts count. */
export interface Scope {
  /** Labels that an alert must have with exactly this value. */
  readonly labels: ReadonlyMap<string, string>;
  /** Empty: all. */
  readonly severities: ReadonlySet<string>;
  /** Names of alerts that never count. */
  readonly ignored: ReadonlySet<string>;
}

export const nameOf = (labels: Labels): string => labels["alertname"] ?? "";

/** An alert that names no severity counts whatever severities are asked for: it may be the worst. */
export function isInScope(labels: Labels, { labels: wanted, severities, ignored }: Scope): boolean {
  if (ignored.has(nameOf(labels))) return false;
  for (const [name, value] of wanted) if (labels[name] !== value) return false;
  const { severity = "" } = labels;
  return severities.size === 0 || severity === "" || severities.has(severity);
}

/** Whether a rule with these labels of its own could give an alert that counts; further labels come from its series. */
export function canGive(name: string, own: Labels, { labels: wanted, severities, ignored }: Scope): boolean {
  if (ignored.has(name)) return false;
  for (const [label, value] of wanted) if (label !== "alertname" && contradicts(own[label], value)) return false;
  if (contradicts(name, wanted.get("alertname"))) return false;
  const severity = own["severity"];
  return (
    severities.size === 0 ||
    severity === undefined ||
    severity === "" ||
    isTemplate(severity) ||
    severities.has(severity)
  );
}

/** Whether something with these labels belongs to what is released, as far as they say. */
export function mayConcern(labels: Labels, { labels: wanted }: Scope): boolean {
  for (const [label, value] of wanted) if (contradicts(labels[label], value)) return false;
  return true;
}

function contradicts(given: string | undefined, wanted: string | undefined): boolean {
  return given !== undefined && given !== "" && wanted !== undefined && given !== wanted && !isTemplate(given);
}

/** Prometheus fills these in when it evaluates the rule. */
function isTemplate(value: string): boolean {
  return value.includes("{{");
}
