import { afterEach, describe, expect, test } from "@jest/globals";
import { interrupted, invalid, refused, undecided } from "@release-actions/action";
import { failureOf, openTestClient } from "../../test/faults/client.ts";
import type { TestClient } from "../../test/faults/client.ts";
import {
  after,
  json,
  redirect,
  replyLost,
  resetEarly,
  silence,
  startFaultServer,
  text,
  trickle,
  truncated,
} from "../../test/faults/server.ts";
import type { FaultServer, Step } from "../../test/faults/server.ts";
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

describe("refusals and conflicts", () => {
  test.each([refused("another object stands there"), invalid("it cannot be")])(
    "passes on a conflict that reading back finds",
    async (conflict) => {
      const { create } = await forge((make) => [replyLost(make)]);
      expect(await failureOf(create({ readBack: () => Promise.reject(conflict) }))).toBe(conflict);
    },
  );

  test.each([409, 422])("adopts an existing object after %s", async (status) => {
    const { create, objects } = await forge((_, made) => [
      json({ message: "already_exists" }, status),
      created,
      json(made),
    ]);
    objects.push("of another run");
    expect(await create()).toEqual({ value: "of another run", outcome: "adopted", attempts: 1 });
  });

  test.each([409, 422])(
    "passes on the server's reason and does not retry after %s if the object does not exist",
    async (status) => {
      const { create, server } = await forge(() => [json({ message: "Validation Failed" }, status)]);
      const failure = await failureOf(create());
      expect(failure).toMatchObject({ verdict: "invalid", status });
      expect(String(failure)).toContain("Validation Failed");
      expect(server.seen).toHaveLength(1);
    },
  );

  test("is not unknown if the server turned the write away, even if reading back fails", async () => {
    const { create } = await forge(() => [text("", 429)]);
    const failure = await failureOf(create({ readBack: () => Promise.reject(undecided("the list cannot be read")) }));
    expect(failure).toMatchObject({ verdict: "undecided" });
  });
});

describe("the end of the run", () => {
  test("is unknown while a write is under way, because the object may exist", async () => {
    const { create, server, abort } = await forge(() => [silence]);
    const writing = failureOf(create());
    while (server.seen.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    abort.abort(interrupted("stopped by SIGTERM"));
    const failure = await writing;
    expect(failure).toMatchObject({
      verdict: "unknown",
      details: { missing: ["perhaps the draft release of v1.2.3"] },
    });
    expect(String(failure)).toContain("stopped by SIGTERM");
  });

  test("is only an interruption before anything is sent", async () => {
    const { create, server, abort } = await forge(() => [created]);
    const stop = interrupted("stopped by SIGTERM");
    abort.abort(stop);
    expect(await failureOf(create())).toBe(stop);
    expect(server.seen).toHaveLength(0);
  });
});

describe("retries", () => {
  test("is undecided, with the time and what is missing, if a wait exceeds the retry budget", async () => {
    const { create, looks } = await forge(() => [text("", 429, { "retry-after": "3600" })]);
    expect(await failureOf(create())).toMatchObject({
      verdict: "undecided",
      retryAt: Date.UTC(2025, 0, 1, 1),
      details: { missing: ["the draft release of v1.2.3"], remedy: expect.stringContaining("2025-01-01T01:00:00") },
    });
    expect(looks()).toBe(0);
  });

  test("retries without reading back if nothing was sent, then is undecided", async () => {
    const { create, server, looks } = await forge(() => [created]);
    await server.close();
    expect(await failureOf(create())).toMatchObject({
      verdict: "undecided",
      code: "ECONNREFUSED",
      reach: "nothing sent",
      attempts: 4,
      details: { missing: ["the draft release of v1.2.3"] },
    });
    expect(looks()).toBe(0);
  });

  test("stops after a bounded number of attempts that do nothing, reads back at the end and is undecided", async () => {
    const { create, server, looks } = await forge(() => [text("down", 500)]);
    expect(await failureOf(create())).toMatchObject({
      verdict: "undecided",
      status: 500,
      attempts: 4,
      details: { missing: ["the draft release of v1.2.3"] },
    });
    expect(server.seen).toHaveLength(4);
    expect(looks()).toBe(4);
  });

  test("adopts the result of the last attempt if its reply is lost", async () => {
    const { create } = await forge((make) => [resetEarly, resetEarly, resetEarly, replyLost(make)]);
    expect(await create()).toMatchObject({ outcome: "adopted", attempts: 4 });
  });

  test("ends with one object and the same value for two writers of one key", async () => {
    const taken: Step = {
      run(_, response) {
        const status = made.length === 0 ? 201 : 409;
        if (status === 201) made.push("object 1");
        response.writeHead(status, { "content-type": "application/json" });
        response.end(JSON.stringify({ name: made[0] }));
      },
    };
    let made: string[] = [];
    const { create } = await forge((_, objects) => {
      made = objects;
      return [taken];
    });
    const results = await Promise.all([create(), create()]);
    expect(results.map((result) => result.value)).toEqual(["object 1", "object 1"]);
    expect(results.map((result) => result.outcome).toSorted()).toEqual(["adopted", "written"]);
  });
});

describe("a write that is answered", () => {
  test("takes the result from the answer", async () => {
    const { create, server, looks } = await forge((make) => [after(make, created)]);
    expect(await create()).toEqual({ value: "object 1", outcome: "written", attempts: 1 });
    expect(server.seen[0]).toMatchObject({ method: "POST", complete: true });
    expect(JSON.parse(server.seen[0]?.body.toString() ?? "")).toEqual({ key: "v1.2.3" });
    expect(looks()).toBe(0);
  });

  test.each([400, 401, 403, 404, 405])(
    "accepts %s as an answer, without a second attempt and without reading back",
    async (status) => {
      const { create, server, looks } = await forge(() => [json({}, status)]);
      expect(await failureOf(create())).toMatchObject({ verdict: "invalid", status, attempts: 1 });
      expect([server.seen.length, looks()]).toEqual([1, 0]);
    },
  );

  test("accepts GitLab's 400 for an existing object if the caller allows it", async () => {
    const { create, objects } = await forge(() => [json({ message: "A file with this name already exists" }, 400)]);
    objects.push("there");
    expect(await create({ exists: [400, 409] })).toMatchObject({ outcome: "adopted" });
  });

  test("reads back if accept rejects the answer, and writes again if it finds nothing", async () => {
    const { create, server } = await forge(() => [json({ name: "half" }, 201), json({ name: "whole" }, 201)]);
    const result = await create({
      accept: (reply) => {
        const { name } = reply.json() as { name: string };
        if (name !== "whole") throw new Error(`it was stored as ${name}`);
        return name;
      },
    });
    expect(result).toEqual({ value: "whole", outcome: "written", attempts: 2 });
    expect(server.seen).toHaveLength(2);
  });

  test("passes on an ActionError of accept", async () => {
    const { create } = await forge(() => [created]);
    const stop = refused("no");
    expect(await failureOf(create({ accept: () => Promise.reject(stop) }))).toBe(stop);
  });

  test("sendOnce: tries once and returns any status", async () => {
    const { api, server } = await forge(() => [text("no", 503), redirect("/elsewhere")]);
    expect((await api.sendOnce({ method: "POST", path: ["x"] })).status).toBe(503);
    expect((await api.sendOnce({ method: "GET", path: ["x"] })).status).toBe(302);
    await server.close();
    expect(await failureOf(api.sendOnce({ method: "DELETE", path: ["x"] }))).toMatchObject({
      attempts: 1,
      verdict: "undecided",
    });
  });
});

describe("an unclear answer", () => {
  // Each of these made the object; whatever the client saw, there is exactly one in the end.
  test.each<[string, (make: () => void) => Step]>([
    ["the reply lost", (make) => replyLost(make)],
    ["500", (make) => after(make, text("", 500))],
    ["502", (make) => after(make, text("<html>", 502))],
    ["504", (make) => after(make, text("", 504))],
    ["silence", (make) => after(make, silence)],
    ["a truncated reply", (make) => after(make, truncated('{"name":"obj', 201))],
    ["a slow reply", (make) => after(make, trickle('{"name":"object 1"}', 60))],
    ["a page of HTML", (make) => after(make, text("<html>", 201, { "content-type": "text/html" }))],
    ["an empty reply", (make) => after(make, text("", 201))],
    ["a reply of the wrong status", (make) => after(make, json({}, 500))],
  ])("security D76: done, but answered with %s: reads back and adopts the one object", async (_, fault) => {
    const { create, server, objects, looks } = await forge((make) => [
      fault(() => make(undefined)),
      after(make, created),
    ]);
    expect(await create({ deadline: 200 })).toEqual({ value: "object 1", outcome: "adopted", attempts: 1 });
    expect(server.seen).toHaveLength(1);
    expect(objects).toHaveLength(1);
    expect(looks()).toBe(1);
  });

  // Each of these did nothing; the object is made by the next attempt, after a look.
  test.each<[string, Step]>([
    ["a reset before the request was complete", resetEarly],
    ["the reply lost", replyLost()],
    ["500", text("", 500)],
    ["503", text("", 503)],
    ["503 with Retry-After", text("", 503, { "retry-after": "2" })],
    ["429", text("", 429)],
    ["429 with Retry-After", text("", 429, { "retry-after": "2" })],
    ["403 of the secondary limit", json({ message: "secondary rate limit" }, 403, { "retry-after": "2" })],
  ])("security D76: not done, answered with %s: reads back, then writes once", async (_, fault) => {
    const { create, server, objects, looks } = await forge((make) => [fault, fault, after(make, created)]);
    expect(await create()).toEqual({ value: "object 1", outcome: "written", attempts: 3 });
    expect(server.seen).toHaveLength(3);
    expect(objects).toHaveLength(1);
    expect(looks()).toBe(2);
  });

  test("gives the server time to finish before reading back", async () => {
    const { create, clock } = await forge((make) => [text("", 504), after(make, created)]);
    await create({ settle: 3000 });
    expect(clock.waits).toEqual([3000]);
  });

  test("keeps the wait that the server requests before reading back", async () => {
    const { create, clock } = await forge((make) => [text("", 429, { "retry-after": "30" }), after(make, created)]);
    await create();
    expect(clock.waits).toEqual([30_000]);
  });

  test("is unknown, with the next step, if reading back fails", async () => {
    const { create } = await forge((make) => [replyLost(make)]);
    const failure = await failureOf(create({ readBack: () => Promise.reject(undecided("the list cannot be read")) }));
    expect(failure).toMatchObject({
      verdict: "unknown",
      details: {
        missing: ["perhaps the draft release of v1.2.3"],
        next: expect.stringContaining("Run the same step again"),
      },
    });
    expect(String(failure)).toContain("the connection was reset");
    expect(String(failure)).toContain("the list cannot be read");
  });

  test("is unknown if the write is reported as done, is unreadable and is never found", async () => {
    const { create, server, looks } = await forge(() => [truncated("{", 201)]);
    expect(await failureOf(create({ attempts: 1 }))).toMatchObject({ verdict: "unknown" });
    expect([server.seen.length, looks()]).toEqual([1, 3]);
  });

  test("tells readBack whether an answer may hide a success", async () => {
    const doubts: boolean[] = [];
    const readBack = async (inDoubt: boolean) => {
      doubts.push(inDoubt);
      return undefined;
    };
    const { create } = await forge((make) => [
      json({}, 429, { "retry-after": "1" }),
      replyLost(make),
      json({ name: "object 2" }, 201),
    ]);
    await create({ readBack });
    expect(doubts).toEqual([false, true]);
  });
});
