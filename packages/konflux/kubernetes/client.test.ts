import { afterEach, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { refused } from "@release-actions/action";
import { failureOf, openTestClient } from "../../../test/faults/client.ts";
import type { TestClient } from "../../../test/faults/client.ts";
import { json, replyLost, startFaultServer, text } from "../../../test/faults/server.ts";
import type { FaultServer, Step } from "../../../test/faults/server.ts";
import { openKubernetes } from "./client.ts";
import { labelSelector } from "./selector.ts";
import { isLabelValue, isName } from "./names.ts";
import { subjectOf } from "./token.ts";
import type { Kubernetes } from "./types.ts";

const RELEASES = { group: "appstudio.redhat.com", version: "v1alpha1", plural: "releases", kind: "Release" };
const MANIFEST = { name: "r", spec: { snapshot: "s", releasePlan: "p" } };
const CREATION = { what: "the Release r", adopt: () => undefined };

let server: FaultServer;
let client: TestClient;
let kubernetes: Kubernetes;
afterEach(async () => {
  client.http.close();
  await server.close();
});

async function open(...steps: Step[]): Promise<Kubernetes> {
  server = await startFaultServer({ steps });
  client = openTestClient([server.origin]);
  const access = { server: server.origin, token: "t0", authority: undefined };
  kubernetes = openKubernetes({ http: client.http, access, namespace: "tenant" });
  return kubernetes;
}

const object = (name = "r", more: object = {}) => ({
  apiVersion: "appstudio.redhat.com/v1alpha1",
  kind: "Release",
  metadata: { name, uid: "u1", resourceVersion: "5", ...more },
  spec: {},
});
const status = (code: number, reason: string, name?: string): Step =>
  json({ kind: "Status", apiVersion: "v1", code, reason, message: reason, details: { name } }, code);
const page = (items: object[], token?: string): Step =>
  json({
    kind: "ReleaseList",
    apiVersion: "appstudio.redhat.com/v1alpha1",
    metadata: { resourceVersion: "9", continue: token },
    items,
  });

describe("the Kubernetes client", () => {
  test("reads an object by name, with the token in one header", async () => {
    const found = await (await open(json(object()))).get(RELEASES, "r");
    expect(found?.metadata).toMatchObject({ name: "r", uid: "u1", resourceVersion: "5" });
    expect(server.seen[0]).toMatchObject({
      url: "/apis/appstudio.redhat.com/v1alpha1/namespaces/tenant/releases/r",
      headers: { authorization: "Bearer t0" },
    });
  });

  test("treats an object as missing only if the server reports it, not if it does not know the path", async () => {
    await open(
      status(404, "NotFound", "r"),
      text("404 page not found\n", 404),
      status(404, "NotFound", "other"),
      status(404, "NotFound"),
    );
    expect(await kubernetes.get(RELEASES, "r")).toBeUndefined();
    for (let at = 0; at < 3; at += 1)
      expect(await failureOf(kubernetes.get(RELEASES, "r"))).toMatchObject({ verdict: "undecided" });
  });

  test.each<[string, Step]>([
    ["security D69: a sign-in page", text("<html><title>Log in</title>", 200, { "content-type": "text/html" })],
    ["another kind", json({ ...object(), kind: "Pod" })],
    ["another object", json(object("other"))],
    ["an object without uid", json({ ...object(), metadata: { name: "r", resourceVersion: "5" } })],
    ["an empty answer", json({})],
  ])("%s is rejected", async (_, step) => {
    expect(await failureOf((await open(step)).get(RELEASES, "r"))).toMatchObject({ verdict: "undecided" });
  });

  test("reads all pages of a list", async () => {
    await open(page([object("a")], "next"), page([object("b")], "last"), page([object("c")]));
    expect((await kubernetes.list(RELEASES, { labels: "x=y" })).map(({ metadata }) => metadata.name)).toEqual([
      "a",
      "b",
      "c",
    ]);
    const queries = server.seen.map(({ url }) => new URL(url, "http://x").searchParams);
    expect(queries.map((query) => query.get("continue"))).toEqual([null, "next", "last"]);
    expect(queries.every((query) => query.get("labelSelector") === "x=y" && query.get("limit") === "250")).toBe(true);
  });

  test("starts a list again whose later page has expired (410), but not forever", async () => {
    await open(page([object("a")], "next"), status(410, "Expired"), page([object("a")], "next"), page([object("b")]));
    expect(await kubernetes.list(RELEASES)).toHaveLength(2);
    server.script(status(410, "Expired"));
    expect(await failureOf(kubernetes.list(RELEASES))).toMatchObject({ verdict: "undecided" });
  });

  test("security D63: stops reading a list that repeats a page", async () => {
    await open(page([object("a")], "next"));
    expect(await failureOf(kubernetes.list(RELEASES))).toMatchObject({ verdict: "undecided" });
  });

  test("rejects an empty list of another kind", async () => {
    await open(json({ kind: "PodList", metadata: {}, items: [] }), json({ kind: "ReleaseList", metadata: {} }));
    for (let at = 0; at < 2; at += 1)
      expect(await failureOf(kubernetes.list(RELEASES))).toMatchObject({ verdict: "undecided" });
  });

  test("security H106: names the verb that is forbidden", async () => {
    await open(status(403, "Forbidden"));
    expect(((await failureOf(kubernetes.get(RELEASES, "r"))) as Error).message).toMatch(/: "Forbidden"$/);
    const stop = async (promise: Promise<unknown>) =>
      JSON.stringify(((await failureOf(promise)) as { details: unknown }).details);
    expect(await stop(kubernetes.get(RELEASES, "r"))).toContain(
      "the verb get on releases.appstudio.redhat.com in the namespace tenant",
    );
    expect(await stop(kubernetes.list(RELEASES))).toContain("the verb list");
    expect(await stop(kubernetes.create(RELEASES, MANIFEST, CREATION))).toContain("the verb create");
    expect(await stop(kubernetes.rehearse(RELEASES, MANIFEST, CREATION))).toContain("the verb create");
    expect(await stop(kubernetes.watch(RELEASES, "r", "5", new AbortController().signal).next())).toContain(
      "the verb watch",
    );
  });

  test("security H109: checks an existing object of the name before it adopts it", async () => {
    await open(status(409, "AlreadyExists", "r"), json(object()));
    expect(await kubernetes.create(RELEASES, MANIFEST, CREATION)).toMatchObject({ outcome: "adopted" });
    server.script(status(409, "AlreadyExists", "r"), json(object()));
    const adopt = (): never => {
      throw refused("another one");
    };
    expect(await failureOf(kubernetes.create(RELEASES, MANIFEST, { what: "x", adopt }))).toMatchObject({
      verdict: "refused",
    });
  });

  test("security 5.3: treats an object found after a lost reply as created by this call", async () => {
    await open(replyLost(), json(object()));
    expect(await kubernetes.create(RELEASES, MANIFEST, CREATION)).toMatchObject({ outcome: "written" });
    expect(server.seen.map(({ method }) => method)).toEqual(["POST", "GET"]);
  });

  test("does not treat a conflict without an object, such as one being deleted, as success", async () => {
    await open(status(409, "AlreadyExists", "r"), status(404, "NotFound", "r"));
    expect(await failureOf(kubernetes.create(RELEASES, MANIFEST, CREATION))).toMatchObject({ status: 409 });
  });

  const event = (type: string, of: object): string => `${JSON.stringify({ type, object: of })}\n`;
  const streamed = (...events: string[]): Step => text(events.join(""), 200, { "content-type": "application/json" });

  test("watches the changes of an object, without bookmarks and other objects", async () => {
    await open(
      streamed(
        event("ADDED", object()),
        event("BOOKMARK", { kind: "Release", metadata: { resourceVersion: "7" } }),
        event("MODIFIED", object("other")),
        event("DELETED", object()),
      ),
    );
    const seen: string[] = [];
    for await (const { type } of kubernetes.watch(RELEASES, "r", "5", new AbortController().signal)) seen.push(type);
    expect(seen).toEqual(["changed", "deleted"]);
    const query = new URL(server.seen[0]!.url, "http://x").searchParams;
    expect(Object.fromEntries(query)).toMatchObject({
      watch: "true",
      fieldSelector: "metadata.name=r",
      resourceVersion: "5",
    });
  });

  test.each<[string, Step]>([
    ["as an event", streamed(event("ERROR", { kind: "Status", code: 410, message: "too old" }))],
    ["as a status", status(410, "Expired")],
  ])("security H108: treats 410 %s as an expired watch", async (_, step) => {
    await open(step);
    expect(await kubernetes.watch(RELEASES, "r", "5", new AbortController().signal).next()).toEqual({
      done: false,
      value: { type: "expired" },
    });
  });

  test.each([
    event("ERROR", { kind: "Status", code: 500, message: "no" }),
    "{\n",
    event("MODIFIED", { kind: "Pod" }),
    '{"type":"ADDED","type":"DELETED","object":{}}\n',
  ])("rejects a line of a watch that is not an event: %s", async (line) => {
    await open(streamed(line));
    expect(await failureOf(kubernetes.watch(RELEASES, "r", "5", new AbortController().signal).next())).toMatchObject({
      verdict: "undecided",
    });
  });

  test("takes the caller's name from the server, or else from the token", async () => {
    await open(
      json({ kind: "SelfSubjectReview", status: { userInfo: { username: "alice" } } }, 201),
      text("404 page not found\n", 404),
    );
    expect(await kubernetes.whoAmI()).toBe("alice");
    expect(await kubernetes.whoAmI()).toBeUndefined();
    const payload = Buffer.from('{"sub":"system:serviceaccount:a:b"}').toString("base64url");
    expect(subjectOf(`x.${payload}.y`)).toBe("system:serviceaccount:a:b");
    for (const token of ["", "a.b", "a.!.c", `x.${payload}.y.z`, "sha256~abc"])
      expect(subjectOf(token)).toBeUndefined();
  });

  test("adds no requirement to a label selector from any text", () => {
    server = { close: async () => undefined } as FaultServer;
    client = openTestClient([]);
    expect(labelSelector({ a: "b", c: ["d", "e"], f: undefined })).toBe("a=b,c in (d,e),!f");
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string({ unit: fc.constantFrom("a", "-", ".", "_", ",", "=", "(", ")", " ", "!", "\n") }),
        ),
        (value) => {
          let selector: string;
          try {
            selector = labelSelector({ key: value });
          } catch {
            return expect(value === "" || !isLabelValue(value)).toBe(true);
          }
          expect(selector).toMatch(/^key=[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/);
        },
      ),
    );
    for (const bad of ["", "-a", "a-", "A", "a/b", "a\n", "../a", "a".repeat(64), "a%2f"])
      expect(isName(bad)).toBe(false);
  });
});
