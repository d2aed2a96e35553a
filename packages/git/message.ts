import { invalid } from "@release-actions/action";

const MAX_SUBJECT = 200;
const MAX_MESSAGE = 64 * 1024;

/** Tokens by which GitHub, GitLab, Azure and others skip pipelines, wherever in a message they stand. */
const SKIP = /\[[ \t]*(?:skip[ _-]?(?:ci|actions)|(?:ci|actions)[ _-]?skip|no[ _-]?ci)[ \t]*\]|\*{3}NO_CI\*{3}/gi;

/** C0 but tab and line feed, C1, bidirectional controls, zero-width characters, byte order mark, tags. */

const INVISIBLE =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]/gu;

/**
 * A commit or tag message from untrusted text: a subject of at most 200 characters, a blank line, a body. Removes
 * control and invisible characters, tokens that skip pipelines, lines that vouch for something in another person's name
 * (`Signed-off-by:`), a last paragraph of trailers, and lines that begin a signature. Throws `invalid` if nothing is
 * left.
 */
export function messageFromText(text: string): string {
  const lines = text
    .slice(0, MAX_MESSAGE)
    .toWellFormed()
    .replace(/\r\n?|[\u0085\u2028\u2029\v\f]/g, "\n")
    .replace(INVISIBLE, "")
    .split("\n")
    .map((line) => withoutSkips(line).trimEnd())
    .filter((line) => !vouches(line) && !line.startsWith("-----BEGIN "));
  const start = lines.findIndex((line) => line !== "");
  const subject = lines[start];
  if (subject === undefined) {
    throw invalid("nothing of the text can be part of a commit message", { remedy: "Write a message." });
  }
  const body = withoutTrailers(paragraphsOf(lines.slice(start + 1)));
  return `${[cut(subject.trim()), ...body.map((paragraph) => paragraph.join("\n"))].join("\n\n")}\n`;
}

/** Where removing one token joins the halves of another, what they are made of goes too. */
function withoutSkips(line: string): string {
  const rest = line.replace(SKIP, "");
  return rest.search(SKIP) < 0 ? rest : rest.replace(/[[\]*]/g, "");
}

function vouches(line: string): boolean {
  return /^\s*(?:[A-Za-z][A-Za-z-]{0,40}-(?:by|with|to)\s*:|skip-checks\s*:|\(cherry picked from commit)/i.test(line);
}

function paragraphsOf(lines: readonly string[]): string[][] {
  const paragraphs: string[][] = [];
  let open = false;
  for (const line of lines) {
    if (line === "") {
      open = false;
    } else if (open) {
      paragraphs.at(-1)?.push(line);
    } else {
      paragraphs.push([line]);
      open = true;
    }
  }
  return paragraphs;
}

/** git reads the last paragraph as trailers when it begins with one and every line is one, or continues one. */
function withoutTrailers(paragraphs: readonly string[][]): string[][] {
  const kept = [...paragraphs];
  while (isTrailers(kept.at(-1))) kept.pop();
  return kept;
}

function isTrailers(paragraph: readonly string[] | undefined): boolean {
  return (
    paragraph !== undefined &&
    TRAILER.test(paragraph[0] ?? "") &&
    paragraph.every((line) => TRAILER.test(line) || /^[ \t]/.test(line))
  );
}

const TRAILER = /^[A-Za-z0-9-]+[ \t]*:/;

function cut(subject: string): string {
  const characters = [...subject];
  return characters.length > MAX_SUBJECT ? `${characters.slice(0, MAX_SUBJECT - 1).join("")}…` : subject;
}
