/**
 * A pattern of Python's `re` as one that JavaScript understands in the same way: `$` also matches before a last line
 * feed, `.` matches all but a line feed, `\d`, `\w` and `\s` know Unicode, `(?i)` and `(?P<name>…)` are written
 * differently, and any character may be escaped. Its only flag is `u`, since a JSON Schema has no place for others.
 * Throws SyntaxError for what neither understands, and for a backreference under `(?i)`.
 *
 * A pattern comes from a schema, and schemas are trusted as much as code.
 */
export function pythonPattern(source: string): RegExp {
  const flags = /^\(\?([ais]+)\)/.exec(source);
  return new RegExp(
    translate(flags === null ? source : source.slice(flags[0].length), {
      ignoreCase: flags?.[1]?.includes("i") === true,
      dotAll: flags?.[1]?.includes("s") === true,
    }),
    "u",
  );
}

interface Flags {
  readonly ignoreCase: boolean;
  readonly dotAll: boolean;
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

function translate(source: string, { ignoreCase, dotAll }: Flags): string {
  let out = "";
  let at = 0;
  while (at < source.length) {
    const character = String.fromCodePoint(source.codePointAt(at)!);
    if (character === "\\") {
      const [text, length] = escape(source, at, false);
      if (ignoreCase && /^\\[1-9]/.test(text)) throw noBackreference();
      out += ignoreCase ? inAnyCase(text) : text;
      at += length;
    } else if (character === "[") {
      const [text, length] = characterClass(source, at);
      out += ignoreCase ? classInAnyCase(text) : text;
      at += length;
    } else if (character === "(" && source.startsWith("(?P", at)) {
      const named = /^\(\?P<([A-Za-z_]\w*)>/.exec(source.slice(at, at + 80));
      const repeated = /^\(\?P=([A-Za-z_]\w*)\)/.exec(source.slice(at, at + 80));
      if (named === null && repeated === null) throw new SyntaxError(`an unknown extension in the pattern at ${at}`);
      if (ignoreCase && repeated !== null) throw noBackreference();
      out += named === null ? `\\k<${repeated![1]}>` : `(?<${named[1]}>`;
      at += (named ?? repeated)![0].length;
    } else if (character === "{" || character === "}" || character === "]") {
      const quantifier =
        character === "{" ? /^\{(?:[0-9]+(?:,[0-9]*)?|,[0-9]+)\}/.exec(source.slice(at, at + 24)) : null;
      out += quantifier === null ? `\\${character}` : quantifier[0].replace("{,", "{0,");
      at += quantifier?.[0].length ?? 1;
    } else {
      out += translatedOutside(character, dotAll) ?? (ignoreCase ? inAnyCase(character) : character);
      at += character.length;
    }
  }
  return out;
}

/** The translation of a character outside a class, if it is not the character itself. */
function translatedOutside(character: string, dotAll: boolean): string | undefined {
  if (character === "$") return END;
  if (character === ".") return dotAll ? "[\\s\\S]" : "[^\\n]";
  return character === "/" ? "\\/" : undefined;
}

function noBackreference(): SyntaxError {
  return new SyntaxError("a backreference in a pattern that ignores case is not supported");
}

/** All characters that differ from their upper or lower case. */
let cased: readonly string[] | undefined;

/** A translated character as a class of its cases; anything else as it is. */
function inAnyCase(translated: string): string {
  return /^(?:[^\\]|\\x..|\\u....)$/u.test(translated) && /\p{Changes_When_Casemapped}/u.test(unescaped(translated))
    ? classInAnyCase(`[${translated}]`)
    : translated;
}

function unescaped(translated: string): string {
  return translated.length > 2 ? String.fromCharCode(parseInt(translated.slice(2), 16)) : translated;
}

/** A translated class with the other cases of its characters, which the engine itself knows from the flag `i`. */
function classInAnyCase(translated: string): string {
  cased ??= Array.from({ length: 0x20000 }, (_, code) => String.fromCodePoint(code)).filter((character) =>
    /\p{Changes_When_Casemapped}/u.test(character),
  );
  const body = translated.replace(/^\[\^?/, "").slice(0, -1);
  const [exact, folded] = [new RegExp(`[${body}]`, "u"), new RegExp(`[${body}]`, "iu")];
  const others = cased.filter((character) => folded.test(character) && !exact.test(character));
  return `${translated.slice(0, -1)}${others.join("")}]`;
}

/** The escape that begins at `at`, and its length in the source. */
function escape(source: string, at: number, inClass: boolean): [string, number] {
  const next = source[at + 1];
  if (next === undefined) throw new SyntaxError("the pattern ends in a backslash");
  const hex = /^\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4})/.exec(source.slice(at, at + 6));
  if (hex !== null) return [hex[0], hex[0].length];
  if (inClass && /[wWsS]/.test(next)) {
    // A class can contain only the parts of a positive set.
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
    if (character === undefined) throw new SyntaxError("the pattern has an unclosed class");
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
  let from = false; // a single character is before it
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
