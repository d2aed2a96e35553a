/** A problem with one line. Caught where the line number is known. */
export class LineError extends Error {}

const NAME = /[a-zA-Z_:][a-zA-Z0-9_:]*/y;
const LABEL_NAME = /[a-zA-Z_][a-zA-Z0-9_]*/y;
const WORD = /[^ \t{},="#]+/y;
const REST = /[^ \t]+/y;
const SHOWN = 60;

/** Reads one line from left to right. */
export interface LineReader {
  readonly atEnd: () => boolean;
  readonly peek: () => string;
  /** Moves past this text; false if something else is here. */
  readonly take: (text: string) => boolean;
  /** Moves past spaces and tabs, and returns how many there were. */
  readonly skipBlanks: () => number;
  readonly metricName: () => string | undefined;
  readonly labelName: () => string | undefined;
  /** Up to the next blank or delimiter of the format. */
  readonly word: () => string;
  /** Up to the next blank. */
  readonly token: () => string;
  readonly rest: () => string;
  /** A string in double quotes, with the escapes `\\`, `\"` and `\n`. */
  readonly quoted: () => string;
  readonly fail: (what: string) => LineError;
}

export function readLine(line: string): LineReader {
  let at = 0;

  function match(pattern: RegExp): string | undefined {
    pattern.lastIndex = at;
    const [found] = pattern.exec(line) ?? [];
    at += found?.length ?? 0;
    return found;
  }

  function quoted(): string {
    const parts: string[] = [];
    let from = (at += 1);
    for (; at < line.length; at += 1) {
      if (line[at] === '"') {
        parts.push(line.slice(from, at));
        at += 1;
        return parts.join("");
      }
      if (line[at] !== "\\") continue;
      const escaped = ESCAPED[line[at + 1] ?? ""];
      if (escaped === undefined) throw fail(`there is no escape \\${line[at + 1] ?? ""} in a label's value`);
      parts.push(line.slice(from, at), escaped);
      at += 1;
      from = at + 1;
    }
    throw fail("a quotation mark is missing");
  }

  function fail(what: string): LineError {
    const rest = line.slice(at, at + SHOWN);
    return new LineError(`${what}${rest === "" ? " at the end of the line" : ` at ${JSON.stringify(rest)}`}`);
  }

  return {
    atEnd: () => at >= line.length,
    peek: () => line[at] ?? "",
    take(text) {
      const found = line.startsWith(text, at);
      if (found) at += text.length;
      return found;
    },
    skipBlanks() {
      const start = at;
      while (line[at] === " " || line[at] === "\t") at += 1;
      return at - start;
    },
    metricName: () => match(NAME),
    labelName: () => match(LABEL_NAME),
    word: () => match(WORD) ?? "",
    token: () => match(REST) ?? "",
    rest: () => line.slice(at),
    quoted,
    fail,
  };
}

const ESCAPED: Readonly<Record<string, string>> = { "\\": "\\", '"': '"', n: "\n" };

/** The text of a HELP line. Unknown escapes are kept, as in Prometheus. */
export function unescapeHelp(text: string, quotes: boolean): string {
  return text.replace(/\\([\\n"])/g, (whole, letter: string) =>
    letter === '"' && !quotes ? whole : (ESCAPED[letter] ?? whole),
  );
}

const NUMBER = /^[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?$/;
const INFINITE = /^([+-]?)inf(?:inity)?$/i;

/** A sample's value as both formats write it; undefined if it is not a number. */
export function readNumber(text: string): number | undefined {
  if (NUMBER.test(text)) return Number(text);
  if (/^nan$/i.test(text)) return Number.NaN;
  const [, sign] = INFINITE.exec(text) ?? [];
  return sign === undefined ? undefined : sign === "-" ? -Infinity : Infinity;
}
