import { afterEach, describe, expect, test } from "@jest/globals";
import { existsSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { failureOf, testClock } from "../../test/faults/client.ts";
import { json, startFaultServer, text, type FaultServer, type Step } from "../../test/faults/server.ts";
import * as auth from "./auth.ts";
import * as index from "./index.ts";

const { HttpClient, withHttp } = index;
const MODULES = join(import.meta.dirname, "../../node_modules");
const open: { close(): unknown }[] = [];

afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

async function server(...steps: readonly Step[]): Promise<FaultServer> {
  const started = await startFaultServer({ steps });
  open.push(started);
  return started;
}

function context(options: Partial<index.HttpContext> = {}): index.HttpContext {
  const nothing = () => undefined;
  const io = { debug: nothing, info: nothing, notice: nothing, warning: nothing, error: nothing, progress: nothing };
  return {
    io: { ...io, secret: nothing, summary: nothing, group: (_, body) => body() },
    clock: testClock(),
    signal: new AbortController().signal,
    network: { tlsVerificationDisabled: false },
    random: () => 0,
    ...options,
  };
}

describe("the override of @actions/http-client", () => {
  test.each(["@actions/core", "@actions/github"])("is what %s gets, and has everything that it imports", (name) => {
    expect(realpathSync(join(MODULES, "@actions/http-client"))).toBe(realpathSync(import.meta.dirname));
    expect(existsSync(join(MODULES, name, "node_modules"))).toBe(false);
    const exported: Record<string, object> = { "@actions/http-client": index, "@actions/http-client/lib/auth": auth };
    const imported = toolkitImports(name);
    expect(imported.length).toBeGreaterThan(0);
    for (const { names, from } of imported)
      expect(Object.keys(exported[from] ?? {})).toEqual(expect.arrayContaining(names));
  });

  test("leaves one undici, that of packages/http", () => {
    const lock = readFileSync(join(MODULES, "../package-lock.json"), "utf8");
    expect(lock.match(/"[^"]*node_modules\/undici"/g)).toEqual(['"node_modules/undici"']);
  });

  test("loads packages/http with the first request only", () => {
    for (const name of ["index.ts", "auth.ts"]) {
      const source = readFileSync(join(import.meta.dirname, name), "utf8");
      const imports = source.match(/^(?:import|export) .* from "@release-actions\/.*$/gm) ?? [];
      expect(imports.filter((line) => !line.startsWith("import type "))).toEqual([]);
    }
  });

  test("makes no request outside withHttp", async () => {
    const { origin, seen } = await server(json({}));
    expect(String(await failureOf(new HttpClient().getJson(origin)))).toContain("outside withHttp");
    expect(seen).toHaveLength(0);
  });

  test("reads JSON with the handlers' credential and the caller's headers", async () => {
    const { origin, seen } = await server(json({ a: 1 }, 200, { "x-id": "7" }));
    const client = new HttpClient("actions/test", [new auth.BearerCredentialHandler("CANARY-token")]);
    const response = await withHttp(context(), () =>
      client.getJson(`${origin}/a//b?c=1`, { Accept: "application/x+json" }),
    );
    expect(response).toMatchObject({ statusCode: 200, result: { a: 1 }, headers: { "x-id": "7" } });
    expect(seen).toMatchObject([
      {
        method: "GET",
        url: "/a//b?c=1",
        headers: { authorization: "Bearer CANARY-token", accept: "application/x+json", "user-agent": "actions/test" },
      },
    ]);
  });

  test("retries only if allowed to", async () => {
    for (const [allowRetries, attempts] of [
      [undefined, 1],
      [false, 1],
      [true, 4],
    ] as const) {
      const { origin, seen } = await server(text("", 503));
      const client = new HttpClient("test", [], { ...(allowRetries !== undefined && { allowRetries }) });
      await failureOf(withHttp(context(), () => client.getJson(origin)));
      expect(seen).toHaveLength(attempts);
    }
  });

  test("rejects with the request's own error, whatever the toolkit turns it into", async () => {
    const { origin } = await server(text("", 403));
    const call = () => new HttpClient().getJson(origin).catch(() => Promise.reject(new Error("something failed")));
    expect(await failureOf(withHttp(context({ permission: "`a: b`" }), call))).toMatchObject({
      name: "HttpError",
      status: 403,
      details: { remedy: "The token may not do this. It needs `a: b`." },
    });
    expect(await failureOf(withHttp(context(), () => Promise.reject(new Error("the toolkit's own"))))).toMatchObject({
      message: "the toolkit's own",
    });
  });

  test("keeps calls at the same time apart", async () => {
    const { origin } = await server(json({}));
    const seen: string[] = [];
    const call = (name: string) =>
      withHttp(context({ accept: () => void seen.push(name) }), () => new HttpClient().getJson(origin));
    await Promise.all([call("a"), call("b")]);
    expect(seen.sort()).toEqual(["a", "b"]);
  });
});

/** The names that a package of the toolkit imports from @actions/http-client. */
function toolkitImports(name: string): { names: string[]; from: string }[] {
  const folder = join(MODULES, name, "lib");
  const sources = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".js"));
  return sources.flatMap((file) => {
    const source = readFileSync(join(folder, file), "utf8");
    const all = source.match(/@actions\/http-client/g) ?? [];
    const imports = source.matchAll(/^import (?:\{ ([^}]*) \}|\* as (\w+)) from '(@actions\/http-client[^']*)';$/gm);
    const found = [...imports].map(([, listed, namespace = "", from = ""]) => ({
      names:
        listed?.split(", ") ??
        [...source.matchAll(new RegExp(`\\b${namespace}\\.(\\w+)`, "g"))].map(([, used = ""]) => used),
      from,
    }));
    if (found.length !== all.length)
      throw new Error(`${name}/lib/${file} imports @actions/http-client in another form`);
    return found;
  });
}
