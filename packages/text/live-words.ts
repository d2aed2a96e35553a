/**
 * What GitHub and GitLab look for in rendered text, where no Markdown escape helps: character references are decoded by
 * then. They skip code.
 */
const LIVE = new RegExp(
  [
    // Mentions, and email addresses, which GFM links (https://github.github.com/gfm/#autolinks-extension-).
    "@[\\p{L}\\p{N}_.-]",
    // Issues, merge requests, milestones, labels, epics (https://docs.gitlab.com/user/markdown/#gitlab-specific-references).
    "#\\p{N}",
    "!\\p{N}",
    '%(?:"|\\S{0,64}[\\p{L}\\p{N}_])',
    '~[\\p{L}\\p{N}_?.&"-]',
    "&\\p{N}",
    "\\[[a-z_]{2,40}:",
    // A project of GitLab: group/project>.
    "[\\p{L}\\p{N}_.-]/[\\p{L}\\p{N}_./-]{1,200}>",
    "\\*iteration:",
    "(?<![A-Za-z0-9_])gh-\\p{N}",
    // Commits, with seven digits or more.
    "\\b[0-9a-f]{7,64}\\b",
    // URLs, which GFM and GitLab link without any markup.
    "://",
    "www\\.",
    "(?<![A-Za-z0-9_])(?:mailto|xmpp):",
    // Math, emoji, wiki links, tables of contents, inline diffs, GitLab's includes.
    "\\$",
    ":[a-z0-9_+-]{0,64}[a-z+][a-z0-9_+-]{0,64}:",
    ":(?:100|1234):",
    "\\[\\[",
    "[[{]_?TOC_?[\\]}]",
    "[[{][+-]",
    "[+-][\\]}]",
    "^::",
  ].join("|"),
  "iu",
);

/** Keys of Jira issues and of GitHub's custom autolinks. Uppercase only: `node-24` is a word. */
const KEY = /(?<![A-Za-z0-9_])[A-Z][A-Z0-9_]{1,40}-\p{N}/u;

/** Whether a forge would turn this word, which has no white space, into more than text. */
export function isLive(word: string): boolean {
  return LIVE.test(word) || KEY.test(word);
}

/** What GitLab replaces with a table of contents even in code, unless the brackets are outside the code span. */
export function isContents(text: string): boolean {
  return /^\s*\[toc\]\s*$/i.test(text);
}

const OPENING = new Set(`("'[{<`);
const CLOSING = new Set(`)"']}>.,;:!?`);

/** Splits a word into its live core and the punctuation around it, such as brackets and a period. */
export function splitLive(word: string): readonly [before: string, core: string, after: string] {
  let [start, end] = [0, word.length];
  while (start < end && OPENING.has(word[start]!)) start += 1;
  while (end > start && CLOSING.has(word[end - 1]!)) end -= 1;
  if (isContents(word)) return ["[", word.slice(1, -1), "]"];
  const parts = [word.slice(0, start), word.slice(start, end), word.slice(end)] as const;
  return isLive(parts[1]) && !isLive(parts[0]) && !isLive(parts[2]) ? parts : ["", word, ""];
}
