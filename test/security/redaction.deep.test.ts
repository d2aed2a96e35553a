import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CMARK_GFM, renderGfm } from "../cmark-gfm.ts";
import { BUILT } from "../e2e/released.ts";
import { path, ring } from "../rings.ts";
import { startMonitoring, type Monitoring } from "../stand-ins/prometheus/index.ts";
import { start, type HostKind, type Run } from "./doors.ts";

/** Made of characters that Markdown, JSON, HTML and URLs escape. */
const HEADER_TOKEN = "can_ary/T0k+en=_Zq81x&'<";
const PARTS = ["can_ary", "can\\_ary", "can&#95;ary", "T0k", "Zq81x", "zq81x"];
const HOSTS: readonly HostKind[] = ["github", "gitlab", "terminal"];

let directory: string;
const closing: (() => Promise<unknown>)[] = [];

beforeAll(async () => void (directory = await mkdtemp(join(tmpdir(), "redaction-"))));
afterAll(async () => {
  for (const close of closing) await close();
  await rm(directory, { recursive: true, force: true });
});

/** Everything that a run makes visible: its output and every file, except the files that it was given. */
interface Seen {
  readonly code: number | undefined;
  readonly text: string;
  readonly files: ReadonlyMap<string, string>;
}

async function seen(
  host: HostKind,
  { files = {}, ...call }: Omit<Run, "workspace"> & { files?: Record<string, string> },
): Promise<Seen> {
  const place = await mkdtemp(join(directory, "case-"));
  const workspace = join(place, "work");
  await mkdir(workspace);
  for (const [name, content] of Object.entries(files)) await writeFile(join(workspace, name), content);
  const { code, output } = await start(host, place, { ...call, workspace });
  const left = new Map<string, string>();
  for (const entry of await readdir(place, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.name in files) continue;
    left.set(entry.name, await readFile(join(entry.parentPath, entry.name), "utf8"));
  }
  // The runner consumes the lines that mask a secret and shows none of them.
  const log = output
    .split("\n")
    .filter((line) => !line.startsWith("::add-mask::"))
    .join("\n");
  return { code, text: [log, ...left.values()].join("\n"), files: left };
}

function expectHidden({ text }: Seen, parts: readonly string[] = PARTS): void {
  for (const part of parts) expect(text).not.toContain(part);
}

async function serve(
  answer: (path: string) => { status?: number; type?: string; headers?: Record<string, string>; body: string | Buffer },
): Promise<string> {
  const server: Server = createServer((request, response) => {
    const { status = 200, type = "application/json", headers = {}, body } = answer(request.url ?? "");
    response.writeHead(status, { "content-type": type, ...headers }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closing.push(() => new Promise((resolve) => server.close(resolve).closeAllConnections()));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** In a terminal, a summary is shown only on request. */
const withSummary = (host: HostKind) => (host === "terminal" ? { summary: "true" } : ({} as Record<string, string>));

ring("what runs of the bundle reveal", [path("dist", BUILT, "npm run build")], () => {
  describe.each(HOSTS)("%s", (host) => {
    async function monitoring(setup: Parameters<typeof startMonitoring>[0]): Promise<Monitoring> {
      const servers = await startMonitoring({ token: HEADER_TOKEN, ...setup });
      closing.push(() => servers.close());
      return servers;
    }

    test("security G95: a token that Prometheus repeats in errors, warnings and labels is in no summary", async () => {
      const alert = {
        labels: { namespace: "prod", pod: HEADER_TOKEN },
        annotations: { summary: `use ${HEADER_TOKEN}` },
      };
      const { prometheusUrl, alertmanagerUrl } = await monitoring({
        groups: [
          {
            rules: [
              { alert: "Bad", labels: { severity: "critical" }, alerts: [alert] },
              { alert: "Broken", health: "err", lastError: `401 for ${HEADER_TOKEN}` },
            ],
          },
        ],
        targets: [
          {
            labels: { namespace: "prod" },
            health: "down",
            lastError: `Get http://x/?t=${encodeURIComponent(HEADER_TOKEN)}: refused for ${HEADER_TOKEN}`,
          },
        ],
        labelValues: { namespace: ["prod"] },
      });
      const inputs = {
        "prometheus-url": prometheusUrl,
        "alertmanager-url": alertmanagerUrl,
        namespace: "prod",
        ...withSummary(host),
      };
      const found = await seen(host, { action: "alerts-gate", inputs, secrets: { token: HEADER_TOKEN } });
      expect([found.code, found.text.includes("***")]).toEqual([1, true]);
      expectHidden(found);
    });

    test("security G95: report, plot and JUnit files contain no token that a server repeats", async () => {
      const series = [{ metric: "up", labels: { job: HEADER_TOKEN }, value: () => 1 }];
      const { prometheusUrl } = await monitoring({
        series,
        warnings: [`store refused ${HEADER_TOKEN}`, `token="${HEADER_TOKEN}" in {"url":"https:\\/\\/x"}`],
      });
      const slos = `- name: ${JSON.stringify(`up for ${HEADER_TOKEN}`)}\n  query: up\n  reduce: each\n  above: 0\n`;
      const files = { "report-file": "r.json", "plot-file": "p.svg", "junit-file": "j.xml" };
      const inputs = {
        "prometheus-url": prometheusUrl,
        selector: 'job=~".+"',
        slos: "slos.yml",
        duration: "2s",
        interval: "1s",
        "ingest-delay": "0",
        ...files,
        ...withSummary(host),
      };
      const found = await seen(host, {
        action: "metrics-gate",
        inputs,
        secrets: { token: HEADER_TOKEN },
        files: { "slos.yml": slos },
      });
      expect(found.code).toBe(3);
      expect([...found.files.keys()]).toEqual(expect.arrayContaining(["r.json", "p.svg", "j.xml"]));
      expect(found.files.get("r.json")).toContain("***");
      expect(() => JSON.parse(found.files.get("r.json")!) as unknown).not.toThrow();
      expectHidden(found);
    });

    test.each([
      [
        "at the end of the searched part",
        (token: string) => `${" ".repeat(8193 - 9 - token.length)}you sent ${token} again and again`,
      ],
      ["in PHP's JSON", (token: string) => JSON.stringify({ error: `you sent ${token}` }).replaceAll("/", "\\/")],
      [
        "in Gson's JSON",
        (token: string) =>
          JSON.stringify({ error: `you sent ${token}` }).replace(/[<>&='"]/g, (one) =>
            one === '"' ? one : `\\u00${one.charCodeAt(0).toString(16)}`,
          ),
      ],
      [
        "in HTML",
        (token: string) =>
          `<html><title>you sent ${token.replace(/[&<>"'/]/g, (one) => `&#x${one.charCodeAt(0).toString(16).toUpperCase()};`)}</title>`,
      ],
      ["in a lowercase URL", (token: string) => `see https://h/?t=${encodeURIComponent(token).toLowerCase()} for more`],
    ])("security G95: an error's body, %s", async (_, write) => {
      const url = await serve(() => ({ status: 403, type: "text/plain", body: write(HEADER_TOKEN) }));
      const inputs = { "prometheus-url": url, "alertmanager-url": url, ...withSummary(host) };
      const found = await seen(host, { action: "alerts-gate", inputs, secrets: { token: HEADER_TOKEN } });
      expect(found.code).toBe(2);
      expect(found.text).toContain("403 Forbidden");
      expectHidden(found);
    });

    test.each(["utf-16le", "utf-16be"])("security G95: an error's body in %s", async (charset) => {
      const bytes = Buffer.from(`you sent ${HEADER_TOKEN}`, "utf16le");
      if (charset === "utf-16be") bytes.swap16();
      for (const type of [`text/plain; charset=${charset}`, "text/plain"]) {
        const url = await serve(() => ({ status: 403, type, body: bytes }));
        const inputs = { "prometheus-url": url, "alertmanager-url": url, ...withSummary(host) };
        const found = await seen(host, { action: "alerts-gate", inputs, secrets: { token: HEADER_TOKEN } });
        expect(found.text).toContain("403 Forbidden");
        expectHidden({ ...found, text: found.text.replaceAll(/\0|<U\+0000>|\\u0000/g, "") });
      }
    });

    test.each([
      ["the content type", { "content-type": `text/${"x".repeat(60)}s3cretTokenAbC0123456789dEf` }, 200],
      ["the content encoding", { "content-encoding": `${"x".repeat(40)}s3cretTokenAbC0123456789dEf` }, 200],
      ["a redirect's host", { location: "https://s3cretTokenAbC0123456789dEf.example/x" }, 302],
      ["a redirect's user", { location: "https://s3cretTokenAbC0123456789dEf@other.example/x" }, 302],
    ])("security G95: %s", async (_, headers, status) => {
      const token = "s3cretTokenAbC0123456789dEf";
      const url = await serve(() => ({ status, headers, body: "{}" }));
      const inputs = { "prometheus-url": url, "alertmanager-url": url, ...withSummary(host) };
      const found = await seen(host, { action: "alerts-gate", inputs, secrets: { token } });
      expect(found.code).not.toBe(0);
      expectHidden(found, ["s3cretTo", "s3cretto", "0123456789", "s3cret"]);
    });

    const hidden = "hunter22-S3CRET/x";
    test.each<[string, Omit<Run, "workspace">]>([
      [
        "a link of jira-issue",
        {
          action: "jira-issue",
          inputs: {
            url: "https://jira.example",
            project: "P",
            title: "T",
            email: "a@b.example",
            link: `x | https://user:${encodeURIComponent(hidden)}@h/y`,
          },
          secrets: { token: "0123456789" },
        },
      ],
      [
        "an image of quay-verify",
        { action: "quay-verify", inputs: { image: `user:${hidden.replace("/", "-")}@quay.io/org/app:1` } },
      ],
      [
        "a registry of quay-verify",
        {
          action: "quay-verify",
          inputs: { registry: `https://user:${encodeURIComponent(hidden)}@quay.io`, repository: "org/app", tag: "1" },
        },
      ],
      [
        "a token server of quay-verify",
        {
          action: "quay-verify",
          inputs: {
            image: "quay.io/org/app:1",
            "token-server": `https://user:${encodeURIComponent(hidden)}@auth.example/x`,
          },
        },
      ],
      [
        "a repository of publish-release",
        {
          action: "publish-release",
          inputs: {
            tag: "v1.0.0",
            body: "x",
            forge: "github",
            repository: `https://oauth2:${encodeURIComponent(hidden)}@github.com/o/r`,
          },
          secrets: { token: "0123456789" },
        },
      ],
      [
        "files of publish-release",
        {
          action: "publish-release",
          inputs: {
            tag: "v1.0.0",
            body: "x",
            forge: "github",
            repository: "o/r",
            "api-url": "http://127.0.0.1:9",
            files: `https://user:${encodeURIComponent(hidden)}@h/a.zip`,
          },
          secrets: { token: "0123456789" },
        },
      ],
      [
        "paths of frontend-check",
        {
          action: "frontend-check",
          inputs: {
            url: "http://127.0.0.1:9/",
            browser: "none",
            timeout: "1s",
            paths: `/x?access_token=${encodeURIComponent(hidden)}\nhttps://user:${encodeURIComponent(hidden)}@h/`,
          },
        },
      ],
      [
        "an address of Prometheus",
        {
          action: "alerts-gate",
          inputs: {
            "prometheus-url": `https://user:${encodeURIComponent(hidden)}@p.example`,
            "alertmanager-url": `https://p.example/?token=${encodeURIComponent(hidden)}`,
          },
        },
      ],
      [
        "the api-url of publish-release",
        {
          action: "publish-release",
          inputs: {
            tag: "v1.0.0",
            body: "x",
            forge: "github",
            repository: "o/r",
            "api-url": `https://user:${encodeURIComponent(hidden)}@api.example`,
          },
          secrets: { token: "0123456789" },
        },
      ],
    ])("security G96: a secret in %s is not repeated", async (_, call) => {
      const found = await seen(host, { ...call, inputs: { ...call.inputs, ...withSummary(host) } });
      expect(found.code).toBe(2);
      expectHidden(found, ["hunter22", "S3CRET", "s3cret"]);
    });
  });

  test("security G96: the author of a changelog cannot choose what is redacted", async () => {
    const place = await mkdtemp(join(directory, "prose-"));
    const body = "Use https://x/?key=acme/app1 and https://x/?token=done1234 and `https://user:refused1@host/`";
    const inputs = {
      tag: "v1.0.0",
      body,
      forge: "github",
      repository: "acme/app1",
      "api-url": "http://127.0.0.1:9/done1234/refused1",
    };
    const { output } = await start("github", place, {
      action: "publish-release",
      inputs,
      secrets: { token: "0123456789" },
      workspace: place,
    });
    expect(output).not.toMatch(/add-mask::(?!(Bearer )?0123456789$)/m);
    expect(output).toContain("acme/app1");
    expect(output).not.toContain("***");
  });

  test("security G96: a secret written in place of a flag is not repeated", async () => {
    const place = await mkdtemp(join(directory, "flags-"));
    const flags = ["-token=ghp_SECRETSECRET1234", "token=ghp_SECRETSECRET1234", "--token:ghp_SECRETSECRET1234"];
    const { output, code } = await start("terminal", place, {
      action: "publish-release",
      inputs: {},
      flags,
      workspace: place,
    });
    expect(code).toBe(2);
    expect(output).not.toContain("SECRETSECRET");
  });

  test("security A15, A16: characters that a terminal would execute or hide are escaped in --json and in --output", async () => {
    const place = await mkdtemp(join(directory, "terminal-"));
    const notes = "a\u009b31mb \u202ec \u{e0041}d \u001b]0;e\u0007";
    await writeFile(join(place, "CHANGELOG.md"), `# Changelog\n\n## [1.0.0] - 2026-01-01\n\n- ${notes}\n`);
    const run = async (...flags: string[]) => {
      const { output, code } = await start("terminal", place, {
        action: "changelog-extract",
        inputs: { version: "1.0.0" },
        flags,
        workspace: place,
      });
      expect(code).toBe(0);
      return output;
    };
    const [json, body] = [await run("--json"), await run("--output=body")];
    for (const text of [json, body]) expect(text).not.toMatch(/[\u0080-\u009f\u001b\u0007\u202e]|\u{e0041}/u);
    expect(
      (JSON.parse(json.slice(json.indexOf("{"), json.lastIndexOf("}") + 1)) as { outputs: { body: string } }).outputs
        .body,
    ).toContain(notes);
    expect(body).toContain("a<U+009B>31mb <U+202E>c <U+E0041>d <U+001B>]0;e<U+0007>");
  });
});

ring("a summary as GitHub renders it", [...CMARK_GFM, path("dist", BUILT, "npm run build")], () => {
  test("security G95: a rendered summary contains no token", async () => {
    const url = await serve(() => ({ status: 403, type: "text/plain", body: `you sent ${HEADER_TOKEN}` }));
    const found = await seen("github", {
      action: "alerts-gate",
      inputs: { "prometheus-url": url, "alertmanager-url": url },
      secrets: { token: HEADER_TOKEN },
    });
    const html = renderGfm(found.files.get("STEP_SUMMARY")!, { unsafe: true });
    expect(html).toContain("you sent ***");
    for (const part of PARTS) expect(html).not.toContain(part);
  });
});
