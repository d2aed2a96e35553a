import { afterEach, describe, expect, test } from "@jest/globals";
import { limitRequests } from "./limits.ts";
import { api, basic, bearer, call, openQuay, stopped } from "./testing.ts";
import type { Quay } from "./types.ts";

let quay: Quay | undefined;
afterEach(() => quay?.close());

const robot = { authorization: "Basic a" };

/** How many of a hundred requests at once pass. */
function passing(limiter: ReturnType<typeof limitRequests>, path: string, headers = {}, address = "a"): number {
  const refusals = Array.from({ length: 100 }, () => limiter.refuse(path, address, headers));
  return refusals.filter((zone) => zone === undefined).length;
}

describe("rate limits", () => {
  test.each([
    ["/api/v1/repository/acme/app/tag/", 26],
    ["/v2/acme/app/tags/list", 3],
    ["/v2/acme/app/manifests/v1", 11],
    ["/v2/acme/app/blobs/sha256:0", 51],
    ["/v2/acme/team/app/blobs/sha256:0", 51],
    ["/v2/acme/app/referrers/sha256:0", 21],
    ["/v2/", 21],
    ["/v2/acme/team/app/tags/list", 21],
    ["/v2/acme/team/app/manifests/v1", 21],
  ])("domain.md 2.1: of a hundred requests at once to %s, nginx lets %i through", (path, count) => {
    expect(
      passing(
        limitRequests("quay", () => 0),
        path,
      ),
    ).toBe(count);
  });

  test("apply to the token endpoint per credential, and not without one", () => {
    const limiter = limitRequests("quay", () => 0);
    expect(passing(limiter, "/v2/auth", robot)).toBe(3);
    expect(passing(limiter, "/v2/auth", { authorization: "Basic b" })).toBe(3);
    expect(passing(limiter, "/v2/auth")).toBe(100);
  });

  test("refill the bucket at the rate; rejected requests do not use it up", () => {
    const clock = stopped();
    const limiter = limitRequests("quay", clock.read);
    const path = "/api/v1/repository/acme/app/tag/";
    expect(passing(limiter, path)).toBe(26);
    clock.now += 199;
    expect(passing(limiter, path)).toBe(0);
    clock.now += 1;
    expect(passing(limiter, path)).toBe(1);
    clock.now += 1000;
    expect(passing(limiter, path)).toBe(5);
    clock.now += 3_600_000;
    expect(passing(limiter, path)).toBe(26);
  });

  test("give each address its own bucket, which manifests and blobs share", () => {
    const limiter = limitRequests("quay", () => 0);
    expect(passing(limiter, "/v2/acme/app/manifests/v1")).toBe(11);
    expect(passing(limiter, "/v2/acme/app/manifests/v1", {}, "b")).toBe(11);
    expect(passing(limiter, "/v2/acme/app/blobs/sha256:0")).toBe(40);
    expect(passing(limiter, "/v2/acme/app/manifests/v1")).toBe(0);
  });

  test("domain.md 2.1: reject with nginx's HTML and no Retry-After, and the ledger names the zone", async () => {
    const clock = stopped();
    quay = await openQuay({ limits: "quay", clock: clock.read });
    const statuses: number[] = [];
    for (let at = 0; at < 27; at++) statuses.push((await call(`${api(quay)}/tag/`, bearer())).status);
    expect(statuses).toEqual([...Array.from({ length: 26 }, () => 200), 429]);
    const refused = await call(`${api(quay)}/tag/`, basic());
    expect(refused.headers.get("content-type")).toBe("text/html");
    expect(refused.headers.get("retry-after")).toBeNull();
    expect(refused.text).toContain("<h1>429 Too Many Requests</h1>");
    expect(quay.ledger.at(-1)).toMatchObject({ status: 429, limited: "api_resources_heavy_http1" });
    clock.now += 200;
    expect((await call(`${api(quay)}/tag/`, bearer())).status).toBe(200);
  });

  test("can be custom, and are off by default", async () => {
    quay = await openQuay({ limits: [{ zone: "own", path: "/tag/", rate: 1, burst: 0 }] });
    expect((await call(`${api(quay)}/tag/`, bearer())).status).toBe(200);
    expect((await call(`${api(quay)}/tag/`, bearer())).status).toBe(429);
    expect(
      passing(
        limitRequests("none", () => 0),
        "/api/v1/repository/acme/app/tag/",
      ),
    ).toBe(100);
  });
});
