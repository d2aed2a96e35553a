import { afterEach, describe, expect, test } from "@jest/globals";
import { spawn } from "node:child_process";
import { chmodSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { CHROMIUM, processes, workspace } from "../../../test/worlds/frontend-check.ts";
import { startSite, type SiteFiles } from "../../../test/stand-ins/site/index.ts";
import { ring } from "../../../test/rings.ts";
import { BrowserGone, findChromium, launchChromium, visitTwice, type Chromium } from "./index.ts";

const NETWORK = { tlsVerificationDisabled: false };
const ENVIRONMENT = { PATH: process.env["PATH"] ?? "" };

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close();
});

function folder(): string {
  const made = workspace();
  open.push({ close: made.remove });
  return made.path;
}

async function launch(temporary: string, more: { host?: string; signal?: AbortSignal } = {}): Promise<Chromium> {
  const { host = "127.0.0.1", signal = new AbortController().signal } = more;
  const chromium = await launchChromium({
    executable: findChromium(ENVIRONMENT)!,
    temporary,
    environment: ENVIRONMENT,
    network: NETWORK,
    host,
    signal,
  });
  open.push(chromium);
  return chromium;
}

async function serve(files: SiteFiles): Promise<string> {
  const site = await startSite(files);
  open.push(site);
  return site.url;
}

async function until(holds: () => boolean): Promise<boolean> {
  for (let turn = 0; turn < 100; turn += 1) {
    if (holds()) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}

const usersOf = (temporary: string) =>
  processes().filter(({ command, pid }) => command.includes(temporary) && pid !== process.pid);

describe("findChromium", () => {
  test("finds the first browser in PATH, by any of its names, if it is an executable", () => {
    const [first, second] = [join(folder(), "a"), join(folder(), "b")];
    for (const directory of [first, second]) mkdirSync(directory);
    expect(findChromium({ PATH: `${first}:${second}` }) ?? "").not.toContain(first);
    for (const [file, mode] of [
      [join(first, "chromium"), 0o644],
      [join(second, "google-chrome"), 0o755],
    ] as const) {
      writeFileSync(file, "");
      chmodSync(file, mode);
    }
    expect(findChromium({ PATH: `${first}:${second}` })).toBe(join(second, "google-chrome"));
  });
});

ring("a real Chromium", CHROMIUM, () => {
  test("leaves no process and no profile when closed", async () => {
    const temporary = folder();
    const chromium = await launch(temporary);
    await chromium.openTab();
    expect(usersOf(temporary).length).toBeGreaterThan(0);
    await chromium.close();
    expect(usersOf(temporary)).toEqual([]);
    expect(readdirSync(temporary)).toEqual([]);
  });

  test("ends on its signal and rejects pending commands", async () => {
    const temporary = folder();
    const abort = new AbortController();
    const chromium = await launch(temporary, { signal: abort.signal });
    const tab = await chromium.openTab();
    const waiting = tab.send("Runtime.evaluate", { expression: "new Promise(() => {})", awaitPromise: true });
    abort.abort();
    await expect(waiting).rejects.toThrow(BrowserGone);
    expect(await until(() => usersOf(temporary).length === 0)).toBe(true);
  });

  test.each([
    ["an idle page", "about:blank"],
    ["a script that runs without end", "data:text/html,<script>for(;;);</script>"],
  ])("ends the browser when this process gets SIGKILL: %s", async (_, page) => {
    const temporary = folder();
    const child = spawn(
      process.execPath,
      [
        "--no-warnings",
        fileURLToPath(new URL("../../../test/worlds/chromium.child.ts", import.meta.url)),
        findChromium(ENVIRONMENT)!,
        temporary,
        page,
      ],
      { stdio: ["ignore", "pipe", "inherit"] },
    );
    open.push({ close: () => child.kill("SIGKILL") });
    const said = await new Promise<string>((resolve) =>
      child.stdout.once("data", (chunk: Buffer) => resolve(chunk.toString())),
    );
    const { pid } = JSON.parse(said) as { pid: number };
    const group = processes().find((one) => one.pid === pid)?.group;
    const members = () => processes().filter((one) => one.group === group);
    expect(members().length).toBeGreaterThan(3);
    child.kill("SIGKILL");
    expect(await until(() => members().length === 0 && usersOf(temporary).length === 0)).toBe(true);
  });

  test("security: a page on the internet can reach neither this machine nor its network nor a cloud's metadata", async () => {
    const chromium = await launch(folder(), { host: "shop.example" });
    const tab = await chromium.openTab();
    const reach = async (url: string) => {
      const expression = `fetch(${JSON.stringify(url)}, { mode: "no-cors", signal: AbortSignal.timeout(3000) }).then(() => "reached", String)`;
      const heard: string[] = [];
      tab.listen(
        (method, params) => void (method === "Network.loadingFailed" && heard.push(String(params["errorText"]))),
      );
      await tab.send("Network.enable");
      await tab.send("Runtime.evaluate", { expression, awaitPromise: true });
      return heard[0];
    };
    const url = await serve({ "/": "here" });
    const { port } = new URL(url);
    for (const host of [
      "127.0.0.1",
      "localhost",
      "[::1]",
      "[::ffff:127.0.0.1]",
      "[fe80::1]",
      "[fd00::1]",
      "10.1.2.3",
      "192.168.1.1",
      "172.20.0.1",
      "169.254.169.254",
      "metadata.google.internal",
      "2130706433",
    ]) {
      expect([host, await reach(`http://${host}:${port}/`)]).toEqual([host, "net::ERR_NAME_NOT_RESOLVED"]);
    }
  });

  test("closes a window that a page opens, and notices a crash", async () => {
    const url = await serve({
      "/": "<title>x</title><div id=root>hi</div><button onclick=\"window.open('/other')\">open</button>",
      "/other": "other",
    });
    const chromium = await launch(folder());
    const tab = await chromium.openTab();
    const options = { url, root: "#root", versions: "meta[name=version]", timeout: 5_000, patience: 500 };
    expect(await visitTwice(tab, options)).toMatchObject([
      { end: "ready", painted: true },
      { end: "ready", painted: true },
    ]);
    await tab.send("Runtime.evaluate", { expression: "document.querySelector('button').click()", userGesture: true });
    expect(await until(() => tab.popups === 1)).toBe(true);
    const other = await chromium.openTab();
    const visits = visitTwice(other, {
      ...options,
      url: await serve({
        "/": "<script async src=/slow.js></script>",
        "/slow.js": (_, response) => response.flushHeaders(),
      }),
    });
    setTimeout(() => void other.send("Page.crash").catch(() => undefined), 1_000);
    expect(await visits).toMatchObject([{ crashed: true }]);
  });

  test("reports a refused connection as a failure with its reason", async () => {
    const tab = await (await launch(folder())).openTab();
    expect(
      await visitTwice(tab, {
        url: "http://127.0.0.1:9/",
        root: "body",
        versions: "meta",
        timeout: 5_000,
        patience: 100,
      }),
    ).toMatchObject([{ end: "failed", failure: expect.stringContaining("net::ERR_") }]);
  });
});

describe("launchChromium", () => {
  test("ends undecided, with the output, if the program is not a browser", async () => {
    const temporary = folder();
    const file = join(temporary, "browser");
    writeFileSync(file, "#!/bin/sh\necho 'error while loading shared libraries: libnss3.so' >&2\nexit 127\n");
    chmodSync(file, 0o755);
    const options = {
      executable: file,
      temporary,
      environment: ENVIRONMENT,
      network: NETWORK,
      host: "127.0.0.1",
      signal: new AbortController().signal,
    };
    await expect(launchChromium(options)).rejects.toMatchObject({
      verdict: "undecided",
      message: expect.stringContaining("libnss3.so"),
    });
    expect(readdirSync(temporary)).toEqual(["browser"]);
  });

  test.each([
    ["no JSON", "not json\\0"],
    ["no message", "null\\0"],
    ["an error", '{"id":1,"error":{"message":"no such command"}}\\0'],
    ["half a message", '{"id":1'],
  ])("rejects a program that speaks %s", async (_, message) => {
    const temporary = folder();
    const file = join(temporary, "browser");
    writeFileSync(file, `#!/bin/sh\nprintf '${message}' >&4\nsleep 0.2\n`);
    chmodSync(file, 0o755);
    const options = {
      executable: file,
      temporary,
      environment: ENVIRONMENT,
      network: NETWORK,
      host: "127.0.0.1",
      signal: new AbortController().signal,
    };
    await expect(launchChromium(options)).rejects.toMatchObject({
      verdict: "undecided",
      message: expect.stringContaining("does not start"),
    });
  });

  test("gives up on a browser that never answers", async () => {
    const temporary = folder();
    const file = join(temporary, "browser");
    writeFileSync(file, "#!/bin/sh\nexec sleep 60\n");
    chmodSync(file, 0o755);
    const options = {
      executable: file,
      temporary,
      environment: ENVIRONMENT,
      network: NETWORK,
      host: "127.0.0.1",
      signal: new AbortController().signal,
      deadline: 300,
    };
    await expect(launchChromium(options)).rejects.toMatchObject({ verdict: "undecided" });
    expect(usersOf(temporary)).toEqual([]);
  });

  test("gives up on a browser that identifies itself and then stops answering", async () => {
    const temporary = folder();
    const file = join(temporary, "browser");
    writeFileSync(file, `#!/bin/sh\nprintf '{"id":1,"result":{"product":"Chrome/1"}}\\0' >&4\nexec sleep 60\n`);
    chmodSync(file, 0o755);
    const options = {
      executable: file,
      temporary,
      environment: ENVIRONMENT,
      network: NETWORK,
      host: "127.0.0.1",
      signal: new AbortController().signal,
      deadline: 300,
    };
    const chromium = await launchChromium(options);
    await expect(chromium.openTab()).rejects.toThrow("no answer within");
    await chromium.close();
    expect(usersOf(temporary)).toEqual([]);
  });
});
