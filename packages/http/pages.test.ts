import { afterEach, describe, expect, test } from "@jest/globals";
import { failureOf, openTestClient } from "../../test/faults/client.ts";
import { json, startFaultServer, text } from "../../test/faults/server.ts";
import type { FaultServer, Step } from "../../test/faults/server.ts";
import type { PagesRequest } from "./index.ts";
import { parseNextLink } from "./pages.ts";

const open: { close(): unknown }[] = [];

afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

async function walk(
  steps: (origin: string) => readonly Step[],
  request: Partial<PagesRequest> = {},
): Promise<{ server: FaultServer; items: unknown[] }> {
  const server = await startFaultServer();
  server.script(...steps(server.origin));
  const { http } = openTestClient([server.origin]);
  open.push(server, http);
  const items: unknown[] = [];
  for await (const page of http
    .api(server.origin, { credential: { header: "private-token", value: "CANARY" } })
    .pages({ path: ["list"], ...request })) {
    items.push(...(page.json() as unknown[]));
  }
  return { server, items };
}

const link = (target: string): Record<string, string> => ({ link: `<${target}>; rel="next", <x>; rel="last"` });

describe("following pages", () => {
  test("follows absolute and relative Link headers, with retries on every page", async () => {
    const { server, items } = await walk((origin) => [
      json([1], 200, link(`${origin}/list?page=2&n=1`)),
      text("", 502),
      json([2], 200, link("/list?last=2")),
      json([3]),
    ]);
    expect(items).toEqual([1, 2, 3]);
    expect(server.seen.map((seen) => seen.url)).toEqual([
      "/list",
      "/list?page=2&n=1",
      "/list?page=2&n=1",
      "/list?last=2",
    ]);
  });

  test("prefers GitLab's page numbers to its links", async () => {
    const { server, items } = await walk(
      () => [
        json([1], 200, { ...link("http://elsewhere.example/"), "x-next-page": "2" }),
        json([2], 200, { "x-next-page": "" }),
      ],
      { query: { per_page: 1 } },
    );
    expect(items).toEqual([1, 2]);
    expect(server.seen.map((seen) => seen.url)).toEqual(["/list?per_page=1", "/list?per_page=1&page=2"]);
  });

  test("security D63: refuses a next page on another host, which receives nothing", async () => {
    const other = await startFaultServer();
    open.push(other);
    expect(String(await failureOf(walk(() => [json([1], 200, link(`${other.origin}/list`))])))).toContain(
      "leads to another host",
    );
    expect(other.connections()).toBe(0);
  });

  test.each([
    ["to itself", () => [json([1], 200, link("/list"))], "back to an earlier one"],
    ["in a circle", () => [json([1], 200, link("/b")), json([1], 200, link("/list"))], "back to an earlier one"],
    ["to a user name", (origin: string) => [json([1], 200, link(origin.replace("//", "//me@")))], "another host"],
    ["to nonsense", () => [json([1], 200, link("http://["))], "not an address"],
    ["to a page that is no number", () => [json([1], 200, { "x-next-page": "2&x=1" })], "not a number"],
  ])("security D63: refuses a next page %s", async (_, steps, message) => {
    expect(String(await failureOf(walk(steps)))).toContain(message);
  });

  test("security D63: stops an endless list at the limit and is undecided", async () => {
    let page = 0;
    const endless: Step = {
      run: (_, response) => {
        page += 1;
        response.writeHead(200, { "content-type": "application/json", link: `</list?p=${page}>; rel="next"` });
        response.end("[1]");
      },
    };
    expect(await failureOf(walk(() => [endless], { maxPages: 5 }))).toMatchObject({ verdict: "undecided" });
    expect(page).toBe(5);
  });
});

describe("Link headers", () => {
  test.each([
    ['<a>; rel="next"', "a"],
    ["<a>; rel=next", "a"],
    ['<p>; rel="prev", <n>; rel="next"', "n"],
    ['<n>; title="x, y"; rel="next"', "n"],
    ['<n>; rel="last next"', "n"],
    ['<n>; rel="nextish"', undefined],
    ["<n>; rel=nextish", undefined],
    ['<n>; xrel="next"', undefined],
    ['<a>; rel="prev"', undefined],
    ["", undefined],
    ["<", undefined],
    ["<a>", undefined],
  ])("finds the next link of %j: %s", (header, target) => {
    expect(parseNextLink(header)).toBe(target);
  });

  test("parses a hostile Link header quickly", () => {
    const start = performance.now();
    for (const piece of ["<", "<>", "<a>;", "; rel", 'rel="', '<a>; rel=" '])
      parseNextLink(piece.repeat(16_000 / piece.length));
    expect(performance.now() - start).toBeLessThan(500);
  });
});
