import { collectFamilies } from "./families.ts";
import { LineError, readLine, unescapeHelp } from "./line-reader.ts";
import type { Format, Page, PageProblem } from "./page.ts";
import { readSample } from "./sample.ts";

const MAX_PROBLEMS = 20;
/** Each takes memory, and millions of them take minutes during which no signal is handled. */
const MAX_SAMPLES = 200_000;

/**
 * Reads a metrics page: the Prometheus text format 0.0.4 with the quoted names of 1.0.0
 * (https://prometheus.io/docs/instrumenting/exposition_formats/) or OpenMetrics 1.0
 * (https://prometheus.io/docs/specs/om/open_metrics_spec/). Strict: a line that does not fit the format is a problem with
 * its number, and so are types given twice or too late, duplicate samples, and in OpenMetrics everything that its parsers
 * reject. A line with a problem is ignored; after 20 problems or 200,000 samples, reading stops.
 */
export function parseExposition(text: string, format: Format): Page {
  const problems: PageProblem[] = [];
  const report = (line: number, what: string) => void (problems.length < MAX_PROBLEMS && problems.push({ line, what }));
  const families = collectFamilies(format);
  const lines = text.split("\n");
  const rest = lines.pop() ?? "";
  let ended = false;

  let count = 0;
  const isFull = () => problems.length >= MAX_PROBLEMS || count > MAX_SAMPLES;
  for (let index = 0; index < lines.length && !isFull(); index += 1) read(lines[index]!, index + 1);
  if (isFull()) return { format, families: families.found, problems };
  if (rest !== "") {
    read(rest, lines.length + 1);
    // In OpenMetrics, the line feed after # EOF is optional.
    if (!ended || rest !== "# EOF")
      report(lines.length + 1, "the last line does not end with a line feed: the page may be cut off");
  }
  if (format === "openmetrics" && !ended) report(lines.length + 1, "there is no # EOF at the end: the page is cut off");
  for (const { line, what } of families.finish()) report(line, what);
  return { format, families: families.found, problems: problems.toSorted((one, other) => one.line - other.line) };

  function read(line: string, number: number): void {
    try {
      if (ended) throw new LineError("there is more text after # EOF");
      if (format === "openmetrics") readOpenMetricsLine(line, number);
      else readTextLine(line, number);
    } catch (error) {
      if (!(error instanceof LineError)) throw error;
      report(number, error.message);
    }
  }

  function addSample(line: string, number: number): void {
    if ((count += 1) > MAX_SAMPLES) throw new LineError(`the page has more than ${MAX_SAMPLES} samples`);
    families.addSample(readSample(readLine(line), format, number));
  }

  function readTextLine(given: string, number: number): void {
    const line = given.replace(/^[ \t]+/, "");
    if (line === "" || line === "\r") return;
    if (!line.startsWith("#")) return addSample(line, number);
    const reader = readLine(line.slice(1));
    reader.skipBlanks();
    const keyword = reader.token();
    if (keyword !== "HELP" && keyword !== "TYPE") return;
    reader.skipBlanks();
    const name = reader.peek() === '"' ? reader.quoted() : reader.metricName();
    if (name === undefined || (!reader.atEnd() && reader.skipBlanks() === 0))
      throw reader.fail(`${keyword} names no metric`);
    if (keyword === "HELP") families.setHelp(name, unescapeHelp(reader.rest(), false), number);
    else families.setType(name, reader.rest().replace(/[ \t]+$/, ""), number);
  }

  function readOpenMetricsLine(line: string, number: number): void {
    if (line === "# EOF") return void (ended = true);
    if (line === "") throw new LineError("an empty line is not allowed in OpenMetrics");
    if (!line.startsWith("#")) return addSample(line, number);
    const reader = readLine(line);
    const keyword = ["HELP", "TYPE", "UNIT"].find((one) => reader.take(`# ${one} `));
    if (keyword === undefined) throw reader.fail("only # HELP, # TYPE, # UNIT and # EOF are allowed in OpenMetrics");
    const name = reader.peek() === '"' ? reader.quoted() : reader.metricName();
    if (name === undefined || !reader.take(" ")) throw reader.fail(`${keyword} names no metric`);
    if (keyword === "HELP") families.setHelp(name, unescapeHelp(reader.rest(), true), number);
    else if (keyword === "TYPE") families.setType(name, reader.rest(), number);
    else families.setUnit(name, reader.rest(), number);
  }
}
