import { invalid, type Problem } from "@release-actions/action";

/** Ten times the largest saas file that people write. */
const LONGEST = 2 * 1024 * 1024;

/**
 * What YAML 1.1 (app-interface uses PyYAML) rejects or reads as a line break, and YAML 1.2 does not. A comment for one
 * would be a ref for the other.
 */
const DISPUTED = /\r(?!\n)|[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\ufffe\uffff]/;

/** The text of a file, its byte order mark included. Throws `invalid` if it is too long or not UTF-8. */
export function decode(bytes: Buffer, file: string): string {
  if (bytes.length > LONGEST)
    throw invalid(`${file} is too long for a saas file (at most ${LONGEST} bytes)`, {
      remedy: "Check which file is meant.",
    });
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw invalid(`${file} is not UTF-8`, { remedy: "Save it as UTF-8.", cause });
  }
  const problem = disputed(text, file);
  if (problem !== undefined) throw invalid(`${file}:${problem.line}: ${problem.what}`, { problems: [problem] });
  return text;
}

function disputed(text: string, file: string): (Problem & { line: number }) | undefined {
  const at = text.search(DISPUTED);
  if (at === -1) return undefined;
  const name = `U+${text.charCodeAt(at).toString(16).toUpperCase().padStart(4, "0")}`;
  return {
    what: `the character ${name}, which YAML readers disagree about`,
    remedy: "Remove it or write it as an escape.",
    file,
    line: lineIndex(text)(at),
  };
}

/** The 1-based line of any offset into the text. */
export function lineIndex(text: string): (offset: number) => number {
  const starts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return (offset) => {
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] as number) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  };
}
