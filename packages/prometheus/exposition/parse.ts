import { collectFamilies } from "./families.ts";
import { LineError, OpenQuotation, readLine, unescapeHelp } from "./line-reader.ts";
import type { Format, Page, PageProblem, ProblemKind } from "./page.ts";
import { readSample } from "./sample.ts";

const MAX_PROBLEMS = 20;
/** Each takes memory, and millions of them take minutes during which no signal is handled. */
const MAX_SAMPLES = 200_000;
/** A label's value may contain line breaks in the text format as Prometheus reads it. */
const MAX_LINES = 20;

/**
 * Reads a metrics page: the Prometheus text format 0.0.4 with the quoted names of 1.0.0
 * (https://prometheus.io/docs/instrumenting/exposition_formats/) or OpenMetrics 1.0
 * (https://prometheus.io/docs/specs/om/open_metrics_spec/). Bytes must be UTF-8. Everything that the format forbids is a
 * problem with its line, and its kind says whether Prometheus 2 and 3 scrape the page anyway; then the page is read as
 * they read it. A line for which they reject the page is ignored; after 20 of these or 200,000 samples, reading stops.
 */
export function parseExposition(page: string | Uint8Array, format: Format): Page {
  const problems: PageProblem[] = [];
  const counts: Record<ProblemKind, number> = { rejected: 0, accepted: 0, unread: 0 };
  const report = (line: number, what: string, kind: ProblemKind) => {
    if ((counts[kind] += 1) <= MAX_PROBLEMS) problems.push({ line, what, kind });
  };
  let current = 0;
  const warn = (what: string) => report(current, what, "accepted");
  const families = collectFamilies(format, warn);
  const { lines, decode } = splitLines(page);
  const rest = lines.pop() ?? "";
  let ended = false;

  let count = 0;
  const isFull = () => counts.rejected >= MAX_PROBLEMS || counts.unread > 0;
  for (let index = 0; index < lines.length && !isFull(); index += 1) index += read(index, lines) - 1;
  if (!isFull() && rest !== "") {
    read(0, [rest], lines.length + 1);
    // In OpenMetrics, the line feed after # EOF is optional.
    if (!ended || rest !== "# EOF")
      report(lines.length + 1, "the last line does not end with a line feed: the page may be cut off", "accepted");
  }
  if (!isFull()) {
    if (format === "openmetrics" && !ended)
      report(lines.length + 1, "there is no # EOF at the end: the page is cut off", "rejected");
    for (const { line, what, kind } of families.finish()) report(line, what, kind);
  }
  return { format, families: families.found, problems: problems.toSorted((one, other) => one.line - other.line) };

  /** Returns how many lines were read. */
  function read(index: number, from: readonly string[], number = index + 1): number {
    current = number;
    try {
      if (number === 1 && decode(from[index]!)?.startsWith("\ufeff") === true)
        throw new LineError("the page starts with a byte order mark");
      if (ended) throw new LineError("there is more text after # EOF");
      if (format === "text") return readTextLine(index, from);
      readOpenMetricsLine(checked(from[index]!));
    } catch (error) {
      if (!(error instanceof LineError)) throw error;
      report(number, error.message, "rejected");
    }
    return 1;
  }

  function checked(line: string): string {
    const text = decode(line);
    if (text === undefined) throw new LineError("the line is not UTF-8");
    return text;
  }

  function addSample(line: string): void {
    if (count === MAX_SAMPLES) return report(current, `the page has more than ${MAX_SAMPLES} samples`, "unread");
    count += 1;
    const sample = readSample(readLine(line, format === "text" ? warn : undefined), format, current, warn);
    families.addSample(sample);
  }

  function readTextLine(index: number, from: readonly string[]): number {
    const line = from[index]!.replace(/^[ \t]+/, "");
    if (line === "") return 1;
    // Prometheus does not read comments, so they may be in any encoding.
    const [start] = /^#[ \t]+(?:HELP|TYPE)[ \t]+/.exec(line) ?? [];
    if (start !== undefined) readTextComment(checked(line).slice(start.length), start.includes("TYPE"));
    else if (!line.startsWith("#")) return addTextSample(index, from);
    return 1;
  }

  function readTextComment(text: string, isType: boolean): void {
    const reader = readLine(text);
    const name = reader.peek() === '"' ? reader.quotedName() : reader.metricName();
    if (name === undefined) throw reader.fail(`${isType ? "TYPE" : "HELP"} names no metric`);
    const after = reader.rest();
    // Prometheus ignores which character this is.
    if (after !== "" && !/^[ \t]/.test(after)) warn(reader.fail(`the name ${name} does not end with a space`).message);
    if (isType) families.setType(name, after.slice(1));
    else families.setHelp(name, unescapeHelp(after.slice(1), false));
  }

  function addTextSample(index: number, from: readonly string[]): number {
    for (let used = 1; ; used += 1) {
      const text = from
        .slice(index, index + used)
        .map(checked)
        .join("\n");
      try {
        addSample(text.replace(/^[ \t]+/, ""));
        if (used > 1) warn("a label's value contains a line break");
        return used;
      } catch (error) {
        if (!(error instanceof OpenQuotation) || used === MAX_LINES || index + used >= from.length) throw error;
        count -= 1;
      }
    }
  }

  function readOpenMetricsLine(line: string): void {
    if (line === "# EOF") return void (ended = true);
    if (line === "") throw new LineError("an empty line is not allowed in OpenMetrics");
    if (!line.startsWith("#")) return addSample(line);
    const reader = readLine(line);
    const keyword = ["HELP", "TYPE", "UNIT"].find((one) => reader.take(`# ${one} `));
    if (keyword === undefined) throw reader.fail("only # HELP, # TYPE, # UNIT and # EOF are allowed in OpenMetrics");
    const name = reader.peek() === '"' ? reader.quotedName() : reader.metricName();
    if (name === undefined || !reader.take(" ")) throw reader.fail(`${keyword} names no metric`);
    if (keyword === "HELP") families.setHelp(name, unescapeHelp(reader.rest(), true));
    else if (keyword === "TYPE") families.setType(name, reader.rest());
    else families.setUnit(name, reader.rest());
  }
}

/** The lines of a page. `decode` gives the text of one, or undefined if it is not UTF-8. */
function splitLines(page: string | Uint8Array): { lines: string[]; decode: (line: string) => string | undefined } {
  if (typeof page === "string") return { lines: page.split("\n"), decode: (line) => line };
  const whole = decodeUtf8(page);
  if (whole !== undefined) return { lines: whole.split("\n"), decode: (line) => line };
  // One character for each byte, so that every line can be decoded separately.
  return {
    lines: Buffer.from(page).toString("latin1").split("\n"),
    decode: (line) => decodeUtf8(Buffer.from(line, "latin1")),
  };
}

/** The byte order mark is kept. */
function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
