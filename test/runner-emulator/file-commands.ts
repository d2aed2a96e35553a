/** The runner's reading of GITHUB_OUTPUT, GITHUB_ENV, GITHUB_STATE, GITHUB_PATH and GITHUB_STEP_SUMMARY (FileCommandManager.cs). */

/** A step's summary above this many bytes is dropped, with an error in the log; the step's result does not change. */
export const SUMMARY_LIMIT = 1024 * 1024;

/** Variables that GITHUB_ENV must not set: the runner refuses them with an error. */
export const BLOCKED_ENVIRONMENT: ReadonlySet<string> = new Set(["NODE_OPTIONS"]);

/**
 * The pairs of a file of `NAME=value` lines and `NAME<<DELIMITER` blocks; of a repeated name the last one counts.
 * Throws what makes the runner fail the step: a line of neither form, an empty name or delimiter, a missing end.
 */
export function parseFileCommands(text: string): Record<string, string> {
  const pairs: Record<string, string> = Object.create(null) as Record<string, string>;
  const source = text.startsWith("\ufeff") ? text.slice(1) : text;
  let index = 0;
  while (index < source.length) {
    const end = endOfLine(source, index);
    const line = source.slice(index, end);
    index = end + 1;
    if (line === "") continue;
    const equals = line.indexOf("=");
    const heredoc = line.indexOf("<<");
    if (equals >= 0 && (heredoc < 0 || equals < heredoc)) {
      pairs[line.slice(0, equals)] = line.slice(equals + 1);
      continue;
    }
    if (heredoc < 0) throw new Error(`Invalid format '${line}'`);
    const name = line.slice(0, heredoc);
    const delimiter = line.slice(heredoc + 2);
    if (name === "" || delimiter === "") {
      throw new Error(`Invalid format '${line}'. Name and delimiter must not be empty`);
    }
    const block = blockUntil(source, index, delimiter);
    if (block === undefined) throw new Error(`Invalid value. Matching delimiter not found '${delimiter}'`);
    pairs[name] = block.value;
    index = block.next;
  }
  return pairs;
}

/** The directories of a GITHUB_PATH file, in order. */
export function parsePathFile(text: string): string[] {
  return text.split(/\r\n|\n|\r/).filter((line) => line !== "");
}

/** The summary as it is uploaded: nothing when it is above the limit. */
export function summaryKept(text: string): string {
  return Buffer.byteLength(text) > SUMMARY_LIMIT ? "" : text;
}

function blockUntil(text: string, start: number, delimiter: string): { value: string; next: number } | undefined {
  let index = start;
  while (index < text.length) {
    const end = endOfLine(text, index);
    if (text.slice(index, end) === delimiter) {
      return { value: index > start ? text.slice(start, index - 1) : "", next: end + 1 };
    }
    index = end + 1;
  }
  return undefined;
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end;
}
