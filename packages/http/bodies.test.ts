import { afterEach, describe, expect, test } from "@jest/globals";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { failureOf, openTestClient } from "../../test/faults/client.ts";
import { json, raw, startFaultServer, text, trickle, truncated } from "../../test/faults/server.ts";
import type { FaultServer, Step } from "../../test/faults/server.ts";
import { freeBody, HttpError } from "./index.ts";
import type { Api } from "./index.ts";

const JSON_TYPE = { "content-type": "application/json" };
const open: { close(): unknown }[] = [];

afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

async function forge(...steps: readonly Step[]): Promise<{ server: FaultServer; api: Api }> {
  const server = await startFaultServer({ steps });
  const { http } = openTestClient([server.origin]);
  open.push(server, http);
  return { server, api: http.api(server.origin) };
}

describe("encodings and sizes", () => {
  test.each([
    ["gzip", gzipSync('{"a":1}')],
    ["x-gzip", gzipSync('{"a":1}')],
    ["identity", '{"a":1}'],
  ])("reads a body encoded as %s", async (encoding, body) => {
    const { api } = await forge(text(body, 200, { ...JSON_TYPE, "content-encoding": encoding }));
    expect((await api.read({ path: ["x"] })).text()).toBe('{"a":1}');
  });

  test("security D65: stops decoding a small gzip that grows at the limit, using a fraction of its memory", async () => {
    const { api } = await forge(
      text(gzipSync(Buffer.alloc(200 * 1024 * 1024)), 200, { ...JSON_TYPE, "content-encoding": "gzip" }),
    );
    const before = process.memoryUsage().rss;
    const failure = await failureOf(api.read({ path: ["x"], maxBytes: 1024 * 1024 }));
    expect(failure).toMatchObject({ code: "TOO_LARGE", attempts: 1, verdict: "undecided" });
    expect(String(failure)).toContain("larger than 1048576 bytes");
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
  });

  test.each([
    ["announced", text("x".repeat(3000), 200, JSON_TYPE)],
    [
      "chunked",
      {
        run: (_, response) => void response.writeHead(200, JSON_TYPE).end("x".repeat(3000), () => undefined),
      } satisfies Step,
    ],
  ])("refuses a body larger than the limit: %s", async (_, step) => {
    const { api } = await forge(step);
    expect(await failureOf(api.read({ path: ["x"], maxBytes: 2000 }))).toMatchObject({
      code: "TOO_LARGE",
      attempts: 1,
    });
    expect((await api.read({ path: ["x"], maxBytes: 3000, as: "bytes" })).bytes).toHaveLength(3000);
  });

  test.each(["gzip, gzip", "br", "deflate", "compress", "gzip,br"])(
    "security D66: refuses the encoding %s, which was not requested",
    async (encoding) => {
      const body = encoding === "br" ? brotliCompressSync("{}") : gzipSync(gzipSync("{}"));
      const { api, server } = await forge(text(body, 200, { ...JSON_TYPE, "content-encoding": encoding }));
      const failure = await failureOf(api.read({ path: ["x"] }));
      expect(failure).toMatchObject({ code: "ENCODING", attempts: 1 });
      expect(server.seen[0]?.headers["accept-encoding"]).toBe("gzip");
    },
  );
});

describe("JSON responses", () => {
  test.each([
    [
      "a login page",
      text("<!doctype html><title>Sign in</title>", 200, { "content-type": "text/html" }),
      "of the type text/html, not JSON",
    ],
    ["no type", text("{}", 200), "of no declared type"],
    ["a type that only looks like JSON", text("{}", 200, { "content-type": "text/x-application/json" }), "not the API"],
    ["a byte order mark", text("\ufeff{}", 200, JSON_TYPE), "byte order mark"],
    ["nothing", text("", 200, JSON_TYPE), "the answer is empty"],
    ["bytes that are no text", text(Buffer.from([0x22, 0xff, 0x22]), 200, JSON_TYPE), "not UTF-8"],
    ["a key twice", text('{"a":1,"a":2}', 200, JSON_TYPE), 'the key "a" is given twice'],
  ])("security D69, D70: does not accept %s with status 200 as an answer", async (_, step, message) => {
    const { api, server } = await forge(step);
    const failure = await failureOf(api.read({ path: ["x"] }));
    expect(failure).toBeInstanceOf(HttpError);
    expect(failure).toMatchObject({ verdict: "undecided", phase: "reply", attempts: 4 });
    expect(String(failure)).toContain(message);
    expect(server.seen).toHaveLength(4);
  });

  test.each([
    "application/json",
    "application/json; charset=utf-8",
    "application/vnd.oci.image.index.v1+json",
    "application/problem+json",
  ])("accepts JSON of the type %s", async (type) => {
    const { api } = await forge(text("{}", 200, { "content-type": type }));
    expect((await api.read({ path: ["x"] })).status).toBe(200);
  });

  test("names the first problems of JSON that does not match the schema", async () => {
    const { api } = await forge(json({ assets: [{ name: 1 }] }));
    const reply = await api.read({ path: ["x"] });
    const issues = [{ path: ["assets", 0, "name"], message: "expected a string" }];
    expect(() => reply.json({ safeParse: () => ({ success: false, error: { issues } }) })).toThrow(
      "it.assets[0].name: expected a string",
    );
    expect(
      reply.json({ safeParse: (value) => ({ success: true, data: value as { assets: unknown[] } }) }).assets,
    ).toHaveLength(1);
  });
});

describe("slow and truncated responses", () => {
  test("security D67: a body that trickles does not outlast the deadline", async () => {
    const { api } = await forge(trickle('{"a":"' + "x".repeat(1000), 20));
    const start = performance.now();
    const failure = await failureOf(api.read({ path: ["x"], deadline: 200, attempts: 1 }));
    expect(performance.now() - start).toBeLessThan(1500);
    expect(failure).toMatchObject({ code: "DEADLINE", phase: "body", reach: "answered", status: 200 });
    expect(String(failure)).toContain("within the time limit of 200 ms");
  });

  test("security D67: headers that trickle do not outlast the deadline either", async () => {
    const step: Step = {
      run: (request) => {
        const { socket } = request;
        socket.write("HTTP/1.1 200 OK\r\nx: ");
        const timer = setInterval(() => socket.write("y"), 20);
        socket.on("close", () => clearInterval(timer));
      },
    };
    const { api } = await forge(step);
    expect(await failureOf(api.read({ path: ["x"], deadline: 200, attempts: 1 }))).toMatchObject({
      code: "DEADLINE",
      phase: "headers",
    });
  });

  test.each([
    ["shorter than announced", truncated('{"a":1'), "was cut off after 6 bytes"],
    [
      "cut in a chunk",
      raw("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n7\r\n{"),
      "was cut off",
    ],
    [
      "cut in its gzip",
      text(gzipSync('{"a":1}').subarray(0, 15), 200, { ...JSON_TYPE, "content-encoding": "gzip" }),
      "was cut off",
    ],
    ["ended by closing", raw('HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n\r\n{"a":[1,2'), "cut off"],
  ])("security D68: detects JSON that is %s, retries and then fails", async (_, step, message) => {
    const { api, server } = await forge(step);
    const failure = await failureOf(api.read({ path: ["x"] }));
    expect(failure).toMatchObject({ verdict: "undecided", status: 200 });
    expect(String(failure)).toContain(message);
    expect(server.seen).toHaveLength(4);
    server.script(step, json({ whole: true }));
    expect((await api.read({ path: ["x"] })).json()).toMatchObject({ whole: true });
  });

  test("accepts a complete body that ends when the connection is closed", async () => {
    const { api } = await forge(raw('HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n\r\n{"a":1}'));
    expect((await api.read({ path: ["x"] })).json()).toMatchObject({ a: 1 });
  });

  test("a freed body takes no memory, and its value remains", async () => {
    const value = { list: Array.from({ length: 100_000 }, (_, at) => at) };
    const { api } = await forge(json(value));
    const reply = await api.read({ path: ["x"] });
    const { length } = reply.bytes;
    freeBody(reply);
    expect(reply.json()).toEqual(value);
    // Node 20 cannot free it.
    expect(reply.bytes).toHaveLength("transfer" in ArrayBuffer.prototype ? 0 : length);
  });

  test("a small body is never freed, since it may share its memory", async () => {
    const { api } = await forge(json({ a: 1 }));
    const reply = await api.read({ path: ["x"] });
    freeBody(reply);
    expect(reply.text()).toBe('{"a":1}');
  });

  test("reports a response that is not HTTP as a failure", async () => {
    const { api } = await forge(raw("SSH-2.0-OpenSSH\r\n"));
    expect(String(await failureOf(api.read({ path: ["x"] })))).toContain("the answer is not HTTP");
  });

  test("refuses endless headers", async () => {
    const { api } = await forge(raw(`HTTP/1.1 200 OK\r\nx: ${"y".repeat(100_000)}\r\n\r\n`));
    expect(await failureOf(api.read({ path: ["x"] }))).toMatchObject({ code: "HPE_HEADER_OVERFLOW", attempts: 1 });
  });

  test("does not wait for a body after HEAD and 204", async () => {
    const { api } = await forge(text("", 200, { ...JSON_TYPE, "content-length": "5000" }));
    expect((await api.read({ method: "HEAD", path: ["x"] })).headers["content-length"]).toBe("5000");
    const { api: other } = await forge(text("", 204));
    expect((await other.read({ path: ["x"], expect: [204] })).bytes).toHaveLength(0);
  });
});
