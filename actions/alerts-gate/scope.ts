import type { Problem } from "@release-actions/action";
import type { Labels } from "@release-actions/prometheus";
import { oneLine, shorten } from "@release-actions/text";
import type { Inputs } from "./inputs.ts";

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

/** An alert without a severity counts whatever severities are requested: it may be the worst. */
export function isInScope(labels: Labels, { labels: required, severities, ignored }: Scope): boolean {
  if (ignored.has(nameOf(labels))) return false;
  for (const [name, value] of required) if (labels[name] !== value) return false;
  const { severity = "" } = labels;
  return severities.size === 0 || severity === "" || severities.has(severity);
}

/** Whether a rule with these labels could produce an alert that counts; further labels come from its series. */
export function canGive(name: string, own: Labels, { labels: required, severities, ignored }: Scope): boolean {
  if (ignored.has(name)) return false;
  for (const [label, value] of required) if (label !== "alertname" && contradicts(own[label], value)) return false;
  if (contradicts(name, required.get("alertname"))) return false;
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
export function mayConcern(labels: Labels, { labels: required }: Scope): boolean {
  for (const [label, value] of required) if (contradicts(labels[label], value)) return false;
  return true;
}

function contradicts(given: string | undefined, required: string | undefined): boolean {
  return given !== undefined && given !== "" && required !== undefined && given !== required && !isTemplate(given);
}

/** Prometheus fills these in when it evaluates the rule. */
function isTemplate(value: string): boolean {
  return value.includes("{{");
}

/** Which alerts count, and the problems of the inputs that define it. */
export function readScope({ matchers, namespace, severity, ignore }: Inputs): {
  readonly scope: Scope;
  readonly problems: readonly Problem[];
} {
  const problems: Problem[] = [];
  const labels = readMatchers(matchers ?? "", problems);
  if (namespace !== undefined) {
    const given = labels.get("namespace");
    if (given !== undefined && given !== namespace) {
      problems.push({
        input: "namespace",
        what: `namespace is ${show(namespace)}, but matchers has namespace=${show(given)}`,
        remedy: "Set one of them.",
      });
    }
    labels.set("namespace", namespace);
  }
  return { scope: { labels, severities: new Set(severity), ignored: new Set(ignore) }, problems };
}

const NAME = /[a-zA-Z_][a-zA-Z0-9_]*/y;
const PLAIN_VALUE = /[^\n,"]+/y;
const SPACE = /[ \t\r\n,]*/y;
const REMEDY =
  'Write label=value, or label="value" if the value contains a comma or a quotation mark; one per line or separated by commas.';

/** `label=value` or `label="value"`, with `\"`, `\\` and `\n` between quotes. Exact matches only: a pattern that matches nothing would pass. */
function readMatchers(text: string, problems: Problem[]): Map<string, string> {
  const found = new Map<string, string>();
  let at = 0;
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const [taken] = pattern.exec(text) ?? [];
    at += taken?.length ?? 0;
    return taken;
  };
  const wrong = (what: string) =>
    void problems.push({
      input: "matchers",
      what: `${what}: ${show(text.slice(Math.max(0, at - 20)))}`,
      remedy: REMEDY,
    });

  for (take(SPACE); at < text.length; take(SPACE)) {
    const name = take(NAME);
    if (name === undefined) return (wrong("expected a label name"), found);
    const operator = /^(?:=~|!=|!~)/.exec(text.slice(at, at + 2))?.[0];
    if (operator !== undefined) return (wrong(`matchers are exact, and ${operator} is not`), found);
    if (text[at] !== "=") return (wrong(`expected "=" after ${name}`), found);
    at += 1;
    const value = text[at] === '"' ? takeQuoted() : take(PLAIN_VALUE)?.trim();
    if (value === undefined || value === "") return (wrong(`expected a value for ${name}`), found);
    if (at < text.length && !/[,\n\r\t ]/.test(text[at]!))
      return (wrong(`unexpected text after the value of ${name}`), found);
    if (found.has(name) && found.get(name) !== value) wrong(`${name} has two values, so no alert can match`);
    found.set(name, value);
  }
  return found;

  function takeQuoted(): string | undefined {
    let value = "";
    for (at += 1; at < text.length; at += 1) {
      const character = text[at]!;
      if (character === '"') {
        at += 1;
        return value;
      }
      if (character !== "\\") value += character;
      else value += { n: "\n", '"': '"', "\\": "\\" }[text[(at += 1)] ?? ""] ?? `\\${text[at] ?? ""}`;
    }
    return undefined;
  }
}

function show(text: string): string {
  return JSON.stringify(shorten(oneLine(text), 80));
}
