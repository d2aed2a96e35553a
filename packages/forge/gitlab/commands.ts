import { code, type InlinePart } from "@release-actions/text";

/**
 * Lines that GitLab or a bot would execute: quick actions such as `/merge`, which GitLab searches for in descriptions
 * and comments of merge requests, not in releases or commits.
 *
 * GitLab deletes every CR and then checks the very start of each line, outside code, quotes and HTML, which it
 * detects differently from version to version (lib/gitlab/quick_actions/extractor.rb). Bots split lines as Python does,
 * at a CR too, ignore white space before the slash, and do not recognize code blocks. A command in any of these
 * readings counts as one here.
 */

/** The characters at which Python's splitlines ends a line. */
const BREAK = "\\n\\v\\f\\r\\x1c-\\x1e\\x85\\u2028\\u2029";
const LEADING_SLASH = new RegExp(`(^|[${BREAK}])(\\s*)/`, "g");
const LINE_END = new RegExp(`[${BREAK}]`);

/** Every line of a text that would be a command. */
export function commandsIn(text: string): string[] {
  const readings = text.includes("\r") ? [text.replaceAll("\r", ""), text] : [text];
  const found = readings.flatMap((reading) => reading.split(LINE_END)).map((line) => line.trim());
  return [...new Set(found.filter((line) => /^\/[A-Za-z]/.test(line)))];
}

/** Replaces every slash at the start of a line with a character reference: it renders the same and is not a command. */
export function withoutCommands(markdown: string): string {
  return markdown.replace(LEADING_SLASH, "$1$2&#47;");
}

/**
 * A line as code that GitLab does not act on when it is merged. GitLab searches the source of a description for issues
 * to close ("fixes AAP-1", "closes #1", the URL of an issue) and does not recognize code there, so one character of
 * everything that could be such a reference is outside the code:
 * https://docs.gitlab.com/user/project/issues/managing_issues/#default-closing-pattern
 */
export function inertCode(line: string): (string | InlinePart)[] {
  const parts = line.split(/(-(?=[0-9])|#(?=[0-9])|:(?=\/\/))/);
  return parts.map((part, index) => (index % 2 === 1 ? part : code(part)));
}
