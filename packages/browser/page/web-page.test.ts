import { describe, expect, test } from "@jest/globals";
import { createHash } from "node:crypto";
import fc from "fast-check";
import { hasIntegrity, parseSelector, readPage, UnreadablePage } from "./index.ts";

const ADDRESS = "https://shop.example/app/index.html";
const urls = async (html: string) => (await readPage(html, ADDRESS)).resources.map(({ kind, url }) => [kind, url]);

describe("selectors", () => {
  test.each([
    ["#root", 1],
    ["div", 2],
    ["div.app.main", 1],
    [".main", 1],
    [".mai", 0],
    ["[data-app]", 2],
    ["[data-app=shop]", 1],
    [`div#root[data-app="shop"].app`, 1],
    ["p#root", 0],
    ["#Root", 0],
  ])("%s matches %i elements", async (selector, count) => {
    const page = await readPage('<div id=root class="app  main" data-app=shop></div><div data-app></div>', ADDRESS);
    expect(page.count(parseSelector(selector, "root"))).toBe(count);
  });

  test.each([
    "",
    " ",
    "#a #b",
    "a > b",
    "a, b",
    ":root",
    "#a#b",
    "*",
    "#1",
    "[a^=b]",
    '[a="b\\"]',
    "a{}",
    "#root\n",
    "x".repeat(201),
  ])("rejects the selector %j", (text) => {
    expect(() => parseSelector(text, "root")).toThrow(expect.objectContaining({ verdict: "invalid" }));
  });
});

describe("integrity", () => {
  test("accepts any hash of the strongest algorithm, and no weaker one", async () => {
    const bytes = Buffer.from("alert(1)");
    const hash = (name: string, data: string | Buffer = bytes) =>
      `${name}-${createHash(name).update(data).digest("base64")}`;
    expect(await hasIntegrity(bytes, hash("sha256"))).toBe(true);
    expect(await hasIntegrity(bytes, `${hash("sha384", "x")} ${hash("sha384")}?ct=js`)).toBe(true);
    expect(await hasIntegrity(bytes, `${hash("sha256")} ${hash("sha512", "other")}`)).toBe(false);
    expect(await hasIntegrity(Buffer.from("alert(2)"), hash("sha384"))).toBe(false);
    expect(await hasIntegrity(bytes, "sha256-")).toBe(false);
    expect(await hasIntegrity(bytes, "md5-x")).toBe(true);
  });

  test.each(["garbage", "==", ",sha384-x", ", sha384-x", "\u00a0", "!"])(
    "conformance 4: rejects the right digest with %j behind it",
    async (behind) => {
      const bytes = Buffer.from("alert(1)");
      const right = `sha256-${createHash("sha256").update(bytes).digest("base64")}`;
      expect(await hasIntegrity(bytes, `${right}${behind}`)).toBe(false);
    },
  );

  test("conformance 4: an algorithm without a digest matches nothing, padding and alphabet do not matter", async () => {
    // Its SHA-256 has both characters that differ between the alphabets.
    const bytes = Buffer.from("alert(8)");
    const digest = createHash("sha256").update(bytes).digest("base64");
    expect(digest).toMatch(/\+.*\/|\/.*\+/);
    expect(await hasIntegrity(bytes, "sha256")).toBe(false);
    for (const written of [digest, digest.replace(/=+$/, ""), digest.replaceAll("+", "-").replaceAll("/", "_")])
      expect(await hasIntegrity(bytes, `SHA256-${written}`)).toBe(true);
  });
});

describe("limits", () => {
  test("security: ends deep nesting at the depth that browsers keep, however it is created", async () => {
    for (const html of [
      "<div>".repeat(100_000),
      "<svg>".repeat(100_000),
      Array.from({ length: 2_000 }, (_, index) => `<p><i id=${index}></p>`).join(""),
    ]) {
      await expect(readPage(html, ADDRESS)).rejects.toThrow(UnreadablePage);
    }
  });

  test.each([
    [
      "a million attributes",
      `<p${Array.from({ length: 500_000 }, (_, index) => ` a${index}`).join("")}>`,
      "a tag has more than 1000 attributes",
    ],
    ["a million elements", "<p>".repeat(1_000_000), "it has more than 100000 elements"],
  ])("security: %s end before they cost minutes or all memory", async (_, html, why) => {
    await expect(readPage(html, ADDRESS)).rejects.toThrow(why);
  });

  test("rejects a page that references thousands of files", async () => {
    await expect(readPage("<script src=a></script>".repeat(2_001), ADDRESS)).rejects.toThrow(UnreadablePage);
  });
});

describe("readPage", () => {
  test("T46: parses markup as browsers do: single quotes, no quotes, upper case, no html or head", async () => {
    const page = await readPage(
      "<TITLE>  Ops\n Conductor </TITLE><div id='root'></div><SCRIPT SRC=/static/a.js></SCRIPT>",
      ADDRESS,
    );
    expect(page.title).toBe("Ops Conductor");
    expect(page.count(parseSelector("#root", "root"))).toBe(1);
    expect(page.resources).toMatchObject([{ kind: "script", url: "https://shop.example/static/a.js", line: 2 }]);
  });

  test("T46: ignores what only looks like markup: comments, texts, templates, scripts", async () => {
    const page = await readPage(
      `<!doctype html><title>x</title><!-- <div id="root"></div><script src="/a.js"></script> -->
     <template><div id="root"></div><script src="/b.js"></script></template>
     <textarea><div id="root"></textarea><script>const html = '<div id="root"><script src="/c.js">';</script>`,
      ADDRESS,
    );
    expect(page.count(parseSelector("#root", "root"))).toBe(0);
    expect(page.resources).toEqual([]);
  });

  test("does not mistake an svg's title for the page's", async () => {
    expect((await readPage("<body><svg><title>Logo</title></svg>", ADDRESS)).title).toBeUndefined();
  });

  test("finds every kind of file that a page loads, in order", async () => {
    const html = `<head><link rel=icon href=/f.svg><link rel="preload stylesheet" href="a.css" as=style><link rel=preload href=font.woff2 as=FONT>
    <link rel=modulepreload href=m.js><link rel=manifest href=/app.webmanifest><script src=c.js integrity="sha256-x"></script><script type=module src=m.js></script>`;
    expect(await urls(html)).toEqual([
      ["icon", "https://shop.example/f.svg"],
      ["style", "https://shop.example/app/a.css"],
      ["preload", "https://shop.example/app/font.woff2"],
      ["modulepreload", "https://shop.example/app/m.js"],
      ["manifest", "https://shop.example/app.webmanifest"],
      ["script", "https://shop.example/app/c.js"],
      ["module", "https://shop.example/app/m.js"],
    ]);
    const { resources } = await readPage(html, ADDRESS);
    expect(resources[5]?.integrity).toBe("sha256-x");
    expect(resources[2]?.as).toBe("font");
  });

  test("leaves out what browsers do not load: data, import maps, alternates, connections, other schemes", async () => {
    expect(
      await urls(`<script type="application/json" src=/d.json></script><script type=importmap src=/i></script><link rel="alternate stylesheet" href=/alt.css>
      <link rel=preconnect href=https://cdn.example><link rel=stylesheet disabled href=/off.css><script src="data:text/javascript,1"></script>`),
    ).toEqual([]);
  });

  test("uses the first base with an address, if it is a web address", async () => {
    expect(await urls('<base target=_top><base href="/v2/"><base href="/v3/"><script src="a.js#x"></script>')).toEqual([
      ["script", "https://shop.example/v2/a.js"],
    ]);
    expect(await urls('<base href="javascript:alert(1)"><script src=a.js></script>')).toEqual([
      ["script", "https://shop.example/app/a.js"],
    ]);
  });

  test("reports an address that cannot be parsed", async () => {
    const page = await readPage('<script src="https://[oops"></script>\n<script src=""></script>', ADDRESS);
    expect(page.unreadable).toEqual([
      { text: "https://[oops", line: 1 },
      { text: "", line: 2 },
    ]);
  });

  test("reads versions from metas by name and from data-version near the top, nowhere else", async () => {
    const page = await readPage(
      "<html data-version=3><meta name=Version content=' 1.2.3 '><body><div id=root data-version=2></div><p><i data-version=9></i>",
      ADDRESS,
    );
    expect(page.versions).toEqual(["1.2.3", "3", "2"]);
  });

  test("finds policies, noscript, inline code and a password field", async () => {
    const page = await readPage(
      "<meta http-equiv=Content-Security-Policy content=\"default-src 'self'\"><noscript>no</noscript><script>1</script><style>a{}</style><input type=PASSWORD>",
      ADDRESS,
    );
    expect(page).toMatchObject({
      policies: ["default-src 'self'"],
      hasNoscript: true,
      inlineScripts: 1,
      inlineStyles: 1,
      asksForPassword: true,
      hasText: false,
    });
  });

  test("reads a page the same way wherever its chunks are split", async () => {
    for (let length = 8_100; length < 8_200; length += 1) {
      const { title, resources } = await readPage(
        `<!--${"x".repeat(length)}--><title>a😀\r\nb&amp;c</title><script src="/a.js" defer></script>`,
        ADDRESS,
      );
      expect([title, resources]).toEqual([
        "a😀 b&c",
        [expect.objectContaining({ url: "https://shop.example/a.js", line: 2 })],
      ]);
    }
  });

  test("accepts any text and resolves every address to a web address", async () => {
    const bit = fc.constantFrom(
      "<",
      ">",
      "/",
      "script",
      " src=",
      "link",
      " rel=stylesheet",
      " href=",
      "'",
      '"',
      "a.js",
      "//x",
      "http:",
      "<base",
      "<title>",
      "<!--",
      "<template>",
      "<svg>",
      "&amp;",
      "\0",
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(bit, fc.string({ unit: "binary", maxLength: 4 })), { maxLength: 60 }),
        async (bits) => {
          const { resources } = await readPage(bits.join(""), ADDRESS);
          for (const { url } of resources) expect(url).toMatch(/^https?:\/\/[^#]+$/);
        },
      ),
    );
  });
});
