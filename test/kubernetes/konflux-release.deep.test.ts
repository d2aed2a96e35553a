import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { systemClock } from "@release-actions/hosts";
import { RELEASES } from "@release-actions/konflux";
import { openKubernetes } from "@release-actions/konflux/kubernetes";
import { readFileSync } from "node:fs";
import { makeAuthority } from "../faults/certificates.ts";
import { openTestClient } from "../faults/client.ts";
import { ring } from "../rings.ts";
import { controlRelease } from "../stand-ins/konflux-controller/index.ts";
import type { Rule } from "../stand-ins/kubernetes/index.ts";
import { RELEASE_PATHS, travel } from "../worlds/konflux-paths.ts";
import { BY_COMMIT, openWorldOn, releasePlan, snapshot, SNAPSHOT } from "../worlds/konflux-release.ts";
import type { KonfluxWorld } from "../worlds/konflux-release.ts";
import { handsOn } from "./hands.ts";
import { KUBERNETES } from "./needs.ts";
import { rulesOf, startRealCluster } from "./server.ts";
import type { RealCluster } from "./server.ts";

const GROUP = "appstudio.redhat.com";
const token = (name: string): string =>
  `e30.${Buffer.from(JSON.stringify({ sub: `system:serviceaccount:tenant:${name}` })).toString("base64url")}.canary`;
const user = (name: string, rules: readonly Rule[]) => ({
  name: `system:serviceaccount:tenant:${name}`,
  token: token(name),
  rules,
});
const READS: readonly Rule[] = [
  { apiGroups: [GROUP], resources: ["snapshots"], verbs: ["get", "list"] },
  { apiGroups: [GROUP], resources: ["releaseplans"], verbs: ["list"] },
];
/** One namespace for each test: objects of the same name do not meet. */
const NAMESPACES = [
  ...RELEASE_PATHS.keys(),
  "limits",
  "roles",
  "hooks",
  "twice",
  "many",
  "forms",
  "dry",
  "inline",
  "watch",
].map((name) => `tenant-${name}`);

ring("a real API server with Konflux's CRDs, roles and webhooks", KUBERNETES, () => {
  let cluster: RealCluster;
  beforeAll(async () => {
    const editor = rulesOf("release_editor_role");
    const unable = (verb: string) =>
      editor.map((rule) => ({ ...rule, verbs: rule.verbs.filter((one) => one !== verb) }));
    cluster = await startRealCluster({
      namespaces: NAMESPACES,
      users: [
        user("releaser", [...editor, ...READS]),
        user("viewer", [...rulesOf("release_viewer_role"), ...READS]),
        user("no-watch", [...unable("watch"), ...READS]),
        user("no-list", [...unable("list"), ...READS]),
        user("no-snapshots", [...editor, READS[1]!]),
        user("no-plans", [...editor, READS[0]!]),
      ],
    });
  }, 120_000);
  afterAll(() => cluster.close());

  const open = (namespace: string, as = "releaser", objects = {}): Promise<KonfluxWorld> =>
    openWorldOn({ ...cluster, releaser: token(as), close: async () => undefined }, objects, `tenant-${namespace}`);

  test.each(RELEASE_PATHS.map((path, at) => [path.name, path, at] as const))(
    "domain.md 1.1: %s",
    async (_, path, at) => {
      expect((await travel(path, await open(String(at)))).wrong).toEqual([]);
    },
  );

  test("domain.md 1.2: the Release has the labels, and the author that the webhook knows", async () => {
    const world = await open("hooks");
    const running = world.run({
      snapshot: SNAPSHOT,
      "grace-period-days": "9",
      "release-notes": "{type: RHEA, synopsis: One}",
    });
    await (await world.control()).succeed();
    expect(await running).toMatchObject({ verdict: "done" });
    const { metadata, spec } = await world.theRelease();
    expect(metadata.labels).toEqual({
      "release.appstudio.openshift.io/author": "system_serviceaccount_tenant_releaser",
      "release.appstudio.openshift.io/releasePlan": "aap-aa-prod",
      "release.appstudio.openshift.io/snapshot": SNAPSHOT,
    });
    expect(spec).toEqual({
      snapshot: SNAPSHOT,
      releasePlan: "aap-aa-prod",
      gracePeriodDays: 9,
      data: { releaseNotes: { type: "RHEA", synopsis: "One" } },
    });
  });

  test.each([
    ["viewer", "cannot create resource", "the verb create on releases"],
    ["no-list", "cannot list resource", "the verb list on releases"],
    ["no-snapshots", "cannot get resource", "the verb get on snapshots"],
    ["no-plans", "cannot list resource", "the verb list on releaseplans"],
  ])(
    "security H106: the role %s: the message names the forbidden verb, and nothing is created",
    async (role, said, needed) => {
      const world = await open("roles", role, role === "viewer" ? {} : { snapshots: [], releaseplans: [] });
      const { verdict, lines } = await world.run({ snapshot: SNAPSHOT });
      expect(verdict).toBe("invalid");
      expect(lines.join("\n")).toContain(said);
      expect(lines.join("\n")).toContain(needed);
      expect(await world.hands.list("releases")).toEqual([]);
    },
  );

  test("follows the Release with a role without watch, too", async () => {
    const world = await open("limits", "no-watch");
    const running = world.run({ snapshot: SNAPSHOT });
    await (await world.control()).succeed();
    expect(await running).toMatchObject({ verdict: "done" });
  });

  test("T27: a dry run calls the server and its webhooks, and creates nothing", async () => {
    const world = await open("dry");
    expect(await world.run({ snapshot: SNAPSHOT, "dry-run": "true" })).toMatchObject({ verdict: "passed" });
    expect(await world.hands.list("releases")).toEqual([]);
    const denied = await openWorldOn(
      { ...cluster, releaser: token("viewer"), close: async () => undefined },
      { snapshots: [], releaseplans: [] },
      "tenant-dry",
    );
    expect(await denied.run({ snapshot: SNAPSHOT, "dry-run": "true" })).toMatchObject({ verdict: "invalid" });
  });

  test("security 5.3: two runs at once and a third one create one Release, which all follow", async () => {
    const world = await open("twice");
    const both = [world.run({ snapshot: SNAPSHOT }), world.run({ snapshot: SNAPSHOT })];
    await (await world.control()).succeed();
    const ended = await Promise.all(both);
    expect(ended.map(({ verdict }) => verdict)).toEqual(["done", "done"]);
    expect(await world.hands.list("releases")).toHaveLength(1);
    expect(await world.run({ snapshot: SNAPSHOT })).toMatchObject({
      verdict: "unchanged",
      outputs: { "already-released": "true" },
    });
  });

  test("releases a Snapshot and plan of a component group; the server's own rule refuses a plan of both kinds", async () => {
    const group = { componentGroup: "aap-group" };
    const world = await open("forms", "releaser", {
      snapshots: [snapshot({ owner: group })],
      releaseplans: [releasePlan("grouped", { owner: group }), releasePlan("other")],
    });
    const running = world.run({ snapshot: SNAPSHOT, application: "aap-group" });
    await (await world.control()).succeed();
    expect(await running).toMatchObject({ verdict: "done" });
    const both = {
      kind: "ReleasePlan",
      apiVersion: `${GROUP}/v1alpha1`,
      ...releasePlan("both", { owner: { application: "a", componentGroup: "b" } }),
    };
    const { status } = await world.hands.ask(
      "POST",
      `/apis/${GROUP}/v1alpha1/namespaces/tenant-forms/releaseplans`,
      both,
    );
    expect(status).toBe(422);
  });

  test("T24, security H104: releases a commit with an inline kubeconfig; trusts no other authority and accepts no other token", async () => {
    const world = await open("inline", "releaser", {
      snapshots: [snapshot(), snapshot({ name: "other", commit: "e".repeat(40) })],
    });
    const config = (authority: string, as: string) =>
      JSON.stringify({
        apiVersion: "v1",
        kind: "Config",
        "current-context": "here",
        clusters: [
          {
            name: "c",
            cluster: { server: cluster.url, "certificate-authority-data": Buffer.from(authority).toString("base64") },
          },
        ],
        users: [{ name: "u", user: { token: as } }],
        contexts: [{ name: "here", context: { cluster: "c", user: "u" } }],
      });
    const by = (kubeconfig: string) =>
      world.run({ ...BY_COMMIT, server: "", token: "", "certificate-authority": "", kubeconfig });
    const other = makeAuthority();
    const untrusted = await by(config(readFileSync(other.file, "utf8"), token("releaser")));
    other.remove();
    expect(untrusted).toMatchObject({ verdict: "undecided" });
    expect(untrusted.lines.join("\n")).toContain("certificate");
    expect((await by(config(cluster.authority, "e30.e30.nobody"))).lines.join("\n")).toContain("401 Unauthorized");
    const running = by(config(cluster.authority, token("releaser")));
    await (await world.control()).succeed();
    expect(await running).toMatchObject({ verdict: "done", outputs: { snapshot: SNAPSHOT } });
    expect(await by(config(cluster.authority, token("releaser")))).toMatchObject({ verdict: "unchanged" });
  });

  test("security H108: handles the server's own 410, its events and the deletion of the watched object", async () => {
    const { hands } = await open("watch", "releaser", { snapshots: [], releaseplans: [] });
    const stop = new AbortController();
    const access = { server: cluster.url, token: token("releaser"), authority: cluster.authority };
    const { http } = openTestClient([cluster.url], { authorities: cluster.authority, clock: systemClock });
    const kubernetes = openKubernetes({ http, access, namespace: "tenant-watch" });
    try {
      const { metadata } = await hands.make("releases", {
        metadata: { name: "r" },
        spec: { snapshot: "s", releasePlan: "p" },
      });
      expect((await kubernetes.watch(RELEASES, "r", "1", stop.signal).next()).value).toEqual({ type: "expired" });
      const events = kubernetes.watch(RELEASES, "r", metadata.resourceVersion!, stop.signal);
      const first = events.next();
      await hands.make("releases", { metadata: { name: "beside" }, spec: { snapshot: "s", releasePlan: "p" } });
      await controlRelease(hands, "r").phase("Released", "Progressing");
      expect((await first).value).toMatchObject({
        type: "changed",
        object: { metadata: { name: "r", uid: metadata.uid } },
      });
      await hands.remove("releases", "r");
      expect((await events.next()).value).toMatchObject({ type: "deleted" });
      await events.return();
    } finally {
      stop.abort();
      http.close();
    }
  });

  test("reads lists of several pages completely, by label if the server supports it", async () => {
    const world = await open("many");
    const hands = handsOn(cluster, "tenant-many");
    for (let at = 0; at < 300; at += 10) {
      await Promise.all(
        Array.from({ length: 10 }, (_, n) =>
          hands.make("releases", {
            metadata: { name: `old-${at + n}` },
            spec: { snapshot: `other-${at + n}`, releasePlan: "aap-aa-prod" },
          }),
        ),
      );
    }
    await hands.make("releases", {
      metadata: { name: "by-hand" },
      spec: { snapshot: SNAPSHOT, releasePlan: "aap-aa-prod" },
    });
    const running = world.run({ snapshot: SNAPSHOT });
    await controlRelease(hands, "by-hand").succeed();
    expect((await running).outputs).toMatchObject({ release: "by-hand", created: "false" });
  });
});
