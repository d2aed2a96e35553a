import { quote } from "@release-actions/text";
import { LineError, readNumber, type LineReader, type Warn } from "./line-reader.ts";
import type { Exemplar, Format, Sample } from "./page.ts";

/** OpenMetrics 1.0: names and values of an exemplar's labels together, in characters. */
const LONGEST_EXEMPLAR = 128;

/** Milliseconds are signed 64-bit integers in Prometheus. */
const LAST_TIME = 2n ** 63n - 1n;

/**
 * Reads one sample, `name{label="value"} 1 1700000000000`; a name outside the classic alphabet is quoted between the
 * braces. Throws LineError.
 */
export function readSample(reader: LineReader, format: Format, line: number, warn: Warn): Sample {
  const strict = format === "openmetrics";
  const outside = reader.metricName();
  if (outside === undefined && reader.peek() !== "{") throw reader.fail("a metric's name is missing");
  if (!strict) reader.skipBlanks();
  const { name = outside, labels } =
    reader.peek() === "{"
      ? readBraces(reader, { strict, mayName: outside === undefined, warn })
      : { name: outside, labels: new Map<string, string>() };
  if (name === undefined) throw reader.fail("a metric's name is missing");
  separate(reader, strict, true);
  const value = readValue(reader);
  const time = readTime(reader, strict);
  const exemplar = strict ? readExemplar(reader, warn) : undefined;
  if (!strict) reader.skipBlanks();
  if (!reader.atEnd()) throw reader.fail("there is more text after the value");
  return { name, labels, value, time, exemplar, line };
}

interface Braces {
  readonly strict: boolean;
  /** The first item may be the metric's name. */
  readonly mayName: boolean;
  readonly isExemplar?: boolean;
  readonly warn: Warn;
}

function readBraces(
  reader: LineReader,
  { strict, mayName, isExemplar = false, warn }: Braces,
): { name?: string; labels: Map<string, string> } {
  const labels = new Map<string, string>();
  let name: string | undefined;
  const blanks = () => void (strict || reader.skipBlanks());
  reader.take("{");
  blanks();
  while (!reader.take("}")) {
    const quoted = reader.peek() === '"' ? reader.quotedName() : undefined;
    const label = quoted ?? reader.labelName();
    if (label === undefined || label === "") throw reader.fail("a label's name is missing");
    blanks();
    if (quoted !== undefined && reader.peek() !== "=" && mayName && name === undefined && labels.size === 0) {
      name = quoted;
    } else {
      if (!reader.take("=")) throw reader.fail(`there is no "=" after the label ${label}`);
      blanks();
      if (reader.peek() !== '"') throw reader.fail(`the value of the label ${label} is not quoted`);
      if (labels.has(label)) {
        if (!isExemplar) throw new LineError(`the label ${label} is given twice`);
        warn(`the label ${label} of an exemplar is given twice`);
      }
      if (label === "__name__" && !isExemplar) throw new LineError("__name__ is not allowed as a label");
      labels.set(label, reader.quoted());
      blanks();
    }
    const more = reader.take(",");
    blanks();
    if (!more && reader.peek() !== "}") {
      const missing = reader.fail('"," or "}" is missing');
      if (strict || reader.atEnd()) throw missing;
      warn(missing.message);
    }
    // The text format allows a comma after the last label.
    if (more && strict && reader.peek() === "}") throw reader.fail("there is a comma after the last label");
  }
  return name === undefined ? { labels } : { name, labels };
}

/** Moves past what separates two parts: blanks, or in OpenMetrics exactly one space. */
function separate(reader: LineReader, strict: boolean, afterBraces = false): void {
  if (strict) {
    if (!reader.take(" ")) throw reader.fail("a space is missing");
  } else if (reader.skipBlanks() === 0 && !afterBraces) {
    throw reader.fail("a space is missing");
  }
}

function readValue(reader: LineReader): number {
  const text = reader.word();
  const value = readNumber(text);
  if (value === undefined)
    throw text === "" ? reader.fail("the value is missing") : new LineError(`${quote(text, 60)} is not a number`);
  return value;
}

/** Whole milliseconds in the text format, seconds in OpenMetrics. */
function readTime(reader: LineReader, strict: boolean): number | undefined {
  if (!strict) {
    reader.skipBlanks();
    const text = reader.token();
    if (text === "") return undefined;
    // The format has times before 1970, which Prometheus rejects.
    if (!/^[0-9]{1,19}$/.test(text) || BigInt(text) > LAST_TIME)
      throw new LineError(`${quote(text, 60)} is not a time in milliseconds`);
    return Number(text);
  }
  if (reader.atEnd() || reader.rest().startsWith(" #")) return undefined;
  separate(reader, true);
  return readSeconds(reader);
}

function readSeconds(reader: LineReader): number {
  const text = reader.word();
  const seconds = readNumber(text);
  if (seconds === undefined || !Number.isFinite(seconds))
    throw new LineError(`${quote(text, 60)} is not a time in seconds`);
  return seconds * 1000;
}

function readExemplar(reader: LineReader, warn: Warn): Exemplar | undefined {
  if (!reader.take(" # ")) return undefined;
  if (reader.peek() !== "{") throw reader.fail("an exemplar's labels are missing");
  const { labels } = readBraces(reader, { strict: true, mayName: false, isExemplar: true, warn });
  const length = [...labels].reduce((sum, [name, value]) => sum + [...name].length + [...value].length, 0);
  if (length > LONGEST_EXEMPLAR)
    warn(`an exemplar's labels have ${length} characters, at most ${LONGEST_EXEMPLAR} are allowed`);
  separate(reader, true);
  const value = readValue(reader);
  if (reader.atEnd()) return { labels, value, time: undefined };
  separate(reader, true);
  return { labels, value, time: readSeconds(reader) };
}
