import { afterEach, describe, expect, test } from "@jest/globals";
import { effects, type Quay, type QuaySetup } from "./index.ts";
import { api, basic, bearer, call, nested, openQuay, pulling, robot } from "./testing.ts";

let quay: Quay;
afterEach(() => quay.close());

async function start(setup: QuaySetup = {}): Promise<string> {
  quay = await openQuay(setup);
  return `${quay.url}/v2/${nested}/manifests/v1`;
}

describe("faults", () => {
  test("include ready-made replies: nginx's 429, the scanner down, a revoked token, a blocked region, a sign-in page, nothing", async () => {
    const replies = [
      effects.tooManyRequests(),
      effects.tooManyRequests({ seconds: 7 }),
      effects.clairDown(),
      effects.unauthorized(),
      effects.denied(),
      effects.html(),
      effects.empty(),
      effects.status(503),
    ];
    await start({ faults: replies.map((effect) => ({ path: "/tag/", effect })) });
    const seen: unknown[] = [];
    for (let at = 0; at < replies.length; at++) {
      const { status, headers, body } = await call(`${api(quay)}/tag/`, bearer());
      seen.push([
        status,
        headers.get("content-type"),
        headers.get("retry-after"),
        body?.error_type ?? body?.errors?.[0]?.code,
      ]);
    }
    expect(seen).toEqual([
      [429, "text/html", null, undefined],
      [429, "text/html", "7", undefined],
      [520, "application/problem+json", null, "downstream_issue"],
      [401, "application/problem+json", null, "invalid_token"],
      [403, "application/json; charset=utf-8", null, "DENIED"],
      [200, "text/html; charset=utf-8", null, undefined],
      [200, null, null, undefined],
      [503, "application/json; charset=utf-8", null, undefined],
    ]);
    expect(quay.faults.unused()).toEqual([]);
    expect((await call(`${api(quay)}/tag/`, bearer())).status).toBe(200);
  });

  test("may falsify or remove the digest's header; the manifest stays", async () => {
    const url = await start({
      faults: [
        { path: "/manifests/", effect: effects.wrongDigest() },
        { path: "/manifests/", effect: effects.withoutDigest() },
      ],
    });
    const headers = await pulling(quay, nested);
    const [lie, silence, truth] = [await call(url, headers), await call(url, headers), await call(url, headers)];
    expect(lie.headers.get("docker-content-digest")).toBe(`sha256:${"0".repeat(64)}`);
    expect(silence.headers.has("docker-content-digest")).toBe(false);
    expect(truth.headers.get("docker-content-digest")).toBe(quay.digestOf(nested, "v1"));
    expect([lie.text, silence.text]).toEqual([truth.text, truth.text]);
  });

  test("may lose, cut off, delay or withhold a reply, on either origin", async () => {
    const url = await start({
      faults: [
        { path: "/manifests/", effect: { kind: "truncate" } },
        { path: "/manifests/", effect: { kind: "lose-reply" } },
        { path: "/manifests/", effect: { kind: "refuse" } },
        { path: "/manifests/", effect: { kind: "delay", ms: 1 } },
        { path: "/manifests/", effect: { kind: "hang" } },
        { service: "blobs", effect: effects.status(503) },
      ],
    });
    const headers = await pulling(quay, nested);
    for (const kind of ["truncate", "lose-reply", "refuse"]) {
      await expect(call(url, headers)).rejects.toThrow();
      expect(quay.ledger.at(-1)?.fault).toBe(kind);
    }
    expect((await call(url, headers)).status).toBe(200);
    await expect(call(url, headers, { signal: AbortSignal.timeout(100) })).rejects.toThrow();
    expect(quay.ledger.at(-1)?.status).toBeUndefined();
    expect((await call(`${quay.blobUrl}/sha256/0`)).status).toBe(503);
  });

  test("change neither the count of polls nor the limits", async () => {
    const limits = [{ zone: "own", path: "/security", rate: 1, burst: 0 }];
    await start({ limits, clock: () => 0, faults: [{ path: "/security", effect: effects.clairDown() }] });
    const digest = quay.childDigest(nested, "v1", "linux/arm64");
    quay.setSecurity(digest, { status: "scanned", polls: 1 });
    const url = `${api(quay)}/manifest/${digest}/security?vulnerabilities=true`;
    expect((await call(url, basic())).status).toBe(520);
    expect((await call(url, basic())).body.status).toBe("queued");
    expect((await call(url, basic())).status).toBe(429);
  });

  test("call back before or after the request took effect, and break the connection", async () => {
    await start();
    const digest = quay.childDigest(nested, "v1", "linux/arm64");
    const url = `${api(quay)}/manifest/${digest}/security`;
    const called: number[] = [];
    quay.faults.killAt(1, "before", ({ index }) => void called.push(index));
    quay.faults.killAt(2, "after", ({ index }) => void called.push(index));
    await expect(call(url, basic())).rejects.toThrow();
    await expect(call(url, basic())).rejects.toThrow();
    expect(called).toEqual([1, 2]);
    expect((await call(url, basic())).status).toBe(200);
  });
});

describe("the ledger", () => {
  test("names every credential and contains no secret", async () => {
    const url = await start();
    const headers = await pulling(quay, nested);
    await call(url, headers);
    await call(`${api(quay)}/tag/?note=${robot.password}`, bearer());
    await call(`${api(quay)}/tag/`, bearer("unknown-secret"));
    await call(`${api(quay)}/tag/?note=%20${headers.authorization?.slice(7)}`);
    expect(quay.ledger.map(({ credential }) => credential)).toEqual([
      { scheme: "basic", name: "acme+ci", valid: true },
      { scheme: "bearer", name: "token-1 (acme+ci)", valid: true },
      { scheme: "bearer", name: "oauth-1", valid: true },
      { scheme: "bearer", name: "(unknown)", valid: false },
      undefined,
    ]);
    expect(quay.ledger[2]?.seen).toContainEqual({ token: "acme+ci", where: "url" });
    expect(quay.ledger[4]?.seen).toEqual([{ token: "token-1 (acme+ci)", where: "url" }]);
    const shown = JSON.stringify(quay.ledger.map(({ headers: noted }) => noted));
    const token = headers.authorization?.slice(7) ?? "";
    for (const secret of [robot.password, token, "unknown-secret"]) expect(shown).not.toContain(secret);
  });
});

describe("reset", () => {
  test("restores the setup byte for byte, without what was added later", async () => {
    const url = await start({ faults: [{ path: "/never", effect: { kind: "hang" } }] });
    const [digest, headers] = [quay.digestOf(nested, "v1"), await pulling(quay, nested)];
    quay.moveTag(nested, "v1", {});
    quay.addImage(nested, { tags: ["v2"] });
    quay.reset();
    expect(quay.digestOf(nested, "v1")).toBe(digest);
    expect(() => quay.digestOf(nested, "v2")).toThrow("has no tag v2");
    expect([quay.ledger, quay.faults.unused()]).toEqual([[], []]);
    expect((await call(url, headers)).status).toBe(401);
  });
});
