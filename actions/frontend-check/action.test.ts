import { afterEach, describe, expect, test } from "@jest/globals";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { appFiles, indexHtml, startSite, type Site } from "../../test/stand-ins/site/index.ts";
import { checkSite, resultsOf, workspace } from "../../test/worlds/frontend-check.ts";

const APP = "/assets/app-9c0d1e2f.js";
const CSS = "/assets/app-5e6f7a8b.css";
const VENDOR = "/assets/vendor-1a2b3c4d.js";

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

async function site(files: Parameters<typeof appFiles>[0] = {}, options: { fallback?: boolean } = {}): Promise<Site> {
  const started = await startSite(appFiles(files), options);
  open.push(started);
  return started;
}

function folder(): string {
  const made = workspace();
  open.push({ close: made.remove });
  return made.path;
}

describe("good pages", () => {
  test("T46: a good page passes, and everything it names is fetched once", async () => {
    const { url, asked } = await site();
    const run = await checkSite(url, { "expect-version": "1.4.0" });
    expect(run).toMatchObject({
      verdict: "passed",
      exitCode: 0,
      outputs: { failures: "0", warnings: "0", unknowns: "0", pages: "1", assets: "3" },
    });
    expect(asked.toSorted()).toEqual(["/", CSS, APP, VENDOR].toSorted());
  });

  test("no false alarms: good pages in many forms pass", async () => {
    const forms = [
      indexHtml(),
      indexHtml()
        .replace("<!doctype html>", "")
        .toUpperCase()
        .replace("SHOP", "Shop")
        .replaceAll(/\/ASSETS\/[A-Z0-9.-]+/g, (path) => path.toLowerCase())
        .replace("ID='ROOT'", "id=root"),
      `<title>Shop</title><main id="root">Welcome</main>`,
      indexHtml({
        head: '<base href="/assets/"><script defer src="plain.js"></script><script type="application/ld+json">{}</script><script type=importmap>{}</script>',
      }),
      indexHtml({
        head: '<link rel="preload" as=font href="/font.woff2" crossorigin><link rel="alternate stylesheet" href="/none.css">',
      }),
      indexHtml({
        head: `<script src=/assets/plain.js integrity="sha256-AAAA sha512-${createHash("sha512").update("1;").digest("base64")}"></script>`,
      }),
      indexHtml({ body: "<noscript>Please enable JavaScript</noscript><!-- error 404 -->" }),
    ];
    const { url } = await site({
      ...Object.fromEntries(forms.map((form, index) => [`/form${index}`, form])),
      "/assets/plain.js": "1;",
      "/font.woff2": { body: Buffer.from([0x77, 0x4f, 0x46, 0x32]), type: "font/woff2" },
    });
    const run = await checkSite(url, { paths: forms.map((_, index) => `/form${index}`).join("\n") });
    expect(resultsOf(run).filter(({ result }) => result === "fail" || result === "unknown")).toEqual([]);
    expect(run.verdict).toBe("passed");
  });

  test("requests addresses as the page writes them", async () => {
    const { url, asked } = await site({
      "/": indexHtml({ head: '<script src="/x//y,z.js?v1&amp;a=%7e"></script>' }),
      "/x//y,z.js": "1",
    });
    expect((await checkSite(url)).verdict).toBe("passed");
    expect(asked).toContain("/x//y,z.js?v1&a=%7e");
  });

  test("a temporary error is retried", async () => {
    let times = 0;
    const { url } = await site({
      [APP]: (_, response) => {
        times += 1;
        response.writeHead(times === 1 ? 503 : 200, { "content-type": "text/javascript" }).end("1");
      },
    });
    expect((await checkSite(url)).verdict).toBe("passed");
  });
});

describe("several pages and origins", () => {
  test("reports all problems of all pages at once; what pages share is fetched once", async () => {
    const { url, asked } = await site({
      "/orders": indexHtml({ title: "Orders" }),
      "/about": { body: "gone", status: 410 },
      [APP]: undefined,
    });
    const run = await checkSite(url, { paths: "/orders?page=2\n/about" });
    const failed = resultsOf(run).filter(({ result }) => result === "fail");
    expect(failed.map(({ page, check }) => `${page} ${check}`).toSorted()).toEqual([
      "/ assets",
      "/about page",
      "/orders?page=2 assets",
      "/orders?page=2 title",
    ]);
    expect(asked.filter((path) => path === APP)).toHaveLength(1);
    expect(asked).toContain("/orders?page=2");
  });

  test("names other origins and does not contact them", async () => {
    const other = await startSite({});
    open.push(other);
    const { url } = await site({ "/": indexHtml({ head: `<script src="${other.url}a.js"></script>` }) });
    const run = await checkSite(url);
    expect(run.verdict).toBe("passed");
    expect(resultsOf(run).find(({ check }) => check === "assets")?.detail).toContain(
      `not fetched, from others: ${new URL(other.url).host}`,
    );
    expect(other.asked).toEqual([]);
  });
});

describe("delivery", () => {
  test("compression, caching and icons only warn", async () => {
    const { url } = await site({
      "/": {
        body: indexHtml({ head: "<link rel=manifest href=/app.webmanifest>" }),
        headers: { "cache-control": "max-age=86400" },
      },
      [CSS]: { body: `a{}${" ".repeat(20_000)}`, headers: {} },
    });
    const run = await checkSite(url);
    expect(run.verdict).toBe("passed");
    const detail = resultsOf(run).find(({ check }) => check === "delivery")?.detail ?? "";
    for (const part of [
      "browsers keep the page for 86400 s",
      `1 file not compressed, such as ${CSS}`,
      "1 file named by content and not kept",
      "the manifest /app.webmanifest is not there",
    ])
      expect(detail).toContain(part);
  });
});

describe("the inputs", () => {
  test("all problems are reported at once", async () => {
    const run = await checkSite("https://user:secret@shop.example/?q=1", {
      root: "div > p",
      paths: "orders\n//other.example/\n/\\other.example",
      timeout: "500ms",
    });
    expect(run).toMatchObject({ verdict: "invalid", exitCode: 2 });
    const text = run.lines.join("\n");
    for (const part of [
      "root is not a supported selector",
      "url is not the address of a page",
      '"orders"',
      '"//other.example/"',
      "other.example",
      "timeout is not between",
    ])
      expect(text).toContain(part);
    expect(text).not.toContain("secret");
  });

  test.each([
    "https://shop\u3002example/",
    "https://0x7f000001/",
    "https:/shop.example/",
    "https:\\\\shop.example/",
    "ftp://shop.example/",
    "shop.example",
  ])("security: %s hides its host or has none", async (url) => {
    expect(await checkSite(url)).toMatchObject({ verdict: "invalid", exitCode: 2 });
  });

  test.each(["html", "BODY", "head"])("T46: the root %s is on every page and proves nothing", async (root) => {
    const { url, asked } = await site();
    const run = await checkSite(url, { root });
    expect([run.verdict, run.lines.join("\n")]).toEqual(["invalid", expect.stringContaining("which every page has")]);
    expect(asked).toEqual([]);
  });

  test.each([
    [{ environment: "staging" }, "passed", ""],
    [{ environment: "prod" }, "invalid", "The declared ones are: staging, empty."],
    [{ environment: "empty" }, "invalid", "has no url of a page"],
    [{}, "invalid", "there is no page to check"],
  ])("an environment of release-actions.yml has the address: %j", async (inputs, verdict, text) => {
    const { url } = await site();
    const path = folder();
    writeFileSync(
      join(path, "release-actions.yml"),
      `environments:\n  - name: staging\n    url: ${url}\n  - name: empty\n`,
    );
    const run = await checkSite("", inputs, { workspace: path });
    expect(run.verdict).toBe(verdict);
    expect(run.lines.join("\n")).toContain(text);
  });
});

describe("the reports", () => {
  test("a JUnit file, only inside the workspace", async () => {
    const { url } = await site({ [APP]: undefined });
    const path = folder();
    mkdirSync(join(path, "reports"));
    await checkSite(url, { "junit-file": "reports/frontend.xml" }, { workspace: path });
    const xml = readFileSync(join(path, "reports/frontend.xml"), "utf8");
    expect(xml).toContain('<testcase name="assets" classname="/"');
    expect(xml).toContain(`${APP} answers 404`);
    expect((await checkSite(url, { "junit-file": "../frontend.xml" }, { workspace: path })).verdict).toBe("invalid");
  });

  describe("files that cannot be written, and older ones", () => {
    /** A page without a root; `asked` runs when it is requested. */
    async function pageWhile(asked: () => void): Promise<string> {
      const server = createServer((_, response) => {
        asked();
        response.writeHead(200, { "content-type": "text/html" }).end("<title>Shop</title><p>x");
      });
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
      open.push({ close: () => new Promise((resolve) => server.close(resolve).closeAllConnections()) });
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    }

    test("if it cannot be written at the end, the verdict stays", async () => {
      const path = folder();
      const url = await pageWhile(() => {
        rmSync(join(path, "junit.xml"), { recursive: true, force: true });
        mkdirSync(join(path, "junit.xml"));
      });
      const run = await checkSite(url, { "junit-file": "junit.xml" }, { workspace: path });
      expect(run).toMatchObject({ verdict: "refused", exitCode: 1, outputs: { failures: "1" } });
      expect(run.lines.join("\n")).toContain("A report is missing");
    });

    test.each([
      [{ "screenshot-dir": "out/pictures" }],
      [{ "screenshot-dir": "file" }],
      [{ "junit-file": "out/junit.xml" }],
    ])("%j is reported before anything is sent", async (inputs) => {
      const path = folder();
      symlinkSync(tmpdir(), join(path, "out"));
      writeFileSync(join(path, "file"), "");
      const { url, asked } = await site();
      expect((await checkSite(url, inputs as Record<string, string>, { workspace: path })).verdict).toBe("invalid");
      expect(asked).toEqual([]);
    });

    test("an interrupted run leaves no results of an older run that passed", async () => {
      const path = folder();
      const interrupt = new AbortController();
      const url = await pageWhile(() => interrupt.abort());
      writeFileSync(join(path, "junit.xml"), "passed");
      expect(
        (await checkSite(url, { "junit-file": "junit.xml" }, { workspace: path, interrupt: interrupt.signal })).verdict,
      ).toBe("interrupted");
      expect(readFileSync(join(path, "junit.xml"), "utf8")).toContain('failures="0" errors="1"');
    });
  });
});

describe("hostile pages", () => {
  test("security: text of a page stays text: no command, no markup, no secret of its addresses", async () => {
    const { url } = await site({
      "/": indexHtml({
        title: "Shop ::error::\n##[error]x <b>|</b>",
        head: '<script src="/a.js?token=s3cr3t-value"></script>',
      }).replace('content="1.4.0"', 'content="\n::add-mask::x"'),
    });
    const run = await checkSite(url, { "expect-version": "2" });
    const text = run.lines.join("\n");
    expect(run.verdict).toBe("refused");
    expect(text).not.toMatch(/^\s*::/m);
    expect(text).not.toContain("##[error]");
    expect(`${text}${run.summary}${JSON.stringify(run.outputs)}`).not.toContain("s3cr3t-value");
    expect(run.summary).not.toMatch(/(?<!\\)<b>/);
  });

  test("a page that nests without end is refused", async () => {
    const { url } = await site({ "/": `<title>Shop</title><div id=root>${"<div>".repeat(200_000)}` });
    const run = await checkSite(url);
    expect(run.verdict).toBe("refused");
    expect(run.lines.join("\n")).toContain("nested deeper than 512");
  });
});
