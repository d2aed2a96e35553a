import { CR, LF, SPACE } from "./blocks/bytes.ts";
import { scanBlocks } from "./blocks/scan.ts";
import { LINE } from "./blocks/state.ts";

interface TextLine {
  /** Where its text begins, behind markers and indentation, and where it ends. */
  readonly text: number;
  readonly stop: number;
  readonly line: number;
}

const BACKSLASH = 92;
const BACKTICK = 96;

/**
 * Joins the hard-wrapped lines of each paragraph, in list items and block quotes too. Release pages show every
 * line ending as a line break; CommonMark shows it as a space, which is what replaces it. Code, HTML,
 * tables, headings, link definitions, alerts (`[!NOTE]`) and hard line breaks stay as they are.
 */
export function reflow(body: string): string {
  const bytes = Buffer.from(body, "utf8");
  const { paragraphs, untouched } = readParagraphs(bytes);
  const parts: string[] = [];
  let from = 0;
  for (const paragraph of paragraphs) {
    if (paragraph.length < 2 || paragraph.some(({ text, stop }) => isDelimiterRow(bytes, text, stop))) continue;
    let joined = false;
    // A space before a line ending counts in a code span and nowhere else; which of the two it is, is not looked into.
    const mayHoldCode = paragraph.some(({ text, stop }) => bytes.subarray(text, stop).includes(BACKTICK));
    for (let i = 1; i < paragraph.length; i++) {
      const [previous, line] = [paragraph[i - 1]!, paragraph[i]!];
      const fixed =
        untouched.has(previous.line) ||
        untouched.has(line.line) ||
        (i === 1 && isAlert(bytes, previous)) ||
        (mayHoldCode && bytes[previous.stop - 1] === SPACE);
      joined = !fixed && !breaksHard(bytes, previous) && (joined || !couldTurn(bytes, previous));
      if (!joined) continue;
      let end = previous.stop;
      while (end > previous.text && bytes[end - 1] === SPACE) end--;
      parts.push(bytes.toString("utf8", from, end), " ");
      from = line.text;
    }
  }
  parts.push(bytes.toString("utf8", from));
  return parts.join("");
}

/** The lines of each paragraph; those that turned out to be a heading's or a definition's are named apart. */
function readParagraphs(bytes: Buffer): { paragraphs: TextLine[][]; untouched: Set<number> } {
  const paragraphs: TextLine[][] = [];
  const untouched = new Set<number>();
  const except = ({ line, lastLine }: { line: number; lastLine: number }): void => {
    for (let i = line; i <= lastLine; i++) untouched.add(i);
  };
  scanBlocks(bytes, {
    heading: except,
    definition: except,
    line(kind, first, { text, stop, line }) {
      if (kind !== LINE.paragraph) return;
      if (first) paragraphs.push([]);
      paragraphs.at(-1)?.push({ text, stop, line });
    },
  });
  return { paragraphs, untouched };
}

function breaksHard(bytes: Uint8Array, { text, stop }: TextLine): boolean {
  if (stop - text >= 2 && bytes[stop - 1] === SPACE && bytes[stop - 2] === SPACE) return true;
  let slashes = 0;
  while (stop - slashes > text && bytes[stop - 1 - slashes] === BACKSLASH) slashes++;
  return slashes % 2 === 1;
}

/** Whether a line could start another block once it had more text: a list item, a rule, HTML, a definition. */
function couldTurn(bytes: Buffer, { text, stop }: TextLine): boolean {
  const line = bytes.toString("utf8", text, stop);
  return (
    line.startsWith("<") ||
    (line.startsWith("[") && line.includes("]:")) ||
    /^(?:[*+_ \t-]+|\d{1,9}[.)][ \t]*)$/.test(line)
  );
}

function isAlert(bytes: Buffer, { text, stop }: TextLine): boolean {
  return stop - text <= 40 && /^\[![A-Za-z]+\][ \t]*$/.test(bytes.toString("utf8", text, stop));
}

/** The row below a table's head: `|---|:-:|`. */
function isDelimiterRow(bytes: Uint8Array, text: number, stop: number): boolean {
  let [dashes, marks] = [0, 0];
  for (let i = text; i < stop; i++) {
    const char = String.fromCharCode(bytes[i]!);
    if (char === "-") dashes++;
    else if (char === "|" || char === ":") marks++;
    else if (char !== " " && char !== "\t" && bytes[i] !== LF && bytes[i] !== CR) return false;
  }
  return dashes > 0 && marks > 0;
}
