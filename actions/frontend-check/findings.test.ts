import { afterEach, describe, expect, test } from "@jest/globals";
import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { appFiles, indexHtml, startSite, type Site, type SiteFiles } from "../../test/stand-ins/site/index.ts";
import { checkSite, checksWith, resultsOf, workspace } from "../../test/worlds/frontend-check.ts";

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

/** Each fault: what it changes, the check that finds it, and a part of the message. */
describe("what fetching alone finds", () => {
  const html = (body: string) => ({ body, headers: {} });
  const rows: readonly [
    string,
    Parameters<typeof appFiles>[0],
    string,
    string,
    { fallback?: boolean; inputs?: Record<string, string> }?,
  ][] = [
    ["T46: a missing asset", { [APP]: undefined }, "assets", `the module script ${APP} answers 404`],
    [
      "T46: trap 45: the start page in place of a missing script",
      { [APP]: undefined },
      "assets",
      `the module script ${APP} is a page of HTML (200, text/html)`,
      { fallback: true },
    ],
    [
      "trap 45: the start page, declared as JavaScript",
      { [APP]: { body: ` \n<!-- x --><!DOCTYPE html><html>`, type: "text/javascript" } },
      "assets",
      `${APP} is a page of HTML (200, text/javascript)`,
    ],
    ["T46: a missing style", { [CSS]: undefined }, "assets", `the style ${CSS} answers 404`],
    ["T46: a missing preload", { [VENDOR]: undefined }, "assets", `the preloaded module ${VENDOR} answers 404`],
    ["T46: an empty script", { [APP]: "" }, "assets", `the module script ${APP} is empty`],
    ["a script of white space", { [APP]: " \n" }, "assets", `the module script ${APP} is empty`],
    [
      "T46: a module of another type",
      { [APP]: { body: "1", type: "text/plain" } },
      "assets",
      "is declared as text/plain, and browsers accept only JavaScript's types for a module",
    ],
    [
      "a style of another type",
      { [CSS]: { body: "a{}", type: "text/plain" } },
      "assets",
      "is declared as text/plain, and browsers accept only text/css as a style",
    ],
    [
      "a script with nosniff",
      {
        "/": indexHtml({ head: '<script src="/old.js"></script>' }),
        "/old.js": { body: "1", type: "text/plain", headers: { "x-content-type-options": "nosniff" } },
      },
      "assets",
      "with nosniff",
    ],
    [
      "a script with the integrity of another one",
      {
        "/": indexHtml({
          head: `<script src="/old.js" integrity="sha384-${createHash("sha384").update("0").digest("base64")}"></script>`,
        }),
        "/old.js": "1",
      },
      "assets",
      "is not the file that the page's integrity names",
    ],
    [
      "an invalid address",
      { "/": indexHtml({ head: '<script src="http://[a"></script>' }) },
      "assets",
      "names what is not an address",
    ],
    ["T46: no root", { "/": html(indexHtml().replace("id='root'", "id='app'")) }, "root", "there is no #root"],
    [
      "T46: the title in the page, not as its title",
      { "/": html(indexHtml({ title: "Welcome", body: "<p>Shop</p>" })) },
      "title",
      'it is "Welcome", and should hold "Shop"',
    ],
    [
      "T46: an error page that mentions the title, with 200",
      { "/": html("<title>502 Bad Gateway - Shop</title><div id=root>Shop</div>") },
      "page",
      'it calls itself an error: "502 Bad Gateway - Shop"',
    ],
    ["an error page with its status", { "/": { body: indexHtml(), status: 404 } }, "page", "it answers 404"],
    ["a server that keeps failing", { "/": { body: "x", status: 503 } }, "page", "it answers 503"],
    ["an empty page", { "/": html("") }, "page", "it is empty"],
    [
      "a page with nothing on it",
      { "/": html("<!doctype html><title>Shop</title><div id=root></div>") },
      "page",
      "there is nothing on it",
    ],
    [
      "a page that is not HTML",
      { "/": { body: indexHtml(), type: "application/octet-stream" } },
      "page",
      "it is application/octet-stream, not text/html",
    ],
    [
      "a redirect to a sign-in elsewhere",
      { "/": { body: "", status: 302, headers: { location: "https://sso.example/login?token=abc" } } },
      "page",
      "it sends people to sign in: 302 to https://sso.example/login?…",
    ],
    [
      "a redirect to a sign-in of its own",
      {
        "/": { body: "", status: 302, headers: { location: "/login?next=/" } },
        "/login": html(indexHtml({ body: "<input type=password>" })),
      },
      "page",
      "it sends people to sign in: /login?…",
    ],
    [
      "a redirect to a page with a password field",
      {
        "/": { body: "", status: 302, headers: { location: "/welcome" } },
        "/welcome": html(indexHtml({ body: "<input type=password>" })),
      },
      "page",
      "it sends people to sign in: /welcome",
    ],
    [
      "redirects in a circle",
      {
        "/": { body: "", status: 302, headers: { location: "/a" } },
        "/a": { body: "", status: 302, headers: { location: "/" } },
      },
      "page",
      "its redirects do not end: / → /a → / → /a",
    ],
    ["a page for signed-in users", { "/": { body: indexHtml(), status: 401 } }, "page", "it answers 401"],
    [
      "T46: a different version",
      {},
      "version",
      'the page is of version "1.4.0", and "1.5.0" was expected',
      { inputs: { "expect-version": "1.5.0" } },
    ],
  ];

  test.each(rows)("%s", async (_, files, check, detail, { fallback = false, inputs = {} } = {}) => {
    const { url } = await site(files, { fallback });
    const run = await checkSite(url, inputs);
    expect(run).toMatchObject({ verdict: "refused", exitCode: 1 });
    const found = resultsOf(run).filter(({ result }) => result === "fail");
    expect(found).toContainEqual(
      expect.objectContaining({ check, detail: expect.stringContaining(detail), remedy: expect.stringMatching(/./) }),
    );
    expect(run.lines.join("\n")).toContain(detail);
    expect(run.summary).toContain("❌ refused");
  });
});

describe("missing evidence", () => {
  test("T46: unknown never passes: no answer, half an answer, a version that is not reported", async () => {
    const cut: SiteFiles[string] = (_, response) => {
      response.writeHead(200, { "content-type": "text/html", "content-length": 1_000 });
      response.write("<title>Shop</title>", () => response.destroy());
    };
    for (const files of [{ "/": cut }, { [APP]: cut }]) {
      const { url } = await site(files);
      expect(await checkSite(url)).toMatchObject({ verdict: "undecided", exitCode: 3, outputs: { unknowns: "1" } });
    }
    const { url } = await site({ "/": indexHtml().replace("name=version", "name=other") });
    const run = await checkSite(url, { "expect-version": "1.4.0" });
    expect([run.verdict, checksWith(run, "unknown")]).toEqual(["undecided", ["version"]]);
    const gone = await site();
    await gone.close();
    expect(await checkSite(gone.url)).toMatchObject({ verdict: "undecided", exitCode: 3 });
  });

  test("unknown never passes: a missing browser is undecided, with what to install", async () => {
    const { url } = await site();
    const run = await checkSite(url, { browser: "auto" }, { facts: { childEnvironment: { PATH: folder() } } });
    expect(run).toMatchObject({ verdict: "undecided", exitCode: 3 });
    expect(checksWith(run, "unknown")).toEqual(["browser"]);
    expect(run.lines.join("\n")).toContain("apt-get install chromium");
  });

  test("security: assets that unpack to gigabytes are undecided", async () => {
    const packed = gzipSync(Buffer.alloc(31 * 1024 * 1024, "1"));
    const names = Array.from({ length: 24 }, (_, index) => `/bomb-${index}.js`);
    const bomb = { body: packed, headers: { "content-encoding": "gzip" } };
    const files = Object.fromEntries(names.map((name) => [name, bomb]));
    const { url } = await site({
      "/": indexHtml({ head: names.map((name) => `<script src="${name}"></script>`).join("") }),
      ...files,
    });
    const run = await checkSite(url);
    expect(run).toMatchObject({ verdict: "undecided", exitCode: 3 });
    expect(resultsOf(run).find(({ check }) => check === "assets")).toMatchObject({
      result: "unknown",
      detail: expect.stringContaining("too large together"),
    });
  });
});
