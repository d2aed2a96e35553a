import { afterEach, expect, test } from "@jest/globals";
import { spawn } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  APP_JS,
  appFiles,
  indexHtml,
  startSite,
  type Site,
  type SiteHandler,
} from "../../test/stand-ins/site/index.ts";
import {
  checkSite,
  checksWith,
  CHROMIUM,
  processes,
  renderersOf,
  resultsOf,
  workspace,
} from "../../test/worlds/frontend-check.ts";
import { ring } from "../../test/rings.ts";

const APP = "/assets/app-9c0d1e2f.js";

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

type Files = Parameters<typeof appFiles>[0];

async function site(files: Files = {}, options: { fallback?: boolean } = {}): Promise<Site> {
  const started = await startSite(appFiles(files), options);
  open.push(started);
  return started;
}

const check = (url: string, inputs: Readonly<Record<string, string>> = {}, path?: string) =>
  checkSite(url, { browser: "auto", timeout: "8s", ...inputs }, path === undefined ? {} : { workspace: path });

function folder(): string {
  const made = workspace();
  open.push({ close: made.remove });
  return made.path;
}

/** A script that comes for a client, and never for a browser. */
function slow(asked: () => void = () => undefined): SiteHandler {
  return (request, response) => {
    if (request.headers["sec-fetch-dest"] === undefined)
      return void response.writeHead(200, { "content-type": "text/javascript" }).end("1");
    response.flushHeaders();
    asked();
  };
}
const REGISTER = 'navigator.serviceWorker.register("/sw.js");';

ring("frontend-check in a real Chromium", CHROMIUM, () => {
  test("a good page passes, and its screenshot is kept", async () => {
    const { url } = await site();
    const path = folder();
    const run = await check(url, { "screenshot-dir": "shots", "expect-version": "1.4.0" }, path);
    expect(run).toMatchObject({
      verdict: "passed",
      exitCode: 0,
      outputs: { failures: "0", warnings: "0", unknowns: "0", screenshots: '["shots/1-start.png"]' },
    });
    expect(readFileSync(join(path, "shots/1-start.png")).subarray(1, 4).toString()).toBe("PNG");
  });

  test("what a page may do only warns", async () => {
    const { url } = await site({
      [APP]: `${APP_JS}
        console.error("cart is empty", { items: 0 });
        fetch("/api/me"); fetch("http://127.0.0.1:9/").catch(() => {});
        alert("We use cookies"); confirm("Really?");
        const late = Promise.reject(new Error("handled after all")); setTimeout(() => late.catch(() => {}), 50);
        new Image().src = "http://127.0.0.1:9/pixel.gif";`,
      "/api/me": { body: "", status: 401 },
    });
    const run = await check(url);
    expect(checksWith(run, "fail")).toEqual([]);
    expect(run.verdict).toBe("passed");
    const detail = resultsOf(run)
      .filter(({ result }) => result === "warn")
      .map((row) => row.detail)
      .join("\n");
    for (const part of [
      "cart is empty",
      "Fetch /api/me answers 401",
      'a dialog (alert) says "We use cookies"',
      "Image http://127.0.0.1:9/pixel.gif failed",
    ])
      expect(detail).toContain(part);
    expect(checksWith(await check(url, { "console-errors": "refuse" }), "fail")).toEqual(["console"]);
  });

  test("pages are isolated, and one that hangs does not block the next", async () => {
    const { url } = await site({
      "/hangs": indexHtml({ body: "<script>for (;;);</script>" }),
      "/sets": indexHtml({ body: "<script>localStorage.seen = 1; document.cookie = 'seen=1'</script>" }),
      "/reads": indexHtml({
        body: "<script>if (localStorage.seen || document.cookie) throw new Error('not a fresh profile')</script>",
      }),
    });
    const run = await check(url, { paths: "/hangs\n/sets\n/reads", timeout: "4s" });
    expect(
      resultsOf(run)
        .filter(({ result }) => result === "fail")
        .map(({ page }) => page),
    ).toEqual(expect.arrayContaining(["/hangs"]));
    expect(
      new Set(
        resultsOf(run)
          .filter(({ result }) => result === "fail")
          .map(({ page }) => page),
      ),
    ).toEqual(new Set(["/hangs"]));
  });

  test("no dialog, download, window or permission request blocks it", async () => {
    const { url } = await site({
      [APP]: `${APP_JS}
        addEventListener("beforeunload", (event) => event.preventDefault());
        window.open("/other"); Notification.requestPermission(); navigator.geolocation.getCurrentPosition(() => {}, () => {});
        const link = document.createElement("a"); link.href = "/file.zip"; link.download = ""; link.click(); prompt("Your name?");`,
      "/file.zip": { body: "zip", type: "application/zip" },
    });
    expect((await check(url)).verdict).toBe("passed");
  });

  test("security: a hostile page cannot fake being painted or inject into the log", async () => {
    const { url } = await site({
      [APP]: `Element.prototype.getBoundingClientRect = () => new DOMRect(0, 0, 900, 900); Element.prototype.checkVisibility = () => true;
        document.querySelector = () => ({ childElementCount: 5, textContent: "full" });
        console.error("\\n::error::x"); console.error("##[error]y \\u001b[2J"); throw new Error("::add-mask::z\\n::stop-commands::t");`,
    });
    const run = await check(url);
    expect(checksWith(run, "fail")).toEqual(expect.arrayContaining(["errors", "painted"]));
    const text = run.lines.join("\n");
    expect(text).not.toMatch(/^\s*::/m);
    expect(text).not.toContain("##[error]");
    expect(text).not.toContain("\u001b");
  });

  test("a page whose process crashes is opened once more, and refused if it crashes again", async () => {
    const temporary = folder();
    let crashes = 0;
    const { url } = await site({
      "/": indexHtml({ head: '<script src="/assets/slow.js" async></script>' }),
      "/assets/slow.js": slow(() => {
        crashes += 1;
        renderersOf(temporary).forEach((pid) => process.kill(pid, "SIGKILL"));
      }),
    });
    const run = await checkSite(url, { browser: "auto", timeout: "10s" }, { facts: { temporary } });
    expect(resultsOf(run)).toContainEqual(
      expect.objectContaining({ check: "load", result: "fail", detail: "the page's process crashed, twice" }),
    );
    expect(crashes).toBe(2);
  });

  test("a signal ends it, the browser too", async () => {
    const { url } = await site({ [APP]: "for (;;);" });
    const temporary = folder();
    const abort = new AbortController();
    setTimeout(() => abort.abort(), 2_000);
    const run = await checkSite(url, { browser: "auto" }, { interrupt: abort.signal, facts: { temporary } });
    expect(run.verdict).toBe("interrupted");
    for (let turn = 0; turn < 40 && readdirSync(temporary).length > 0; turn += 1)
      await new Promise((resolve) => setTimeout(resolve, 50));
    expect(readdirSync(temporary)).toEqual([]);
  });

  test("a SIGKILL of the action leaves no browser", async () => {
    const temporary = folder();
    let loading = (): void => undefined;
    const asked = new Promise<void>((resolve) => (loading = resolve));
    const { url } = await site({
      "/": indexHtml({ head: '<script src="/assets/slow.js" async></script>' }),
      "/assets/slow.js": slow(() => loading()),
    });
    const child = spawn(
      process.execPath,
      [
        "--no-warnings",
        fileURLToPath(new URL("../../test/worlds/frontend-check.child.ts", import.meta.url)),
        url,
        temporary,
      ],
      { stdio: "ignore" },
    );
    open.push({ close: () => child.kill("SIGKILL") });
    await asked;
    const group = processes().find(({ command }) => command.includes(`--user-data-dir=${temporary}`))?.group;
    const left = () => processes().filter((one) => one.group === group);
    expect(left().length).toBeGreaterThan(3);
    child.kill("SIGKILL");
    for (let turn = 0; turn < 100 && left().length > 0; turn += 1)
      await new Promise((resolve) => setTimeout(resolve, 50));
    expect(left()).toEqual([]);
  });

  test("a program that is not a browser is undecided; a file that is not a program is invalid", async () => {
    const { url } = await site();
    expect(await check(url, { browser: "/bin/false" })).toMatchObject({ verdict: "undecided" });
    const file = join(folder(), "notes.txt");
    writeFileSync(file, "notes");
    expect(await check(url, { browser: file })).toMatchObject({ verdict: "invalid" });
  });

  test("no false alarms: good pages of many kinds pass", async () => {
    const kinds = {
      "/late": indexHtml({ body: "<script>setTimeout(() => document.body.append('more'), 300)</script>" }),
      "/canvas": `<!doctype html><title>Shop</title><canvas id=root width=200 height=100></canvas><script>document.querySelector("canvas").getContext("2d").fillRect(10, 10, 50, 50)</script>`,
      "/fixed": `<!doctype html><title>Shop</title><div id=root><div style="position:fixed;top:20px;left:20px">Menu</div></div>`,
      "/below": `<!doctype html><title>Shop</title><div style="height:2000px"></div><div id=root>Far below</div>`,
      "/custom": `<!doctype html><title>Shop</title><shop-app id=root></shop-app><script>customElements.define("shop-app", class extends HTMLElement { connectedCallback() { this.attachShadow({ mode: "open" }).innerHTML = "<h1>Shadow</h1>"; } })</script>`,
      "/dark": `<!doctype html><title>Shop</title><style>body{background:#111;color:#eee}</style><div id=root>Dark</div>`,
      "/polls": indexHtml({ body: "<script>new EventSource('/events'); fetch('/wait')</script>" }),
      "/frame": indexHtml({ body: "<iframe srcdoc='<p>hi'></iframe>" }),
      "/pushes": indexHtml({ body: "<script>history.pushState({}, '', '/pushes?tab=1')</script>" }),
      "/worker": indexHtml({ body: `<script>${REGISTER}</script>` }),
    };
    const { url } = await site({
      ...kinds,
      "/events": (_, response) => void response.writeHead(200, { "content-type": "text/event-stream" }).flushHeaders(),
      "/wait": (_, response) => void response.writeHead(200, { "content-type": "text/plain" }).flushHeaders(),
      "/sw.js": `self.addEventListener("install", (event) => event.waitUntil(caches.open("v1").then((cache) => cache.addAll(["/worker", "${APP}"]))));
        self.addEventListener("fetch", (event) => event.respondWith(caches.match(event.request).then((kept) => kept ?? fetch(event.request))));`,
    });
    const run = await check(url, { paths: Object.keys(kinds).join("\n") });
    expect(
      resultsOf(run).filter(({ result }) => result !== "pass" && result !== "skipped" && result !== "warn"),
    ).toEqual([]);
    expect(run.verdict).toBe("passed");
    expect(
      resultsOf(run).find(({ page, check: name }) => page === "/worker" && name === "second-load")?.detail,
    ).toContain("through its service worker");
  }, 60_000);
});
