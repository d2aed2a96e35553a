import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { effects, endState } from "./index.ts";
import { call, createDraft, openForge, reader, repositoryUrl, upload, writer } from "./testing.ts";
import type { Effect, Forge } from "./types.ts";

let forge: Forge;
let releases: string;
beforeEach(async () => {
  forge = await openForge({}, { public: true });
  releases = `${repositoryUrl(forge)}/releases`;
});
afterEach(() => forge.close());

const stored = () => forge.state().repositories[0]?.github.releases.length;
const strike = (effect: Effect) => forge.faults.add({ method: "POST", path: "/releases", effect });

describe("a request struck by a fault", () => {
  test.each<[string, Effect, number]>([
    ["refused", { kind: "refuse" }, 0],
    ["reset midway", { kind: "reset", afterBytes: 5 }, 0],
    ["its reply lost", { kind: "lose-reply" }, 1],
    ["its reply truncated", { kind: "truncate" }, 1],
  ])("%s: the client sees a broken connection", async (_name, effect, count) => {
    strike(effect);
    await expect(createDraft(forge)).rejects.toThrow();
    expect(stored()).toBe(count);
    expect(forge.ledger).toMatchObject([{ fault: effect.kind, processed: count === 1 }]);
    expect((await createDraft(forge)).status).toBe(201);
    expect(forge.faults.unused()).toEqual([]);
  });

  test.each<[string, Effect, number, number]>([
    ["500 before it took effect", effects.status(500), 500, 0],
    ["503 after it took effect", effects.status(503, { processed: true }), 503, 1],
    ["an HTML page with 200", effects.html({ processed: true }), 200, 1],
    ["an empty 200", effects.empty(), 200, 0],
    ["401", effects.unauthorized(), 401, 0],
  ])("%s", async (_name, effect, status, count) => {
    strike(effect);
    expect((await createDraft(forge)).status).toBe(status);
    expect(stored()).toBe(count);
  });

  test("rate limits state their end in seconds, as a date, or as the reset time", async () => {
    const date = new Date("2025-01-02T03:04:05Z");
    strike(effects.rateLimited({ seconds: 7 }));
    strike(effects.rateLimited({ status: 429, date }));
    strike(effects.rateLimited({ resetAt: date.getTime() }));
    expect((await createDraft(forge)).headers.get("retry-after")).toBe("7");
    const second = await createDraft(forge);
    expect([second.status, second.headers.get("retry-after")]).toEqual([429, "Thu, 02 Jan 2025 03:04:05 GMT"]);
    const third = await createDraft(forge);
    expect([third.status, third.headers.get("x-ratelimit-reset")]).toEqual([403, "1735787045"]);
    expect(stored()).toBe(0);
  });

  test("a delayed reply is late, a hanging one never arrives", async () => {
    strike({ kind: "delay", ms: 30 });
    const begin = performance.now();
    await createDraft(forge);
    expect(performance.now() - begin).toBeGreaterThanOrEqual(29);
    strike({ kind: "hang", processed: true });
    const hung = fetch(releases, {
      method: "POST",
      headers: { authorization: `Bearer ${writer}`, "content-type": "application/json" },
      body: '{"tag_name":"v1.0.0","draft":true}',
      signal: AbortSignal.timeout(100),
    });
    await expect(hung).rejects.toThrow();
    expect(stored()).toBe(2);
  });
});

describe("faults", () => {
  test("strike at the nth match, in bursts, by method, service and pattern", async () => {
    forge.faults.add({ method: "GET", path: "/latest|tags/", nth: 2, times: 2, effect: effects.status(502) });
    const seen: number[] = [];
    for (let count = 0; count < 4; count += 1) seen.push((await call("GET", `${releases}/latest`)).status);
    expect(seen).toEqual([404, 502, 502, 404]);
    expect((await call("GET", releases)).status).toBe(200);
  });

  test("are reported if they never struck", async () => {
    forge.faults.add({ path: "/nowhere", effect: effects.status(500) });
    await call("GET", releases);
    expect(forge.faults.unused()).toHaveLength(1);
  });

  test("during an upload leave a starter asset if it is reset midway, and nothing if it is refused", async () => {
    const draft = await createDraft(forge);
    forge.faults.add({ service: "github-upload", effect: { kind: "refuse" } });
    await expect(upload(draft, "a", "content")).rejects.toThrow();
    const assets = () => forge.state().repositories[0]?.github.releases[0]?.assets;
    expect(assets()).toEqual([]);
    forge.faults.add({ service: "github-upload", effect: { kind: "reset", afterBytes: 3 } });
    await expect(upload(draft, "a", "content")).rejects.toThrow();
    expect(assets()).toMatchObject([{ name: "a", state: "starter" }]);
  });

  test("killAt: calls back before or after a request takes effect, then drops the connection", async () => {
    const calls: [string, number | undefined][] = [];
    forge.faults.killAt(1, "before", () => void calls.push(["before", stored()]));
    await expect(createDraft(forge)).rejects.toThrow();
    forge.faults.killAt(2, "after", () => void calls.push(["after", stored()]));
    await expect(createDraft(forge)).rejects.toThrow();
    expect(calls).toEqual([
      ["before", 0],
      ["after", 1],
    ]);
    expect((await call("GET", releases)).body).toHaveLength(1);
  });

  test("add latency to every reply, and requests overlap", async () => {
    await forge.close();
    forge = await openForge({ latencyMs: 40 });
    const begin = performance.now();
    await Promise.all(Array.from({ length: 8 }, () => createDraft(forge)));
    const elapsed = performance.now() - begin;
    expect(elapsed).toBeGreaterThanOrEqual(39);
    expect(Math.max(...forge.ledger.map((entry) => entry.concurrent))).toBeGreaterThan(1);
  });
});

describe("ledger and state", () => {
  test("names the credential of every request, and every other place where a token appears", async () => {
    await call("GET", `${releases}?leak=${reader}`);
    await call("POST", releases, { tag_name: "v1.0.0", draft: true, body: `oops ${writer}` }, { token: "unknown" });
    expect(forge.ledger).toMatchObject([
      {
        index: 1,
        service: "github",
        origin: forge.github.apiUrl,
        status: 200,
        credential: { header: "authorization", token: "token-1", valid: true },
        headers: { authorization: "token-1" },
        seen: [
          { token: "token-1", where: "header authorization" },
          { token: "token-2", where: "url" },
        ],
      },
      {
        status: 401,
        credential: { token: "(unknown)", valid: false },
        headers: { authorization: "(unknown)" },
        seen: [{ token: "token-1", where: "body" }],
      },
    ]);
  });

  test("publishes one tag only once at the same time", async () => {
    const replies = await Promise.all(Array.from({ length: 12 }, () => call("POST", releases, { tag_name: "v1.0.0" })));
    expect(replies.filter((reply) => reply.status === 201)).toHaveLength(1);
    expect(replies.filter((reply) => reply.status === 422)).toHaveLength(11);
    expect(stored()).toBe(1);
  });

  test("are equal whatever the ids, ports and order are, and differ if an object exists twice", async () => {
    const other = await openForge({}, { public: true });
    for (const name of ["a", "b"]) await upload(await createDraft(forge, { tag_name: name }), name, name);
    await createDraft(other, { tag_name: "gone" }).then((reply) => call("DELETE", reply.body.url));
    for (const name of ["b", "a"]) await upload(await createDraft(other, { tag_name: name }), name, name);
    expect(endState(other)).toEqual(endState(forge));
    await createDraft(other, { tag_name: "a" });
    expect(endState(other)).not.toEqual(endState(forge));
    await other.close();
  });

  test("restores the setup on reset", async () => {
    const before = endState(forge);
    await createDraft(forge);
    strike(effects.status(500));
    forge.reset();
    expect(endState(forge)).toEqual(before);
    expect(forge.ledger).toEqual([]);
    expect((await createDraft(forge)).status).toBe(201);
  });
});
