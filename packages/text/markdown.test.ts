import { describe, expect, test } from "@jest/globals";
import {
  code,
  codeBlock,
  details,
  heading,
  inertMarkdown,
  link,
  list,
  oneLine,
  paragraph,
  secrets,
  strong,
  table,
  toMarkdown,
  type Block,
} from "./index.ts";
import fc from "fast-check";
import { hostileMarkdown } from "../../test/hostile/markdown.ts";
import { CMARK_GFM, liveParts, renderGfm, renderMany } from "../../test/cmark-gfm.ts";
import { ring } from "../../test/rings.ts";

const everywhere = (text: string): Block[] => [
  heading(text),
  paragraph(text),
  paragraph(["a ", text, strong(text), " ", code(text), text]),
  paragraph([text, link(text, "https://own.example/x"), link(text, text)]),
  list([text, `x${text}`, ["a@", text]]),
  list([text], true),
  table(
    [text, "b"],
    [
      [text, code(text)],
      [strong(text), link(text, "https://own.example/x")],
      [[text, code(text), text], `x${text}y`],
    ],
  ),
  codeBlock(text, "js"),
  details(text, [paragraph(text)]),
];

const OWN = {
  url: (url: string) => url.startsWith("https://own.example/") || url.startsWith("https://evil.example"),
  html: ["details", "summary"],
};

ring("as GitHub renders it", CMARK_GFM, () => {
  const many = { numRuns: 40 };
  const lots = fc.array(hostileMarkdown, { minLength: 40, maxLength: 60 });

  test("security A14, E83: no text becomes markup, a mention, a reference, a link or a command anywhere", () => {
    fc.assert(
      fc.property(lots, (texts) => {
        const documents = texts.map((text) => toMarkdown(everywhere(text)));
        for (const [index, html] of renderMany(documents, { unsafe: true }).entries()) {
          // Only https URLs from link parts are links.
          expect([
            texts[index],
            liveParts(html, OWN).filter(({ kind, text }) => kind !== "link" || !text.startsWith("https://evil")),
          ]).toEqual([texts[index], []]);
        }
      }),
      many,
    );
  });

  test("security A14: only the document itself adds structure", () => {
    const skeleton = tagsOf(renderGfm(toMarkdown(everywhere("x")), { unsafe: true }));
    fc.assert(
      fc.property(lots, (texts) => {
        for (const [index, html] of renderMany(
          texts.map((text) => toMarkdown(everywhere(`x${text}x`))),
          { unsafe: true },
        ).entries()) {
          expect([texts[index], tagsOf(html)]).toEqual([texts[index], skeleton]);
        }
      }),
      many,
    );
  });

  test("security E83: inert text renders as the original text", () => {
    fc.assert(
      fc.property(lots, (texts) => {
        const shown = texts.map((text) => `x${text}x`);
        for (const [index, html] of renderMany(shown.map(inertMarkdown)).entries())
          expect(textOf(html)).toBe(plain(shown[index]!));
      }),
      many,
    );
  });

  test("a cell keeps its text, including bars and backslashes", () => {
    fc.assert(
      fc.property(lots, (texts) => {
        const documents = texts.map((text) => toMarkdown([table(["a", "b"], [[`x${text}x`, code(`x${text}x`)]])]));
        for (const [index, html] of renderMany(documents).entries()) {
          const cells = [...html.matchAll(/<td>([^]*?)<\/td>/g)].map(([, cell]) => textOf(cell!));
          expect(cells).toEqual([plain(`x${texts[index]}x`), plain(`x${texts[index]}x`)]);
        }
      }),
      many,
    );
  });
});

/** Block elements, in order; inline elements depend on what is live in the text. */
function tagsOf(html: string): string[] {
  return [
    ...html.matchAll(
      /<\/?(h[1-6]|p|ul|ol|li|table|thead|tbody|tr|td|th|pre|blockquote|hr|img|details|summary|del|input)\b/g,
    ),
  ].map(([tag]) => tag);
}

function plain(text: string): string {
  return oneLine(text).replace(/\s+/g, " ").trim();
}

function textOf(html: string): string {
  const text = html.replace(/<[^>]*>/g, "");
  const decoded = text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
  return decoded.replace(/\s+/g, " ").trim();
}

describe("a summary is readable as text", () => {
  test.each([
    [
      "changelog: no entry for 1.2.3 (see CHANGELOG.md), or an empty one; 2 > 1",
      "changelog: no entry for 1.2.3 (see CHANGELOG.md), or an empty one; 2 > 1",
    ],
    [
      "tower_analytics/api_v2: 50 % of \"all\" = 'some' + a/b",
      "tower_analytics/api_v2: 50 % of \"all\" = 'some' + a/b",
    ],
    ["Fixes #1 by @octocat, see https://a.example/x.", "Fixes `#1` by `@octocat`, see `https://a.example/x`."],
    ["C:\\Users\\x and a*b*c", "C:\\Users\\x and a\\*b\\*c"],
    ["- not a list", "\\- not a list"],
    ["2026. A year", "2026\\. A year"],
    ["/merge", "\\/merge"],
  ])("%s", (text, markdown) => {
    expect(inertMarkdown(text)).toBe(markdown);
  });

  test("a URL is shown as a plain link", () => {
    expect(toMarkdown([paragraph(["see ", link("https://own.example/a", "https://own.example/a")])])).toBe(
      "see <https://own.example/a>\n",
    );
    expect(toMarkdown([paragraph(["Look!", link("here", "https://own.example/")])])).toBe(
      "Look\\![here](<https://own.example/>)\n",
    );
  });
});

describe("secrets", () => {
  test("security G95: secrets are redacted before a renderer escapes or cuts", () => {
    const secret = "can_ary/T0k+en=_Zq81x";
    secrets.add(secret);
    const markdown = toMarkdown(everywhere(`said ${secret} and ${encodeURIComponent(secret)}`));
    expect(markdown).toContain("said *** and ***");
    for (const part of ["can", "T0k", "Zq81x"]) expect(markdown).not.toContain(part);
  });
});
