import { afterEach, describe, expect, test } from "@jest/globals";
import { createHash } from "node:crypto";
import { createServer as createHttpServer } from "node:http";
import type { RequestListener } from "node:http";
import { createServer } from "node:net";
import type { AddressInfo, Server, Socket } from "node:net";
import { failureOf, openTestClient } from "../../test/faults/client.ts";
import type { TestClient } from "../../test/faults/client.ts";
import type { HttpOptions } from "./index.ts";

let client: TestClient;
let server: Server;
const sockets: Socket[] = [];

afterEach(async () => {
  client.http.close();
  for (const socket of sockets.splice(0)) socket.destroy();
  await new Promise((resolve) => server.close(resolve));
});

/** A server on a loopback port that keeps every connection in `sockets`. */
async function listen(started: Server): Promise<number> {
  server = started;
  server.on("connection", (socket: Socket) => {
    sockets.push(socket);
    socket.on("error", () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}

async function listenHttp(answer: RequestListener): Promise<string> {
  return `http://127.0.0.1:${await listen(createHttpServer(answer))}`;
}

const through = (port: number): Partial<HttpOptions> => ({
  network: { tlsVerificationDisabled: false, httpsProxy: `http://127.0.0.1:${port}` },
});

describe("connections", () => {
  test("first use D7: nothing is sent or tried again after close", async () => {
    let requests = 0;
    const origin = await listenHttp(() => (requests += 1));
    client = openTestClient([origin]);
    const api = client.http.api(origin);
    const pending = [failureOf(api.read({ path: ["a"] })), failureOf(api.read({ path: ["b"] }))];
    while (requests < 2) await new Promise((resolve) => setTimeout(resolve, 5));
    client.http.close();
    for (const failure of await Promise.all(pending)) expect(failure).toMatchObject({ verdict: "interrupted" });
    expect(await failureOf(api.read({ path: ["c"] }))).toMatchObject({ verdict: "interrupted" });
    expect([requests, client.lines.filter((line) => line.includes("trying again"))]).toEqual([2, []]);
  });

  test.each([
    ["a proxy", "https://forge.example", "proxy"],
    ["a server in the handshake", undefined, "tls"],
  ])("connects once per attempt to %s that closes the connection", async (_, target, phase) => {
    const port = await listen(createServer((socket) => void socket.once("data", () => socket.end())));
    const origin = target ?? `https://127.0.0.1:${port}`;
    client = openTestClient([origin], target === undefined ? {} : through(port));
    const failure = await failureOf(client.http.api(origin).read({ path: ["x"] }));
    expect(failure).toMatchObject({ code: "ECONNRESET", phase, reach: "nothing sent", attempts: 4 });
    expect(sockets).toHaveLength(4);
  });

  test.each([
    ["a proxy", "https://forge.example"],
    ["a server in the handshake", undefined],
  ])("closes the connection to %s that never answers when the run ends", async (_, target) => {
    const port = await listen(createServer());
    const connected = new Promise<Socket>((resolve) => server.once("connection", resolve));
    const origin = target ?? `https://127.0.0.1:${port}`;
    client = openTestClient([origin], target === undefined ? {} : through(port));
    const failure = failureOf(client.http.api(origin).read({ path: ["x"] }));
    const socket = (await connected).resume();
    const closed = new Promise((resolve) => socket.once("close", resolve));
    await new Promise((resolve) => socket.once("data", resolve));
    client.abort.abort();
    expect(await failure).toMatchObject({ verdict: "interrupted" });
    await closed;
  });

  test("replaces a kept connection that the server has closed before sending anything on it", async () => {
    let requests = 0;
    const origin = await listenHttp((_, response) => {
      requests += 1;
      response.writeHead(201, { "content-type": "application/json" }).end("{}");
    });
    client = openTestClient([origin]);
    const write = () => client.http.api(origin).sendOnce({ method: "POST", path: ["x"], json: { a: 1 } });
    await write();
    const closed = new Promise((resolve) => sockets[0]!.once("close", resolve));
    sockets[0]!.end();
    await closed;
    expect((await write()).status).toBe(201);
    expect([requests, sockets.length]).toEqual([2, 2]);
  });

  test("skips an interim response", async () => {
    const origin = await listenHttp((_, response) => {
      response.writeEarlyHints({ link: "</style.css>; rel=preload" });
      response.writeHead(200, { "content-type": "application/json" }).end('{"final":true}');
    });
    client = openTestClient([origin]);
    expect((await client.http.api(origin).read({ path: [] })).json()).toEqual({ final: true });
  });
});

describe("bodies on a connection", () => {
  test("lets a source reuse its buffer, however small its chunks and however slow the server", async () => {
    const COUNT = 1_000;
    let received = "";
    const origin = await listenHttp((request, response) => {
      // Nothing is read until the system's buffers are full and chunks wait in the process.
      setTimeout(() => {
        const hash = createHash("sha256");
        request.on("data", (chunk: Buffer) => hash.update(chunk));
        request.on("end", () => {
          received = hash.digest("hex");
          response.writeHead(204).end();
        });
      }, 50);
    });
    const buffer = Buffer.alloc(16_000);
    async function* open(): AsyncGenerator<Uint8Array> {
      for (let turn = 0; turn < COUNT; turn += 1) yield buffer.fill(turn % 251);
    }
    const sent = createHash("sha256");
    for await (const chunk of open()) sent.update(chunk);
    client = openTestClient([origin]);
    const body = { length: COUNT * buffer.length, type: "application/zip", open };
    expect((await client.http.api(origin).sendOnce({ method: "PUT", path: ["x"], body })).status).toBe(204);
    expect(received).toBe(sent.digest("hex"));
  });

  test("reads a refusal completely if it arrives in pieces before the body is sent", async () => {
    const origin = await listenHttp((request, response) => {
      response.writeHead(413, { "content-type": "application/json" }).write('{"message":');
      // The connection takes more of the body meanwhile.
      request.resume();
      setTimeout(() => response.end('"too large"}'), 100);
    });
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (;;) yield Buffer.alloc(65_536);
    }
    client = openTestClient([origin]);
    const body = { length: 2 ** 40, type: "application/zip", open: endless };
    const reply = await client.http.api(origin).sendOnce({ method: "PUT", path: ["x"], body });
    expect([reply.status, reply.json()]).toEqual([413, { message: "too large" }]);
  });
});
