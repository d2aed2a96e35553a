import type { Problem } from "@release-actions/action";
import { oneLine, shorten } from "@release-actions/text";
import type { Scope } from "./scope.ts";

export interface ScopeInputs {
  readonly matchers: string | undefined;
  readonly namespace: string | undefined;
  readonly severity: readonly string[];
  readonly ignore: readonly string[];
}

/** Which alerts count, read from the inputs; what is wrong with them is added to `problems`. */
export function scopeOf({ matchers, namespace, severity, ignore }: ScopeInputs, problems: Problem[] = []): Scope {
  const labels = readMatchers(matchers ?? "", problems);
  if (namespace !== undefined) {
    const given = labels.get("namespace");
    if (given !== undefined && given !== namespace) {
      problems.push({
        input: "namespace",
        what: `namespace is ${show(namespace)}, and matchers say namespace=${show(given)}`,
        remedy: "Give one of them.",
      });
    }
    labels.set("namespace", namespace);
  }
  return { labels, severities: new Set(severity), ignored: new Set(ignore) };
}

const NAME = /[a-zA-Z_][a-zA-Z0-9_]*/y;
const PLAIN_VALUE = /[^\n,"]+/y;
const SPACE = /[ \t\r\n,]*/y;
const REMEDY =
  'Write label=value, or label="value" where the value has a comma or a quotation mark in it; several on lines of their own or separated by commas.';

/** `label=value` or `label="value"`, with `\"`, `\\` and `\n` between quotes. Exact ones only: a pattern that fits nothing would pass. */
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
    if (name === undefined) return (wrong("no label where one should stand"), found);
    const operator = /^(?:=~|!=|!~)/.exec(text.slice(at, at + 2))?.[0];
    if (operator !== undefined) return (wrong(`matchers are exact, and ${operator} is not`), found);
    if (text[at] !== "=") return (wrong(`no "=" behind ${name}`), found);
    at += 1;
    const value = text[at] === '"' ? takeQuoted() : take(PLAIN_VALUE)?.trim();
    if (value === undefined || value === "") return (wrong(`no value for ${name}`), found);
    if (at < text.length && !/[,\n\r\t ]/.test(text[at]!))
      return (wrong(`more text behind the value of ${name}`), found);
    if (found.has(name) && found.get(name) !== value) wrong(`${name} has two values, which no alert has`);
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
