import { afterEach, beforeEach, describe, expect, jest, test } from "@jest/globals";
import type { Reply } from "@release-actions/http";
import { failureOf, openTestClient } from "../../../test/faults/client.ts";
import type { TestClient } from "../../../test/faults/client.ts";
import {
  after,
  json,
  redirect,
  replyLost,
  silence,
  startFaultServer,
  text,
  truncated,
} from "../../../test/faults/server.ts";
import type { FaultServer, Step } from "../../../test/faults/server.ts";
import { openForgeApi } from "../token.ts";
import { gitHubApi } from "./octokit.ts";
import type { GitHubApi, Parameters } from "./octokit.ts";

const TOKEN = "canary-0123456789";
const PLACE = { owner: "acme", repo: "app" };
const BY_TAG = "GET /repos/{owner}/{repo}/releases/tags/{tag}";
const LIST = "GET /repos/{owner}/{repo}/releases";
const DRAFT = "POST /repos/{owner}/{repo}/releases";
const OTHER_ORIGIN = "http://127.0.0.1:1";

let server: FaultServer;
let client: TestClient;
let github: GitHubApi;

beforeEach(async () => {
  server = await startFaultServer();
  client = openTestClient([server.origin]);
  const headers = { accept: "application/vnd.github+json", "x-github-api-version": "2022-11-28" };
  const apiUrl = `${server.origin}/api/v3`;
  github = gitHubApi(openForgeApi("github", { http: client.http, apiUrl, token: TOKEN, headers }));
});
afterEach(async () => {
  client.http.close();
  await server.close();
});

const read = (tag = "v1.0.0", expected?: readonly number[]) => github.read(BY_TAG, { ...PLACE, tag }, expected);
const write = (parameters: Parameters = {}, readBack: () => Promise<true | undefined> = async () => undefined) =>
  github.write<unknown>(
    DRAFT,
    { ...PLACE, tag_name: "v1", ...parameters },
    {
      what: "the draft",
      accept: (reply: Reply) => reply.json(),
      readBack,
    },
  );
const urls = () => server.seen.map(({ method, url }) => `${method} ${url}`);

describe("a request", () => {
  test("is built from Octokit's route below the API's address, with this project's own headers", async () => {
    await read("release/1.0 #1&?");
    expect(urls()).toEqual(["GET /api/v3/repos/acme/app/releases/tags/release%2F1.0%20%231%26%3F"]);
    expect(server.seen[0]?.headers).toMatchObject({
      authorization: `Bearer ${TOKEN}`,
      accept: "application/vnd.github+json",
      "user-agent": "release-actions",
      "x-github-api-version": "2022-11-28",
    });
  });

  test("security D59: leaves the token to the HTTP client; Octokit holds none", async () => {
    const anonymous = openForgeApi("github", { http: client.http, apiUrl: server.origin, token: undefined });
    await gitHubApi(anonymous).read(BY_TAG, { ...PLACE, tag: "v1" });
    expect(server.seen[0]?.headers).not.toHaveProperty("authorization");
  });

  test.each(["..", ".", "", "a/../b", "a/./b", "a//b", "/a", "a/", "\ud800"])(
    "security B32: a request is not sent with a parameter that leads elsewhere: %j",
    async (part) => {
      const ends = [
        failureOf(read(part)),
        failureOf(github.read(BY_TAG, { owner: part, repo: "app", tag: "v1" })),
        failureOf(github.pages(LIST, { owner: "acme", repo: part, per_page: 100 }).next()),
        failureOf(write({ owner: part })),
      ];
      for (const end of await Promise.all(ends)) expect(end).toMatchObject({ verdict: "invalid" });
      expect(server.connections()).toBe(0);
    },
  );

  test("security B32: a name with an encoded dot stays a name", async () => {
    await read("%2e%2e");
    expect(urls()).toEqual(["GET /api/v3/repos/acme/app/releases/tags/%252e%252e"]);
  });

  test("security B32: a request is not sent if the route itself leads out of the API", async () => {
    for (const route of ["GET /../../x", `GET ${OTHER_ORIGIN}/x`, "GET https://api.github.com/repos/x"]) {
      expect(await failureOf(github.read(route, {}))).toMatchObject({ verdict: "invalid" });
    }
    expect(server.connections()).toBe(0);
  });
});

describe("a reply", () => {
  test.each<[string, Step]>([
    ["cut off", text('{"id": 1', 200, { "content-type": "application/json" })],
    ["of HTML", text("<html>", 200, { "content-type": "text/html" })],
    ["of HTML that calls itself JSON", text("<html>", 200, { "content-type": "application/json" })],
    ["of no type", text("{}", 200)],
    ["empty", text("", 200, { "content-type": "application/json" })],
    ["with a key given twice", text('{"id":1,"id":2}', 200, { "content-type": "application/json" })],
    ["not of UTF-8", text(Buffer.from([0x22, 0xff, 0x22]), 200, { "content-type": "application/json" })],
    ["truncated", truncated("{}")],
  ])(
    "security D69, D70: a reply that is %s is a failure although its status is 200, after every attempt",
    async (_, step) => {
      server.script(step);
      expect(await failureOf(read())).toMatchObject({ name: "HttpError", verdict: "undecided", attempts: 4 });
      expect(server.seen).toHaveLength(4);
    },
  );

  test("security D70: keeps ids beyond 2^53 exactly", async () => {
    server.script(text('{"id": 9007199254740993}', 200, { "content-type": "application/json" }));
    expect((await read()).json()).toEqual({ id: "9007199254740993" });
  });

  test("with a status that is expected is returned, and any other fails with what the server said", async () => {
    server.script(json({ message: "Not Found" }, 404));
    expect((await read("v1", [200, 404])).status).toBe(404);
    expect(await failureOf(read())).toMatchObject({
      name: "HttpError",
      status: 404,
      message: expect.stringContaining("Not Found"),
    });
  });

  test("of 503 is retried, and then counts", async () => {
    server.script(json({}, 503), json({ id: 1 }));
    expect((await read()).json()).toEqual({ id: 1 });
  });

  test("security D59: a reply that redirects to another origin is refused, and the other origin sees nothing", async () => {
    const other = await startFaultServer();
    try {
      server.script(redirect(`${other.origin}/api/v3/repos/acme/app/releases/tags/v1`, 301));
      expect(await failureOf(read())).toMatchObject({
        name: "HttpError",
        code: "REDIRECT",
        message: expect.stringContaining(new URL(other.origin).host),
      });
      expect(other.connections()).toBe(0);
    } finally {
      await other.close();
    }
  });

  test("that redirects within the origin is followed", async () => {
    server.script(redirect("/api/v3/repositories/1/releases/tags/v1", 301), json({ id: 1 }));
    const reply = await read();
    expect(reply.url).toBe(`${server.origin}/api/v3/repositories/1/releases/tags/v1`);
  });

  test("security A1: a reply that calls the request deprecated prints nothing", async () => {
    const printed = jest.spyOn(console, "warn").mockImplementation(() => undefined);
    const notice = { deprecation: "now", sunset: "::warning::x", link: '<x>; rel="deprecation"' };
    server.script(json({ id: 1 }, 200, notice));
    await read();
    expect(printed).not.toHaveBeenCalled();
    printed.mockRestore();
  });

  test("security G95: names neither the token nor Octokit when it fails", async () => {
    server.script(json({ message: `who is ${TOKEN}?` }, 401));
    const failure = (await failureOf(read())) as Error;
    expect(failure.name).toBe("HttpError");
    expect(`${failure.message}${failure.stack}${JSON.stringify(failure)}`).not.toContain(TOKEN);
  });
});

describe("an abort", () => {
  test("ends a read before it is sent", async () => {
    client.abort.abort();
    expect(await failureOf(read())).toMatchObject({ verdict: "interrupted" });
    expect(server.connections()).toBe(0);
  });

  test("ends a read that waits for its reply", async () => {
    server.script(after(() => client.abort.abort(), silence));
    expect(await failureOf(read())).toMatchObject({ verdict: "interrupted" });
  });

  test("leaves open whether a write has happened", async () => {
    server.script(after(() => client.abort.abort(), silence));
    expect(await failureOf(write())).toMatchObject({ verdict: "unknown" });
  });
});

describe("a list", () => {
  const collect = async (expected?: readonly number[]): Promise<unknown[]> => {
    const found: unknown[] = [];
    for await (const page of github.pages(LIST, { ...PLACE, per_page: 100 }, expected)) found.push(page.json());
    return found;
  };
  const linked = (url: string): Step => json([1], 200, { link: `<${url}>; rel="next"` });

  test("is read page by page, by the links of the server", async () => {
    server.script(linked(`${server.origin}/api/v3/repositories/1/releases?page=2`), json([2]));
    expect(await collect()).toEqual([[1], [2]]);
    expect(urls()).toEqual([
      "GET /api/v3/repos/acme/app/releases?per_page=100",
      "GET /api/v3/repositories/1/releases?page=2",
    ]);
  });

  test("security D63: a list does not continue at another origin", async () => {
    server.script(linked(`${OTHER_ORIGIN}/api/v3/repositories/1/releases?page=2`));
    expect(await failureOf(collect())).toMatchObject({
      verdict: "undecided",
      message: expect.stringContaining("another host"),
    });
  });

  test("security D63: a list that leads in a circle ends undecided", async () => {
    server.script(linked(`${server.origin}/api/v3/repos/acme/app/releases?per_page=100`));
    expect(await failureOf(collect())).toMatchObject({ verdict: "undecided" });
  });

  test("whose second page is a 409 is not treated as complete", async () => {
    server.script(linked(`${server.origin}/api/v3/repositories/1/releases?page=2`), json({ message: "x" }, 409));
    expect(await failureOf(collect())).toMatchObject({ status: 409 });
  });
});

describe("a write", () => {
  test("sends its parameters as JSON, those of the path left out", async () => {
    server.script(json({ id: 1 }, 201));
    const body = "text with\n{owner} and \u2028";
    expect(await write({ body, draft: true, make_latest: undefined })).toMatchObject({ outcome: "written" });
    expect(urls()).toEqual(["POST /api/v3/repos/acme/app/releases"]);
    expect(JSON.parse(String(server.seen[0]?.body))).toEqual({ tag_name: "v1", body, draft: true });
    expect(server.seen[0]?.headers).toMatchObject({
      authorization: `Bearer ${TOKEN}`,
      "content-type": "application/json",
    });
  });

  test("whose reply is lost is read back, then adopted and not sent again", async () => {
    server.script(replyLost());
    expect(await write({}, async () => true)).toMatchObject({ outcome: "adopted", value: true });
    expect(server.seen).toHaveLength(1);
  });

  test("whose 201 cannot be read is read back, and unknown if it is not found", async () => {
    server.script(text("<html>", 201, { "content-type": "text/html" }));
    expect(await failureOf(write())).toMatchObject({ verdict: "unknown" });
  });

  test("is never sent to the target of a redirect", async () => {
    server.script(redirect(`${server.origin}/elsewhere`, 307));
    await failureOf(write());
    expect(new Set(urls())).toEqual(new Set(["POST /api/v3/repos/acme/app/releases"]));
  });

  test("refuses a route that writes nothing", async () => {
    const request = { what: "x", accept: () => true, readBack: async () => undefined };
    await expect(github.write(LIST, PLACE, request)).rejects.toThrow("GET writes nothing");
    await expect(github.read(DRAFT, PLACE)).rejects.toThrow("POST is not a read");
    expect(server.connections()).toBe(0);
  });
});
