import { afterEach, describe, expect, test } from "@jest/globals";
import {
  APP_JS,
  appFiles,
  indexHtml,
  startSite,
  type Site,
  type SiteHandler,
} from "../../test/stand-ins/site/index.ts";
import { checkSite, CHROMIUM, resultsOf } from "../../test/worlds/frontend-check.ts";
import { ring } from "../../test/rings.ts";

const APP = "/assets/app-9c0d1e2f.js";
const CSS = "/assets/app-5e6f7a8b.css";

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

/** A script that comes for a client, and never for a browser. */
function slow(asked: () => void = () => undefined): SiteHandler {
  return (request, response) => {
    if (request.headers["sec-fetch-dest"] === undefined)
      return void response.writeHead(200, { "content-type": "text/javascript" }).end("1");
    response.flushHeaders();
    asked();
  };
}

/** The page keeps what it had when its worker was installed; the worker answers with the script of an older release. */
const STALE_WORKER = `self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  if (event.request.mode === "navigate") event.respondWith(new Response(\`${indexHtml().replaceAll("app-9c0d1e2f", "app-0ld00000")}\`, { headers: { "content-type": "text/html" } }));
});`;
const REGISTER = 'navigator.serviceWorker.register("/sw.js");';

ring("frontend-check in a real Chromium: findings", CHROMIUM, () => {
  describe("what only a browser finds", () => {
    const rows: readonly [string, Files, string, string, { fallback?: boolean; inputs?: Record<string, string> }?][] = [
      [
        "trap 46: it throws at boot, so that #root stays empty: the error",
        { [APP]: "const app = undefined;\n  app.mount('#root');" },
        "errors",
        `TypeError: Cannot read properties of undefined (reading 'mount') (${APP}:2:7)`,
      ],
      [
        "trap 46: it throws at boot, so that #root stays empty: the root",
        { [APP]: "null.boot()" },
        "painted",
        "#root stays empty: the application did not start",
      ],
      [
        "trap 46: blank #root without an error",
        { [APP]: "// all of it shaken off" },
        "painted",
        "#root stays empty: the application did not start",
      ],
      [
        "an uncaught error, later",
        { [APP]: `${APP_JS}setTimeout(() => Promise.reject(new Error("no session")), 100);` },
        "errors",
        "uncaught: Error: no session",
      ],
      [
        "trap 45: a missing chunk, answered with the start page",
        { [APP]: `${APP_JS}import("./orders-11112222.js").catch(() => {});` },
        "requests",
        "Script /assets/orders-11112222.js is a page of HTML (200)",
        { fallback: true },
      ],
      [
        "a missing chunk",
        { [APP]: `${APP_JS}import("./orders-11112222.js").catch(() => {});` },
        "requests",
        "Script /assets/orders-11112222.js answers 404",
      ],
      [
        "a missing image that a style names",
        { [CSS]: "h1 { background: url(/assets/none.png) }" },
        "requests",
        "Image /assets/none.png answers 404",
      ],
      [
        "an API that fails",
        { [APP]: `${APP_JS}fetch("/api/me?token=s3cr3t-value");`, "/api/me": { body: "x", status: 500 } },
        "requests",
        "Fetch /api/me?… answers 500",
      ],
      [
        "a policy that blocks the page's own script",
        {
          "/": {
            body: indexHtml({ body: "<script>document.title = 'Shop'</script>" }),
            headers: { "content-security-policy": "script-src 'self'" },
          },
        },
        "policy",
        "script-src-elem blocks code in the page",
      ],
      [
        "a policy that blocks a style elsewhere",
        {
          "/": indexHtml({
            head: `<meta http-equiv=Content-Security-Policy content="style-src 'self'">`,
            body: "<link rel=stylesheet href=http://cdn.invalid/a.css>",
          }),
        },
        "policy",
        "style-src-elem blocks http://cdn.invalid/a.css",
      ],
      [
        "hydration, as React reports it",
        {
          [APP]: `${APP_JS}console.error(new Error("Minified React error #418; visit https://react.dev/errors/418?args[]=HTML"));`,
        },
        "hydration",
        "Minified React error #418",
      ],
      [
        "hydration, as Vue reports it",
        { [APP]: `${APP_JS}console.error("Hydration completed but contains mismatches.");` },
        "hydration",
        "Hydration completed but contains mismatches.",
      ],
      [
        "a white page: white on white",
        { [CSS]: "body, h1 { color: #fff; background: #fff }" },
        "painted",
        "all of it has one color",
      ],
      [
        "a white page: covered",
        { "/": indexHtml({ body: '<div style="position:fixed;inset:0;background:#fff"></div>' }) },
        "painted",
        "all of it has one color",
      ],
      ["a white page: transparent", { [CSS]: "#root { opacity: 0 }" }, "painted", "#root is not visible"],
      ["a white page: not displayed", { [CSS]: "#root { display: none }" }, "painted", "#root is not visible"],
      [
        "a script removes the root",
        { [APP]: "document.querySelector('#root').remove(); document.body.append('Shop');" },
        "painted",
        "there is no #root once the scripts have run",
      ],
      [
        "a script sends people to sign in",
        { [APP]: "location.href = '/login?next=/';", "/login": "<title>Shop</title><div id=root>Sign in</div>" },
        "load",
        "a script sends people to sign in: /login?…",
      ],
      [
        "a script without end",
        { [APP]: "for (;;);" },
        "load",
        "the page did not finish within 3 s: a script runs without end",
        { inputs: { timeout: "3s" } },
      ],
      [
        "a load without end",
        { "/": indexHtml({ head: '<script src="/assets/slow.js" async></script>' }), "/assets/slow.js": slow() },
        "load",
        "the page did not finish within 3 s: still waiting for /assets/slow.js",
        { inputs: { timeout: "3s" } },
      ],
      [
        "trap 46: a stale service worker, for a returning user",
        { [APP]: APP_JS + REGISTER, "/sw.js": STALE_WORKER },
        "second-load",
        "coming back through its service worker: requests: Script /assets/app-0ld00000.js answers 404",
      ],
      [
        "a different version, for a returning user",
        {
          [APP]: APP_JS + REGISTER,
          "/sw.js": STALE_WORKER.replace('content="1.4.0"', 'content="1.3.0"').replace("app-0ld00000", "app-9c0d1e2f"),
        },
        "second-load",
        'the page is of version "1.3.0"',
        { inputs: { "expect-version": "1.4.0" } },
      ],
      [
        "stored data breaks it for a returning user",
        { [APP]: `${APP_JS}if (localStorage.seen) throw new Error("bad cart"); localStorage.seen = "1";` },
        "second-load",
        "errors: uncaught: Error: bad cart",
      ],
      [
        "the title that scripts set",
        { [APP]: `${APP_JS}document.title = "Error";`, "/": indexHtml({ title: "Loading" }) },
        "title",
        'it is "Loading", and in a browser "Error", and should hold "Shop"',
      ],
    ];

    test.each(rows)("%s", async (_, files, name, detail, { fallback = false, inputs = {} } = {}) => {
      const { url } = await site(files, { fallback });
      const run = await check(url, inputs);
      expect(resultsOf(run).filter(({ result }) => result === "fail")).toContainEqual(
        expect.objectContaining({
          check: name,
          detail: expect.stringContaining(detail),
          remedy: expect.stringMatching(/./),
        }),
      );
      expect(run).toMatchObject({ verdict: "refused", exitCode: 1 });
      expect(`${run.lines.join("\n")}${run.summary}${JSON.stringify(run.outputs)}`).not.toContain("s3cr3t-value");
      // Fetching alone does not find it.
      if (name !== "title") expect(await checkSite(url)).toMatchObject({ verdict: "passed" });
    });
  });
});
