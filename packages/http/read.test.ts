import { afterEach, describe, expect, test } from "@jest/globals";
import { interrupted } from "@release-actions/action";
import { failureOf, openTestClient } from "../../test/faults/client.ts";
import type { TestClient } from "../../test/faults/client.ts";
import { json, replyLost, resetEarly, silence, startFaultServer, text } from "../../test/faults/server.ts";
import type { FaultServer, Step } from "../../test/faults/server.ts";
import { describeFailure } from "./index.ts";
import type { Api, HttpOptions } from "./index.ts";

const open: { close(): unknown }[] = [];

afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

interface Forge extends TestClient {
  readonly server: FaultServer;
  readonly api: Api;
}

async function forge(steps: readonly Step[], options: Partial<HttpOptions> = {}): Promise<Forge> {
  const server = await startFaultServer({ steps });
  const client = openTestClient([server.origin], options);
  open.push(server, client.http);
  return { ...client, server, api: client.http.api(server.origin) };
}

const good = json({ ok: true });

describe("waiting", () => {
  test("security D77: waits as long as Retry-After requires, plus the jitter", async () => {
    const { api, clock } = await forge(
      [text("", 429, { "retry-after": "7" }), text("", 503, { "retry-after": "20" }), good],
      { random: () => 0.5 },
    );
    await api.read({ path: ["x"] });
    expect(clock.waits).toEqual([7_500, 21_000]);
  });

  test("security D77: ends the call and names the time if the wait exceeds the retry budget", async () => {
    const { api, clock, server } = await forge([text("", 429, { "retry-after": "3600" })]);
    const failure = await failureOf(api.read({ path: ["x"] }));
    expect(clock.waits).toEqual([]);
    expect(server.seen).toHaveLength(1);
    expect(failure).toMatchObject({ verdict: "undecided", status: 429, retryAt: Date.UTC(2025, 0, 1, 1) });
    expect(describeFailure(failure)).toContain("try again at 2025-01-01T01:00:00.000Z");
  });

  test.each(["Infinity", "1e9", "-5", "0x10"])("security D77: ignores Retry-After %s", async (value) => {
    const { api, clock } = await forge([text("", 429, { "retry-after": value }), good]);
    await api.read({ path: ["x"] });
    expect(clock.waits).toEqual([0]);
  });

  test("security D77: measures a date against the server's own clock", async () => {
    const headers = { date: "Fri, 01 Jan 2100 00:00:00 GMT", "retry-after": "Fri, 01 Jan 2100 00:00:09 GMT" };
    const { api, clock } = await forge([text("", 429, headers), good]);
    await api.read({ path: ["x"] });
    expect(clock.waits).toEqual([9_000]);
  });

  test("waits a minute for GitHub's secondary rate limit if no time is given", async () => {
    const limited = json({ message: "You have exceeded a secondary rate limit." }, 403, { "x-github-request-id": "A" });
    const { api, clock } = await forge([limited, good]);
    await api.read({ path: ["x"] });
    expect(clock.waits).toEqual([60_000]);
  });

  test("applies the retry budget to all waits of one call together", async () => {
    const { api, clock } = await forge([text("", 503, { "retry-after": "50" })], { patience: 120_000 });
    expect(await failureOf(api.read({ path: ["x"] }))).toMatchObject({ attempts: 3 });
    expect(clock.waits).toEqual([50_000, 50_000]);
  });
});

describe("retries", () => {
  test.each([
    ["reset before the answer", resetEarly],
    ["answer lost", replyLost()],
    ["500", text("", 500)],
    ["502", text("<html>", 502)],
    ["503", text("", 503)],
    ["504", text("", 504)],
    ["520 of Quay, whose scanner is away", json({ error_type: "downstream_issue" }, 520)],
    ["429 of nginx: HTML and no time", text("<html>", 429, { "content-type": "text/html" })],
    ["408", text("", 408)],
  ])("retries a read after: %s", async (_, fault) => {
    const { api, server, clock } = await forge([fault, fault, good]);
    const reply = await api.read({ path: ["x"] });
    expect(reply.json()).toMatchObject({ ok: true });
    expect(server.seen).toHaveLength(3);
    expect(clock.waits).toEqual([0, 0]);
  });

  test.each([
    ["reset", resetEarly, "undecided"],
    ["silence", silence, "undecided"],
    ["503 in a burst", text("down", 503), "undecided"],
    ["429 in a burst", text("", 429), "undecided"],
  ])("ends with a bounded failure that states it if %s never stops", async (_, fault, verdict) => {
    const { api, server } = await forge([fault]);
    const failure = await failureOf(api.read({ path: ["some", "thing"], query: { token: "hidden" }, deadline: 100 }));
    expect(failure).toMatchObject({ verdict, attempts: 4, host: new URL(server.origin).host });
    expect(String(failure)).toContain("GET /some/thing");
    expect(String(failure)).toContain("attempt 4 of 4");
    expect(String(failure)).not.toContain("hidden");
    expect(server.seen).toHaveLength(4);
  });

  test.each([400, 401, 403, 404, 405, 409, 410, 413, 422, 501])(
    "accepts %s as an answer and does not retry",
    async (status) => {
      const { api, server } = await forge([json({ message: "because" }, status)]);
      const failure = await failureOf(api.read({ path: ["x"] }));
      expect(failure).toMatchObject({ status, attempts: 1, phase: "reply", reach: "answered", verdict: "invalid" });
      expect(String(failure)).toContain("because");
      expect(server.seen).toHaveLength(1);
    },
  );

  test("returns a status that the caller expects", async () => {
    const { api } = await forge([json({ message: "Not Found" }, 404)]);
    const reply = await api.read({ path: ["x"], expect: [200, 404] });
    expect([reply.status, reply.json()]).toEqual([404, expect.objectContaining({ message: "Not Found" })]);
  });

  test("logs a retry with its reason", async () => {
    const { api, lines } = await forge([text("", 503, { "retry-after": "2" }), good]);
    await api.read({ path: ["x"] });
    expect(lines.join("\n")).toMatch(/answered 503 Service Unavailable; retrying in 2 s \(attempt 2 of 4\)/);
  });
});

describe("failures", () => {
  test.each([
    [401, {}, "renew it"],
    [403, {}, "It needs contents: write."],
    [404, {}, "what the token may not see"],
    [407, {}, "proxy's user and password"],
  ])("names a remedy for the failure of %s", async (status, headers, remedy) => {
    const { api } = await forge([json({}, status, headers)]);
    expect(describeFailure(await failureOf(api.read({ path: ["x"], permission: "contents: write" })))).toContain(
      remedy,
    );
  });

  test("names the permission that GitHub names for a 403", async () => {
    const { api } = await forge([
      json({ message: "Resource not accessible by integration" }, 403, {
        "x-accepted-github-permissions": "contents=write",
      }),
    ]);
    expect(describeFailure(await failureOf(api.read({ path: ["x"] })))).toContain("the permission contents=write");
  });

  test("shows the server's text shortened, on one line, without splitting a character", async () => {
    const { api } = await forge([text(`a\n\n  b\t${"😀".repeat(400)}`, 400)]);
    const message = String(await failureOf(api.read({ path: ["x"] })));
    const said = JSON.parse(message.slice(message.indexOf('"'))) as string;
    expect(said.length).toBeGreaterThan(290);
    expect(said.length).toBeLessThanOrEqual(300);
    expect(said).toMatch(/^a b 😀+…$/u);
    expect(said.isWellFormed()).toBe(true);
  });

  test("shows only the title of an HTML page", async () => {
    const { api } = await forge([text("<!DOCTYPE html><html><head><title>502 Bad Gateway</title><style>x", 400)]);
    expect(String(await failureOf(api.read({ path: ["x"] })))).toContain("a page of HTML titled 502 Bad Gateway");
  });

  test("names host, phase and attempts of a refused connection", async () => {
    const { api, server } = await forge([good]);
    await server.close();
    const failure = await failureOf(api.read({ path: ["x"] }));
    expect(failure).toMatchObject({
      code: "ECONNREFUSED",
      phase: "connect",
      reach: "nothing sent",
      attempts: 4,
      verdict: "undecided",
    });
    expect(String(failure)).toContain(`${new URL(server.origin).host}: the connection was refused`);
  });

  test("names the phase if a host name is unknown", async () => {
    const { http } = openTestClient(["https://nowhere.example"], {
      lookup: (_, __, callback) =>
        callback(Object.assign(new Error("getaddrinfo ENOTFOUND"), { code: "ENOTFOUND" }), "", 4),
    });
    const failure = await failureOf(http.api("https://nowhere.example").read({ path: ["x"] }));
    expect(failure).toMatchObject({ code: "ENOTFOUND", phase: "dns", attempts: 4 });
  });

  test("limits an endless DNS lookup", async () => {
    const { http } = openTestClient(["https://nowhere.example"], { lookup: () => undefined });
    const failure = await failureOf(
      http.api("https://nowhere.example").read({ path: ["x"], deadline: 50, attempts: 1 }),
    );
    expect(failure).toMatchObject({ code: "DEADLINE", phase: "dns", reach: "nothing sent" });
  });
});

describe("connections and signals", () => {
  test("cuts off a request when the run ends, and passes the signal on", async () => {
    const { api, abort, server } = await forge([silence]);
    const reading = failureOf(api.read({ path: ["x"] }));
    while (server.seen.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    const stop = interrupted("stopped by SIGINT");
    abort.abort(stop);
    expect(await reading).toBe(stop);
    expect(await failureOf(api.read({ path: ["x"] }))).toBe(stop);
    expect(server.seen).toHaveLength(1);
  });

  test("keeps connections and opens no more than allowed", async () => {
    const { api, server } = await forge([{ run: (_, response) => void setTimeout(() => response.end("{}"), 20) }], {
      connections: 2,
    });
    await Promise.all(Array.from({ length: 8 }, () => api.read({ path: ["x"], as: "bytes" })));
    await api.read({ path: ["x"], as: "bytes" });
    expect(server.seen).toHaveLength(9);
    expect(server.connections()).toBe(2);
  });

  test("does not count waiting for a free connection toward the deadline", async () => {
    const { api } = await forge([{ run: (_, response) => void setTimeout(() => response.end("{}"), 60) }], {
      connections: 1,
    });
    const replies = await Promise.all(
      Array.from({ length: 6 }, () => api.read({ path: ["x"], as: "bytes", deadline: 250, attempts: 1 })),
    );
    expect(replies).toHaveLength(6);
  });

  test("reads with a POST like with any other request, sending its body each time", async () => {
    const { api, server } = await forge([text("", 502), good]);
    await api.read({ method: "POST", path: ["query"], form: { query: "up == 1", time: 1 } });
    expect(server.seen.map((seen) => [seen.body.toString(), seen.headers["content-type"]])).toEqual([
      ["query=up%20%3D%3D%201&time=1", "application/x-www-form-urlencoded"],
      ["query=up%20%3D%3D%201&time=1", "application/x-www-form-urlencoded"],
    ]);
  });
});
