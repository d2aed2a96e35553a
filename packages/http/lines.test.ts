import { afterEach, describe, expect, test } from "@jest/globals";
import type { ServerResponse } from "node:http";
import { failureOf, openTestClient } from "../../test/faults/client.ts";
import type { TestClient } from "../../test/faults/client.ts";
import { makeAuthority } from "../../test/faults/certificates.ts";
import { json, resetEarly, startFaultServer } from "../../test/faults/server.ts";
import type { FaultServer, Step } from "../../test/faults/server.ts";
import type { ApiOptions, LinesRequest } from "./types.ts";
import { HttpError } from "./errors.ts";

let server: FaultServer;
let client: TestClient;
afterEach(async () => {
  client.http.close();
  await server.close();
});

async function open(step: Step, options: ApiOptions = {}) {
  server = await startFaultServer({ steps: [step] });
  client = openTestClient([server.origin]);
  return client.http.api(server.origin, options);
}

async function all(lines: AsyncIterable<string>): Promise<string[]> {
  const read: string[] = [];
  for await (const line of lines) read.push(line);
  return read;
}

const REQUEST: LinesRequest = { path: ["watch"], query: { watch: true } };
const stream = (send: (response: ServerResponse) => void, headers: Record<string, string> = {}): Step => ({
  run: (_, response) => {
    response.writeHead(200, { "content-type": "application/json", ...headers });
    send(response);
  },
});

describe("reading lines", () => {
  test("returns lines as they arrive, across chunk and character boundaries", async () => {
    const bytes = Buffer.from("one\ntwö\n\nthree\n");
    const api = await open(
      stream((response) => {
        let at = 0;
        const timer = setInterval(() => {
          if (at < bytes.length) return void response.write(bytes.subarray(at, ++at));
          clearInterval(timer);
          response.end();
        }, 1);
      }),
    );
    expect(await all(api.lines(REQUEST))).toEqual(["one", "twö", "", "three"]);
    expect(server.seen[0]).toMatchObject({ method: "GET", url: "/watch?watch=true" });
  });

  test("returns a line before the next one arrives, even if that takes longer than the deadline", async () => {
    let next = (): void => undefined;
    const api = await open(
      stream((response) => {
        response.write("one\n");
        next = () => void response.end("two\n");
      }),
      { deadline: 50 },
    );
    const lines = api.lines(REQUEST);
    expect(await lines.next()).toEqual({ done: false, value: "one" });
    await new Promise((resolve) => setTimeout(resolve, 80));
    next();
    expect(await lines.next()).toEqual({ done: false, value: "two" });
    expect(await lines.next()).toEqual({ done: true, value: undefined });
  });

  test("ends at the deadline if no reply begins", async () => {
    const api = await open({ run: () => undefined }, { deadline: 30 });
    expect(await failureOf(all(api.lines(REQUEST)))).toMatchObject({ verdict: "undecided", code: "DEADLINE" });
  });

  test("fails with the status if it is not 200", async () => {
    const api = await open(json({ kind: "Status" }, 410));
    const failure = await failureOf(all(api.lines(REQUEST)));
    expect(failure).toBeInstanceOf(HttpError);
    expect(failure).toMatchObject({ status: 410 });
  });

  test.each<[string, Step, Partial<LinesRequest>, string]>([
    [
      "a connection that drops in a line",
      stream((response) => response.write("one\ntw", () => response.socket?.destroy())),
      {},
      "was cut off",
    ],
    ["an end without a line's end", stream((response) => response.end("one\ntw")), {}, "was cut off"],
    [
      "a line beyond the limit, though its end never comes",
      stream((response) => response.write("x".repeat(3000))),
      { maxBytes: 2000 },
      "larger than 2000 bytes",
    ],
    ["bytes that are no text", stream((response) => response.end(Buffer.from([0xff, 0xfe, 10]))), {}, "not UTF-8"],
    [
      "a compressed reply, which was not asked for",
      stream((response) => response.end("x\n"), { "content-encoding": "gzip" }),
      {},
      "encoded as gzip",
    ],
    ["a connection that is reset", resetEarly, {}, "reset"],
  ])("fails and states it: %s", async (_, step, more, said) => {
    const api = await open(step);
    const failure = await failureOf(all(api.lines({ ...REQUEST, ...more })));
    expect(failure).toMatchObject({ verdict: "undecided" });
    expect((failure as Error).message).toContain(said);
  });

  test("ends quietly on the caller's signal, before and during the reply, and as an interrupted run on the run's own signal", async () => {
    const api = await open(stream((response) => response.write("one\n")));
    const stop = new AbortController();
    const lines = api.lines({ ...REQUEST, signal: stop.signal });
    await lines.next();
    const waiting = lines.next();
    stop.abort();
    expect(await waiting).toEqual({ done: true, value: undefined });
    expect(await all(api.lines({ ...REQUEST, signal: stop.signal }))).toEqual([]);
    const running = api.lines(REQUEST);
    await running.next();
    const last = failureOf(running.next());
    client.abort.abort();
    expect(await last).toMatchObject({ verdict: "interrupted" });
  });

  test("does not count open replies against the connection limit", async () => {
    server = await startFaultServer({ steps: [stream((response) => response.write("one\n"))] });
    client = openTestClient([server.origin], { connections: 1 });
    const api = client.http.api(server.origin);
    const many = Array.from({ length: 5 }, () => api.lines(REQUEST));
    expect(await Promise.all(many.map((lines) => lines.next()))).toEqual(Array(5).fill({ done: false, value: "one" }));
    await Promise.all(many.map((lines) => lines.return()));
  });

  test("security D72: trusts only the given certificate authorities and refuses what is not one", async () => {
    const [own, other] = [makeAuthority(), makeAuthority()];
    try {
      const { readFileSync } = await import("node:fs");
      server = await startFaultServer({ tls: own.issue(["IP:127.0.0.1"]), steps: [json({ ok: true })] });
      const ask = async (authorities: string, network = { tlsVerificationDisabled: false }) => {
        client = openTestClient([server.origin], { authorities, network });
        return client.http.api(server.origin, { attempts: 1 }).read({ path: [] });
      };
      expect((await ask(readFileSync(own.file, "utf8"))).status).toBe(200);
      const configured = { tlsVerificationDisabled: false, certificateAuthorities: own.file };
      expect(await failureOf(ask(readFileSync(other.file, "utf8"), configured))).toMatchObject({ phase: "tls" });
      expect(await failureOf(ask("no certificate"))).toMatchObject({ verdict: "invalid" });
    } finally {
      own.remove();
      other.remove();
    }
  });
});
