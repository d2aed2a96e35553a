import { describe, expect, test } from "@jest/globals";
import { CMARK_GFM, liveParts, renderGfm, renderMany } from "./cmark-gfm.ts";
import { ring } from "./rings.ts";

describe("what GitHub and GitLab find in rendered text", () => {
  test.each([
    ["<p>@octocat</p>", "mention", "@octocat"],
    ["<p>(@org/team)</p>", "mention", "@org/team"],
    ["<p>@a.b</p>", "mention", "@a.b"],
    ["<p>Fixes #1</p>", "reference", "#1"],
    ["<p>owner/repo#12</p>", "reference", "#12"],
    ["<p>group/project!3</p>", "reference", "!3"],
    ["<p>$1</p>", "reference", "$1"],
    ["<p>&amp;1</p>", "reference", "&1"],
    ["<p>^alert#2</p>", "reference", "#2"],
    ["<p>%1</p>", "reference", "%1"],
    ["<p>%&quot;one two&quot;</p>", "reference", '%"one two"'],
    ["<p>~bug</p>", "reference", "~bug"],
    ["<p>~&quot;a bug&quot;</p>", "reference", '~"a bug"'],
    ["<p>[vulnerability:1]</p>", "reference", "[vulnerability:1]"],
    ["<p>gh-2</p>", "reference", "gh-2"],
    ["<p>at abcdef1.</p>", "commit", "abcdef1"],
    [`<p>${"a1".repeat(32)}</p>`, "commit", "a1".repeat(32)],
    ["<p>ABC-12</p>", "jira", "ABC-12"],
    ["<p>irc://x/y</p>", "url", "irc://x/y"],
    ["<p>www.evil.example</p>", "www", "www.evil"],
    ["<p>a@b.example</p>", "email", "a@b.example"],
    ["<p>:+1:</p>", "emoji", ":+1:"],
    ["<p>:100:</p>", "emoji", ":100:"],
    ["<p>[[page]]</p>", "wiki", "[[page]]"],
    ["<p>[[<em>TOC</em>]]</p>", "contents", "[[TOC]]"],
    ["<p>[TOC]</p>", "contents", "[TOC]"],
    ["<p>{+ a +}</p>", "diff", "{+ a +}"],
    ["<p>[-a-]</p>", "diff", "[-a-]"],
    ["<p>$x+y$</p>", "math", "$x+y$"],
    ["<p>$<code>x</code>$</p>", "math", "$`x`$"],
    ['<pre><code class="language-mermaid">x</code></pre>', "diagram", "language-mermaid"],
    ['<p><a href="https://evil.example">x</a></p>', "link", "https://evil.example"],
    ['<p><img src="https://evil.example/x.png" alt="x" /></p>', "image", "https://evil.example/x.png"],
    ["<p><!-- raw HTML omitted --></p>", "html", "raw HTML"],
    ["<p><kbd>x</kbd></p>", "html", "<kbd>"],
    ['<p onclick="x">x</p>', "html", "<p onclick>"],
  ])("%s: %s", (html, kind, text) => {
    expect(liveParts(html)).toContainEqual({ kind, text });
  });

  test.each([
    "<p>a plain text of 2026-01-31 at 12:30:45, 50 % more (see above)</p>",
    "<p><code>@octocat #1 www.evil.example abcdef1</code></p>",
    "<pre><code>@octocat $x$ :+1:</code></pre>",
    "<p>v1.2.3-rc.1, a_b, c*d, e~ f</p>",
    "<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>",
  ])("nothing in %s", (html) => {
    expect(liveParts(html)).toEqual([]);
  });

  test("a document's own links and elements are not counted", () => {
    const html =
      '<details><summary>a</summary><a href="https://own.example">x</a><a href="https://evil.example">y</a></details>';
    const own = { url: (url: string) => url === "https://own.example", html: ["details", "summary"] };
    expect(liveParts(html, own)).toEqual([{ kind: "link", text: "https://evil.example" }]);
  });
});

ring("GitHub's renderer", CMARK_GFM, () => {
  test("it renders with GitHub's extensions", () => {
    expect(renderGfm("| a |\n|---|\n| ~~b~~ |\n")).toContain("<td><del>b</del></td>");
    expect(liveParts(renderGfm("www.evil.example"))).toContainEqual({ kind: "link", text: "http://www.evil.example" });
    expect(liveParts(renderGfm("a <b>c</b>"))).toContainEqual({ kind: "html", text: "raw HTML" });
    expect(liveParts(renderGfm("a <b>c</b>", { unsafe: true }))).toContainEqual({ kind: "html", text: "<b>" });
    expect(renderGfm("<script>x", { unsafe: true })).toContain("&lt;script>");
  });

  test("texts rendered in a batch equal texts rendered alone, even those that absorb what follows", () => {
    const texts = [
      ..."a,,- a\n\n  b,```\nno end,<!-- no end,> q,[x]: https://a.example,[x],<div>\nx,| a |\n|---|".split(","),
      ..."    code,===,a\\,<pre>,1. x".split(","),
    ];
    for (const unsafe of [false, true]) {
      expect(renderMany(texts, { unsafe })).toEqual(texts.map((text) => renderGfm(text, { unsafe })));
    }
  });
});
