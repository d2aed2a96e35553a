/**
 * A pattern of Python's `re` as one that JavaScript understands in the same way: `$` also stands before a last line
 * feed, `.` takes all but a line feed, `\d`, `\w` and `\s` know Unicode, `(?i)` and `(?P<name>…)` are written otherwise,
 * and any character may be escaped. Throws SyntaxError for what neither understands.
 *
 * A pattern comes from a schema, and schemas are trusted as much as code.
 */
export function pythonPattern(source: string): RegExp {
  const flags = /^\(\?([ais]+)\)/.exec(source);
  const ignoreCase = flags?.[1]?.includes("i") === true;
  const dotAll = flags?.[1]?.includes("s") === true;
  return new RegExp(
    translate(flags === null ? source : source.slice(flags[0].length), dotAll),
    ignoreCase ? "iu" : "u",
  );
}

const END = "(?=\\n?(?![\\s\\S]))";
const CLASSES: Readonly<Record<string, string>> = {
  d: "\\p{Nd}",
  D: "\\P{Nd}",
  w: "[\\p{L}\\p{N}_]",
  W: "[^\\p{L}\\p{N}_]",
  s: "[\\t-\\r\\x1c-\\x20\\x85\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]",
  S: "[^\\t-\\r\\x1c-\\x20\\x85\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]",
  b: "\\b",
  B: "\\B",
  A: "(?<![\\s\\S])",
  Z: "(?![\\s\\S])",
};

function translate(source: string, dotAll: boolean): string {
  let out = "";
  let at = 0;
  while (at < source.length) {
    const character = source[at]!;
    if (character === "\\") {
      const [text, length] = escape(source, at, false);
      out += text;
      at += length;
    } else if (character === "[") {
      const [text, length] = characterClass(source, at);
      out += text;
      at += length;
    } else if (character === "(" && source.startsWith("(?P", at)) {
      const named = /^\(\?P<([A-Za-z_]\w*)>/.exec(source.slice(at, at + 80));
      const repeated = /^\(\?P=([A-Za-z_]\w*)\)/.exec(source.slice(at, at + 80));
      if (named === null && repeated === null) throw new SyntaxError(`an unknown extension in the pattern at ${at}`);
      out += named === null ? `\\k<${repeated![1]}>` : `(?<${named[1]}>`;
      at += (named ?? repeated)![0].length;
    } else if (character === "{" || character === "}" || character === "]") {
      const quantifier =
        character === "{" ? /^\{(?:[0-9]+(?:,[0-9]*)?|,[0-9]+)\}/.exec(source.slice(at, at + 24)) : null;
      out += quantifier === null ? `\\${character}` : quantifier[0].replace("{,", "{0,");
      at += quantifier?.[0].length ?? 1;
    } else {
      out +=
        character === "$"
          ? END
          : character === "."
            ? dotAll
              ? "[\\s\\S]"
              : "[^\\n]"
            : character === "/"
              ? "\\/"
              : character;
      at += 1;
    }
  }
  return out;
}

/** The escape that begins at `at`, and its length in the source. */
function escape(source: string, at: number, inClass: boolean): [string, number] {
  const next = source[at + 1];
  if (next === undefined) throw new SyntaxError("the pattern ends in a backslash");
  const hex = /^\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4})/.exec(source.slice(at, at + 6));
  if (hex !== null) return [hex[0], hex[0].length];
  if (inClass && /[wWsS]/.test(next)) {
    // In a class only the parts of a positive set can stand.
    if (/[WS]/.test(next)) throw new SyntaxError(`\\${next} inside a class is not supported`);
    return [CLASSES[next]!.slice(1, -1), 2];
  }
  if (inClass && next === "b") return ["\\b", 2];
  const known = CLASSES[next];
  if (known !== undefined) return [known, 2];
  if (/[nrtfv]/.test(next)) return [`\\${next}`, 2];
  if (next === "a") return ["\\x07", 2];
  if (next === "0") return ["\\0", 2];
  if (/[1-9]/.test(next) && !inClass) return [`\\${next}`, 2];
  if (/[A-Za-z0-9]/.test(next)) throw new SyntaxError(`the pattern has an unknown escape \\${next}`);
  return [literal(next), 2];
}

function characterClass(source: string, start: number): [string, number] {
  let at = start + 1;
  let out = "[";
  if (source[at] === "^") {
    out += "^";
    at += 1;
  }
  for (let first = true; ; first = false) {
    const character = source[at];
    if (character === undefined) throw new SyntaxError("the pattern has a class without an end");
    if (character === "]" && !first) return [`${out}]`, at + 1 - start];
    if (character === "\\") {
      const [text, length] = escape(source, at, true);
      out += text;
      at += length;
    } else if (character === "-") {
      out += isRange(source, start, at) ? "-" : "\\-";
      at += 1;
    } else {
      out += "[]^{}()|/".includes(character) ? `\\${character}` : character;
      at += 1;
    }
  }
}

/** Whether the dash at `at` joins two characters: neither first, nor last, nor behind another range. */
function isRange(source: string, start: number, at: number): boolean {
  let position = start + 1;
  if (source[position] === "^") position += 1;
  let from = false; // a single character stands before
  while (position <= at) {
    if (source[position] === "-" && from && source[position + 1] !== "]") {
      if (position === at) return true;
      position += 1 + atomLength(source, position + 1);
      from = false;
      continue;
    }
    if (position === at) return false;
    const length = atomLength(source, position);
    from = !/^\\[dDwWsS]/.test(source.slice(position, position + 2));
    position += length;
  }
  return false;
}

function atomLength(source: string, at: number): number {
  if (source[at] !== "\\") return 1;
  return source[at + 1] === "x" ? 4 : source[at + 1] === "u" ? 6 : 2;
}

function literal(character: string): string {
  return "\\^$.*+?()[]{}|/-".includes(character) ? `\\${character}` : character;
}
