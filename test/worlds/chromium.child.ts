/** Starts a browser with a page in it, says its process and profile, and waits to be killed. */
import { launchChromium } from "../../packages/browser/chromium/index.ts";

const [executable = "", temporary = "", page = "about:blank"] = process.argv.slice(2);
const network = { tlsVerificationDisabled: false };
const chromium = await launchChromium({
  executable,
  temporary,
  environment: { PATH: process.env["PATH"] ?? "" },
  network,
  host: "127.0.0.1",
  signal: new AbortController().signal,
});
const tab = await chromium.openTab();
await tab.send("Page.enable");
await Promise.race([tab.send("Page.navigate", { url: page }), new Promise((resolve) => setTimeout(resolve, 1_000))]);
console.log(JSON.stringify({ pid: chromium.pid }));
setInterval(() => undefined, 1_000);
