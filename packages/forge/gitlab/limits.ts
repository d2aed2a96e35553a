import { invalid } from "@release-actions/action";
import type { Problem } from "@release-actions/action";
import { quote } from "@release-actions/text";
import { commandsIn } from "./commands.ts";

/** Unicode code points. */
export const TITLE_LIMIT = 255;
/** UTF-16 units of a description or a comment; GitLab's own limit is a little higher. */
export const TEXT_LIMIT = 1_000_000;

/** A title as one line that GitLab takes, cut at the end of a character where it is too long. */
export function fitTitle(title: string): string {
  const points = [...title.replace(/\s+/g, " ").trim()];
  return points.length <= TITLE_LIMIT
    ? points.join("")
    : `${points
        .slice(0, TITLE_LIMIT - 1)
        .join("")
        .trimEnd()}…`;
}

/**
 * Throws `invalid` for what GitLab would not take, and for lines that begin with a slash: GitLab and bots carry them
 * out as commands. Whoever writes a text renders foreign lines inert first; this is the second lock.
 */
export function checkTexts(texts: { readonly title?: string | undefined; readonly body?: string | undefined }): void {
  const problems: Problem[] = [];
  const { title, body } = texts;
  if (title !== undefined && (title.trim() === "" || [...title].length > TITLE_LIMIT || /[\r\n]/.test(title))) {
    problems.push({ what: `the title is not one line of 1 to ${TITLE_LIMIT} characters` });
  }
  if (body !== undefined && body.length > TEXT_LIMIT) {
    problems.push({ what: `the text is longer than ${TEXT_LIMIT} characters` });
  }
  for (const line of commandsIn(`${title ?? ""}\n${body ?? ""}`).slice(0, 5)) {
    problems.push({ what: `the line ${quote(line)} would be a command to GitLab or a bot` });
  }
  if (problems.length > 0) throw invalid("GitLab would not show this text as intended", { problems });
}
