import fc from "fast-check";

const PIECES = [
  "<!--", "-->", "<details>", "```", "~~~", "|", "](", "![x](http://e)", "<b>", "&lt;", "&#64;", "*", "**", "_",
  "__", "#", "# ", "## ", "- ", "1. ", "> ", "\n", "\n\n", "\r/merge", "/close", "@user", "@org/team", "#1", "!1",
  "$1", "&1", "%1", '%"a b"', "~bug", '~"a b"', "GH-2", "ABC-12", "`", "``", "\\", "\\|", "[a]: b", "[a]", "[^1]",
  "[x]", "[[p]]", "[[_TOC_]]", "[TOC]", "{+", "+}", "[-", "-]", "$x$", "$$", "$`", "`$", ":+1:", ":smile:",
  "::include{file=a}", "www.evil.example", "https://evil.example", "irc://e/x", "mailto:a@b.example",
  "xmpp:a@b.example", "a@b.example", "0123abcd", "a1b2c3d4".repeat(5), "1234567", "    ", "\t", " ", "x", "a_b",
  "===", "---", "+", "(", ")", ".",
];

/** Text as an attacker would write it, made of pieces that Markdown or the forges treat as more than text. */
export const hostileMarkdown: fc.Arbitrary<string> = fc
  .array(fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...PIECES) }, fc.string({ unit: "grapheme", maxLength: 3 })), { maxLength: 8 })
  .map((parts) => parts.join(""));
