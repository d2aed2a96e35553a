import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { paragraph, toMarkdown } from "@release-actions/text";
import { checkTexts, inertCode, withoutCommands } from "./index.ts";
import { commandsIn } from "./commands.ts";

/**
 * The most that GitLab's extractor can find, whatever it treats as code, a quote or HTML: after deleting CRs, lines
 * that start with a slash and a command name, in any case.
 */
function byGitLab(text: string): string[] {
  const lines = text.replaceAll("\r", "").split("\n");
  return lines.filter((line) => /^\/(?:merge|close|label|approve)(?: .*)?\s*$/i.test(line));
}

/** What a bot finds if it iterates over body.splitlines() and strips each line. */
function byBot(text: string): string[] {
  const lines = text.split(/\r\n|[\n\v\f\r\x1c-\x1e\x85\u2028\u2029]/);
  return lines.filter((line) => /^\/[a-z]/.test(line.trim()));
}

const COMMANDS = [
  "/merge",
  "Done\n/\rmerge",
  "Done\n\r/merge",
  "Done\n/m\re\rrge now",
  "Done\n/mer\r\rge\r\n",
  "\r/merge",
  "Done\r\n/merge\r\n",
  "Done\r/merge",
  "Done\n   /merge",
  "Done\n\t/\rmerge",
  "```\n/merge\n```",
  "`\n/merge\n`",
  ">>>\n/merge\n>>>",
  "<div>\n/merge\n</div>",
  "Done\u2028/merge",
  "Done\x1c/merge",
];

describe("security E82: commands that GitLab or a bot would execute", () => {
  test.each(COMMANDS.map((text) => [JSON.stringify(text), text]))("%s is detected and turned into text", (_, text) => {
    expect(commandsIn(text)).not.toEqual([]);
    expect(() => checkTexts({ body: text })).toThrow("GitLab would not show this text as intended");
    const inert = withoutCommands(text);
    expect([commandsIn(inert), inert.replaceAll("&#47;", "/")]).toEqual([[], text]);
  });

  test.each(["a /merge", "a / b", "/ merge", "/1", "&#47;merge", "http://merge", "\\/merge", ""])(
    "%j is not a command",
    (text) => {
      expect(commandsIn(text)).toEqual([]);
      expect(() => checkTexts({ body: text })).not.toThrow();
    },
  );

  test("every command in either interpretation is detected, and nothing else is refused", () => {
    const piece = fc.constantFrom(
      "/",
      "merge",
      "close",
      "\n",
      "\r",
      " ",
      "\t",
      "x",
      "`",
      "```",
      ">>>",
      "<p>",
      "\u2028",
      "\x1d",
    );
    const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(text, (one) => {
        const expected = [...byGitLab(one), ...byBot(one), ...byBot(one.replaceAll("\r", ""))];
        expect(commandsIn(one).length > 0).toBe(expected.length > 0);
        expect(commandsIn(withoutCommands(one))).toEqual([]);
      }),
    );
  });
});

describe("inertCode", () => {
  test("security E83: leaves no reference that GitLab would find in the source", () => {
    const markdown = toMarkdown([paragraph(inertCode("fixes AAP-77, #12 and https://gitlab.example/a/-/issues/1"))]);
    expect(markdown).toBe("`fixes AAP`-`77, `#`12 and https`:`//gitlab.example/a/-/issues/1`\n");
    expect(markdown).not.toMatch(/#[0-9]|[A-Z]-[0-9]|[a-z]:\/\//);
  });

  test("is one piece of code for any other line", () => {
    expect(inertCode("/close a - b # c")).toEqual([{ kind: "code", text: "/close a - b # c" }]);
  });
});
