/**
 * Lines that GitLab or a bot would carry out: quick actions such as `/merge`, which GitLab looks for in descriptions
 * and comments of merge requests, not in releases or commits.
 *
 * GitLab deletes every CR and then takes what stands at the very start of a line, outside of code, quotes and HTML,
 * which it tells apart in other ways from version to version (lib/gitlab/quick_actions/extractor.rb). Bots split lines
 * as Python does, at a CR too, forgive white space before the slash, and know no code blocks. What is a command in any
 * of these readings is one here.
 */

/** Where Python's splitlines ends a line. */
const BREAK = "\\n\\v\\f\\r\\x1c-\\x1e\\x85\\u2028\\u2029";
const LEADING_SLASH = new RegExp(`(^|[${BREAK}])(\\s*)/`, "g");
const LINE_END = new RegExp(`[${BREAK}]`);

/** Every line of a text that would be a command. */
export function commandsIn(text: string): string[] {
  const readings = text.includes("\r") ? [text.replaceAll("\r", ""), text] : [text];
  const found = readings.flatMap((reading) => reading.split(LINE_END)).map((line) => line.trim());
  return [...new Set(found.filter((line) => /^\/[A-Za-z]/.test(line)))];
}

/** The Markdown with every slash that begins a line as a character reference: it reads the same and is no command. */
export function withoutCommands(markdown: string): string {
  return markdown.replace(LEADING_SLASH, "$1$2&#47;");
}
