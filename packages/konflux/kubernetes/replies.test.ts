import { afterEach, describe, expect, test } from "@jest/globals";
import { parseJson } from "@release-actions/http";
import { failureOf, openTestClient } from "../../../test/faults/client.ts";
import type { TestClient } from "../../../test/faults/client.ts";
import { json, startFaultServer, text } from "../../../test/faults/server.ts";
import type { FaultServer, Step } from "../../../test/faults/server.ts";
import { openKubernetes } from "./client.ts";
import { objectOf } from "./schema.ts";
import type { Kubernetes } from "./types.ts";

const RELEASES = { group: "appstudio.redhat.com", version: "v1alpha1", plural: "releases", kind: "Release" };
const METADATA = { name: "r", uid: "u1", resourceVersion: "5" };
const RELEASE = { apiVersion: "appstudio.redhat.com/v1alpha1", kind: "Release", metadata: METADATA, spec: {} };

describe("an object", () => {
  const read = (value: unknown) => objectOf(RELEASES).safeParse(parseJson(JSON.stringify(value)));

  test("needs no kind and apiVersion in a list, nor labels, annotations, spec and status", () => {
    expect(read({ metadata: METADATA }).data).toMatchObject({
      metadata: { ...METADATA, labels: {}, annotations: {} },
    });
    expect(read({ metadata: { ...METADATA, labels: null, annotations: null, generation: null } }).success).toBe(true);
  });

  test("keeps every label and annotation, and inherits none", () => {
    const labels = JSON.stringify({ a: "b" }).replace("}", ',"__proto__":"c","constructor":"d"}');
    const { labels: read } = objectOf(RELEASES).parse(
      parseJson(JSON.stringify({ metadata: METADATA }).replace('"r"', `"r","labels":${labels}`)),
    ).metadata;
    expect(Object.keys(read)).toEqual(["a", "__proto__", "constructor"]);
    expect(read["toString"]).toBeUndefined();
  });

  test.each<[string, object, string]>([
    ["no metadata", { ...RELEASE, metadata: undefined }, "metadata should be an object"],
    ["no name", { metadata: { ...METADATA, name: undefined } }, "metadata.name should be a string"],
    ["no uid", { metadata: { ...METADATA, uid: "" } }, "metadata.uid should be that of a stored object"],
    ["a number as uid", { metadata: { ...METADATA, uid: 1 } }, "metadata.uid should be that of a stored object"],
    [
      "a label that is not a string",
      { metadata: { ...METADATA, labels: { a: 1 } } },
      "metadata.labels.a should be a string",
    ],
    ["a list of labels", { metadata: { ...METADATA, labels: [] } }, "metadata.labels should be an object"],
    [
      "half a generation",
      { metadata: { ...METADATA, generation: 0.5 } },
      "metadata.generation should be a whole number",
    ],
    ["another kind", { ...RELEASE, kind: "Pod" }, "kind should be Release"],
    ["a kind of null", { ...RELEASE, kind: null }, "kind should be Release"],
    ["another version", { ...RELEASE, apiVersion: "v1" }, "apiVersion should be appstudio.redhat.com/v1alpha1"],
  ])("with %s is rejected", (_, value, problem) => {
    expect(read(value).error?.issues.map(({ path, message }) => `${path.join(".")} ${message}`)).toEqual([problem]);
  });
});

describe("a reply", () => {
  let server: FaultServer;
  let client: TestClient;
  afterEach(async () => {
    client.http.close();
    await server.close();
  });

  async function open(...steps: Step[]): Promise<Kubernetes> {
    server = await startFaultServer({ steps });
    client = openTestClient([server.origin]);
    const access = { server: server.origin, token: "t0", authority: undefined };
    return openKubernetes({ http: client.http, access, namespace: "tenant" });
  }

  test("that does not fit is undecided and names the field", async () => {
    const kubernetes = await open(
      json({ kind: "ReleaseList", metadata: {}, items: [RELEASE, { ...RELEASE, metadata: { ...METADATA, name: 3 } }] }),
    );
    const failure = await failureOf(kubernetes.list(RELEASES));
    expect(failure).toMatchObject({ verdict: "undecided" });
    expect(String(failure)).toContain("it.items[1].metadata.name: should be a string");
  });

  test("about another object names both", async () => {
    const kubernetes = await open(json({ ...RELEASE, metadata: { ...METADATA, name: "other" } }));
    expect(String(await failureOf(kubernetes.get(RELEASES, "r")))).toContain(
      'it.metadata.name: should be r, not "other"',
    );
  });

  test.each<[string, object]>([
    ["that continues at a number", { continue: 7 }],
    ["with items left and no place to continue", { continue: "", remainingItemCount: 3 }],
    ["with an unreadable number of items left", { remainingItemCount: "3" }],
  ])("that is a list %s is not complete", async (_, metadata) => {
    const kubernetes = await open(json({ kind: "ReleaseList", metadata, items: [RELEASE] }));
    expect(await failureOf(kubernetes.list(RELEASES))).toMatchObject({ verdict: "undecided" });
  });

  test.each<[string, Step]>([
    ["is not JSON", text("<html>", 201, { "content-type": "text/html" })],
    ["is about another object", json({ ...RELEASE, metadata: { ...METADATA, name: "other" } }, 201)],
    ["has no uid", json({ ...RELEASE, metadata: { name: "r", resourceVersion: "5" } }, 201)],
  ])("to a creation that %s leads to a read of the object", async (_, step) => {
    const kubernetes = await open(step, json(RELEASE));
    const creation = { what: "the Release r", adopt: () => undefined };
    expect(await kubernetes.create(RELEASES, { name: "r", spec: {} }, creation)).toMatchObject({
      object: { metadata: { name: "r" } },
      outcome: "written",
    });
    expect(server.seen.map(({ method }) => method)).toEqual(["POST", "GET"]);
  });

  test("with a status that cannot be read does not prove that an object is missing", async () => {
    const kubernetes = await open(json({ kind: "Status", reason: "NotFound", details: { name: ["r"] } }, 404));
    expect(await failureOf(kubernetes.get(RELEASES, "r"))).toMatchObject({ verdict: "undecided" });
  });

  test("with the caller's name may omit it, but not the review", async () => {
    const kubernetes = await open(
      json({ kind: "SelfSubjectReview", status: { userInfo: {} } }, 201),
      json({ kind: "SelfSubjectReview" }, 201),
    );
    expect(await kubernetes.whoAmI()).toBeUndefined();
    expect(await failureOf(kubernetes.whoAmI())).toMatchObject({ verdict: "undecided" });
  });

  test("of a watch that does not fit names the field", async () => {
    const line = JSON.stringify({ type: "MODIFIED", object: { ...RELEASE, metadata: { name: "r" } } });
    const kubernetes = await open(text(`${line}\n`, 200, { "content-type": "application/json" }));
    const next = kubernetes.watch(RELEASES, "r", "5", new AbortController().signal).next();
    expect(String(await failureOf(next))).toContain(
      "the watch of Release r is not from Kubernetes: it.metadata.uid: should be that of a stored object",
    );
  });
});
