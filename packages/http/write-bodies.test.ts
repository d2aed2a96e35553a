import { afterEach, describe, expect, test } from "@jest/globals";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { failureOf, openTestClient } from "../../test/faults/client.ts";
import type { TestClient } from "../../test/faults/client.ts";
import { after, json, resetEarly, startFaultServer, text } from "../../test/faults/server.ts";
import type { FaultServer, Step } from "../../test/faults/server.ts";
import { fileChunks } from "./index.ts";
import type { Api, HttpOptions, Reply, WriteRequest, WriteResult } from "./index.ts";

const open: { close(): unknown }[] = [];

afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

/** A service with one kind of object and a key, as the forges have: POST makes one each time it gets through. */
interface Forge extends TestClient {
  readonly server: FaultServer;
  readonly api: Api;
  readonly objects: string[];
  /** How often it was read back. */
  looks(): number;
  create(more?: Partial<WriteRequest<string>>): Promise<WriteResult<string>>;
}

type Script = (make: (seen: unknown) => void, objects: string[]) => readonly Step[];

async function forge(script: Script, options: Partial<HttpOptions> = {}): Promise<Forge> {
  const objects: string[] = [];
  const server = await startFaultServer();
  server.script(...script(() => objects.push(`object ${objects.length + 1}`), objects));
  const client = openTestClient([server.origin], options);
  open.push(server, client.http);
  const api = client.http.api(server.origin);
  let looks = 0;
  return {
    ...client,
    server,
    api,
    objects,
    looks: () => looks,
    create: (more) =>
      api.write({
        method: "POST",
        path: ["objects"],
        json: { key: "v1.2.3" },
        expect: [201],
        what: "the draft release of v1.2.3",
        accept: (reply: Reply) => (reply.json() as { name: string }).name,
        readBack: async () => {
          looks += 1;
          return objects[0];
        },
        ...more,
      }),
  };
}

const created = json({ name: "object 1" }, 201);

describe("bodies", () => {
  test("starts a streamed body again with every attempt and sends its exact length", async () => {
    const { create, server } = await forge((make) => [resetEarly, text("", 502), after(make, created)]);
    let opened = 0;
    const pieces = ["first ", "second ", "third"];
    const told: number[] = [];
    await create({
      json: undefined,
      body: {
        length: 18,
        type: "application/octet-stream",
        async *open() {
          opened += 1;
          // One buffer for all chunks: a chunk that were kept would be overwritten.
          const buffer = Buffer.alloc(16);
          for (const piece of pieces) yield buffer.subarray(0, buffer.write(piece));
        },
      },
      progress: (sent) => void told.push(sent),
    });
    expect(opened).toBe(3);
    expect(server.seen.slice(1).map((seen) => seen.body.toString())).toEqual([
      "first second third",
      "first second third",
    ]);
    expect(server.seen[2]?.headers).toMatchObject({
      "content-length": "18",
      "content-type": "application/octet-stream",
    });
    expect(server.seen[2]?.headers).not.toHaveProperty("expect");
    expect(told.slice(-3)).toEqual([6, 13, 18]);
  });

  test.each([
    ["shorter", 30, "it holds 26 of the 30 bytes"],
    ["longer", 20, "it holds more than the 20 bytes"],
  ])("does not send a body that is %s than announced as if it were complete", async (_, length, message) => {
    const { create, server, looks } = await forge(() => [created]);
    async function* alphabet(): AsyncGenerator<Uint8Array> {
      yield Buffer.from("abcdefghijklm");
      yield Buffer.from("nopqrstuvwxyz");
    }
    const failure = await failureOf(create({ json: undefined, body: { length, type: "text/plain", open: alphabet } }));
    expect(failure).toMatchObject({ verdict: "invalid", code: "BODY_SOURCE" });
    expect(String(failure)).toContain(message);
    expect(server.seen.some((seen) => seen.complete)).toBe(false);
    expect(looks()).toBe(0);
  });

  test("accepts a refusal that arrives before the body is sent, and closes the source", async () => {
    let closed = false;
    async function* endless(): AsyncGenerator<Uint8Array> {
      try {
        for (;;) yield Buffer.alloc(65_536);
      } finally {
        closed = true;
      }
    }
    const { create } = await forge(() => [{ ...json({ message: "too large" }, 413), early: true }]);
    expect(
      await failureOf(create({ json: undefined, body: { length: 2 ** 40, type: "text/plain", open: endless } })),
    ).toMatchObject({ status: 413 });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(closed).toBe(true);
  });

  test("fileChunks: reads a file completely, in two buffers, and closes it", async () => {
    const directory = await mkdtemp(join(tmpdir(), "chunks-"));
    try {
      const content = Buffer.from(Array.from({ length: 700_000 }, (_, i) => (i * 7) % 251));
      await writeFile(join(directory, "asset"), content);
      const { create, server } = await forge((make) => [after(make, created)]);
      await create({
        json: undefined,
        body: { length: content.length, type: "application/zip", open: () => fileChunks(join(directory, "asset")) },
      });
      expect(server.seen[0]?.body.equals(content)).toBe(true);
      const buffers = new Set<ArrayBufferLike>();
      for await (const chunk of fileChunks(join(directory, "asset"))) buffers.add(chunk.buffer);
      expect(buffers.size).toBe(2);
    } finally {
      await rm(directory, { recursive: true });
    }
  });
});
