/** A problem for which Prometheus rejects the page. Caught where the line number is known. */
export class LineError extends Error {}
/** The line ends within quotation marks. */
export class OpenQuotation extends LineError {}

/** Reports something in this line that the format forbids and Prometheus accepts. */
export type Warn = (what: string) => void;

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
  /** A string in double quotes, with the escapes `\\`, `\"` and `\n`. Any other escape is kept as it is. */
  readonly quoted: () => string;
  /** The same for a name, which cannot contain NUL. */
  readonly quotedName: () => string;
  readonly fail: (what: string) => LineError;
}

/** `onEscape` is called with an escape that the text format does not have; OpenMetrics allows any. */
export function readLine(line: string, onEscape?: Warn): LineReader {
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
      if (escaped === undefined) {
        const next = line[at + 1];
        if (next === undefined || next === "\n") throw fail("there is no escape \\ at the end of a line");
        onEscape?.(fail(`there is no escape \\${next} in a label's value`).message);
        at += 1;
        continue;
      }
      parts.push(line.slice(from, at), escaped);
      at += 1;
      from = at + 1;
    }
    throw new OpenQuotation("a quotation mark is missing at the end of the line");
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
    quotedName() {
      const name = quoted();
      if (name.includes("\0")) throw new LineError("a quoted name contains NUL");
      return name;
    },
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

/** A sample's value as both formats write it; undefined if it is not a number, or too large for one. */
export function readNumber(text: string): number | undefined {
  if (NUMBER.test(text)) return Number.isFinite(Number(text)) ? Number(text) : undefined;
  if (/^nan$/i.test(text)) return Number.NaN;
  const [, sign] = INFINITE.exec(text) ?? [];
  return sign === undefined ? undefined : sign === "-" ? -Infinity : Infinity;
}
