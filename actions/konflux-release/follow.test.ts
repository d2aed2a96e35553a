import { afterEach, describe, expect, test } from "@jest/globals";
import { effects } from "../../test/stand-ins/forge/index.ts";
import { BY_COMMIT, openKonfluxWorld, SNAPSHOT, TOKEN } from "../../test/worlds/konflux-release.ts";
import type { StandInWorld } from "../../test/worlds/konflux-release.ts";
import { RELEASE_PATHS, travel } from "../../test/worlds/konflux-paths.ts";
import { hurriedClock } from "../../test/worlds/publish-release.ts";

let world: StandInWorld;
afterEach(() => world.close());

const watching = async (count = 1): Promise<void> => {
  while (world.kubernetes.watches() < count) await new Promise((resolve) => setTimeout(resolve, 5));
};

describe("the end of a Release", () => {
  test.each(RELEASE_PATHS.map((path) => [path.name, path] as const))("domain.md 1.1: %s", async (_, path) => {
    world = await openKonfluxWorld();
    expect((await travel(path, world)).wrong).toEqual([]);
  });
});

describe("watching", () => {
  test("reports a change when it happens, not at the next interval", async () => {
    world = await openKonfluxWorld();
    const lines: string[] = [];
    const running = world.run(undefined, { onLine: (line) => lines.push(line) });
    const controller = await world.control();
    await watching();
    const reads = world.kubernetes.ledger.length;
    await controller.begin();
    while (!lines.some((line) => line.includes("validation: succeeded")))
      await new Promise((resolve) => setTimeout(resolve, 2));
    const requests = world.kubernetes.ledger.slice(reads).filter(({ user }) => user !== "admin");
    expect(requests.length).toBeLessThan(3);
    await controller.succeed();
    expect(await running).toMatchObject({ verdict: "done" });
  });

  test("security H108: dropped, replayed and expired (410) watches do not change the verdict", async () => {
    world = await openKonfluxWorld();
    const running = world.run({ ...BY_COMMIT, interval: "5s" });
    const controller = await world.control();
    await watching();
    await controller.begin();
    world.kubernetes.dropWatches();
    world.kubernetes.compact();
    await watching();
    await controller.attempt();
    world.kubernetes.replay();
    world.kubernetes.compact();
    world.kubernetes.dropWatches();
    await controller.attemptEnds("Succeeded");
    await watching();
    world.kubernetes.replay();
    await controller.succeed();
    const { verdict, lines } = await running;
    expect(verdict).toBe("done");
    expect(lines.filter((line) => line.includes("validation: succeeded"))).toHaveLength(1);
  });

  test("reads the Release at intervals if watching is not possible", async () => {
    world = await openKonfluxWorld({}, { watches: false });
    const running = world.run({ ...BY_COMMIT, interval: "30ms" });
    const controller = await world.control();
    await controller.begin();
    await controller.succeed();
    expect(await running).toMatchObject({ verdict: "done" });
  });

  test("reads no more often than the interval", async () => {
    world = await openKonfluxWorld({}, { watches: false });
    expect(await world.run({ ...BY_COMMIT, interval: "100ms", timeout: "300ms" })).toMatchObject({
      outputs: { status: "timeout" },
    });
    const reads = world.kubernetes.ledger.filter(
      ({ method, url }) => method === "GET" && /\/releases\/[^?]+$/.test(url),
    );
    expect(reads.length).toBeLessThan(10);
  });

  test("security H106: follows with a role that may not watch", async () => {
    const rules = [
      {
        apiGroups: ["appstudio.redhat.com"],
        resources: ["releases", "snapshots", "releaseplans"],
        verbs: ["get", "list", "create"],
      },
    ];
    world = await openKonfluxWorld(
      {},
      {
        users: [
          { name: "poller", token: TOKEN, rules },
          { name: "admin", token: "admin-0123456789abcdef" },
        ],
      },
    );
    const running = world.run();
    await (await world.control()).succeed();
    expect(await running).toMatchObject({ verdict: "done" });
  });
});

describe("interruptions", () => {
  test("waits out an outage while the release is running", async () => {
    world = await openKonfluxWorld({}, {}, hurriedClock());
    world.kubernetes.faults.add({
      method: "GET",
      path: "/\\/releases\\/[^?]+$/",
      times: null,
      effect: effects.status(503),
    });
    let report = (): void => undefined;
    const outage = new Promise<void>((resolve) => (report = resolve));
    const running = world.run(
      { snapshot: SNAPSHOT, timeout: "29d", interval: "1m" },
      { onLine: (line) => line.includes("The Release cannot be read at the moment; still following it.") && report() },
    );
    await outage;
    world.kubernetes.faults.clear();
    await (await world.control()).succeed();
    expect(await running).toMatchObject({ verdict: "done" });
  });

  test("security G100: is undecided if the token expires, and says what exists and what to do next", async () => {
    world = await openKonfluxWorld();
    const body = JSON.stringify({
      kind: "Status",
      apiVersion: "v1",
      status: "Failure",
      reason: "Unauthorized",
      code: 401,
      message: "Unauthorized",
    });
    world.kubernetes.faults.add({
      method: "GET",
      path: "/\\/releases\\/[^?]+$/",
      times: null,
      effect: { kind: "reply", status: 401, headers: { "content-type": "application/json" }, body },
    });
    const result = await world.run();
    expect(result).toMatchObject({
      verdict: "undecided",
      exitCode: 3,
      outputs: { created: "true", status: "pending" },
    });
    const lines = result.lines.join("\n");
    expect(lines).toContain("exists: the Release");
    expect(lines).toContain("The token is missing, wrong or expired");
    expect(lines).toContain("next: Run the same step again: it follows the Release");
  });

  test("reports what exists when interrupted, and the next run follows it", async () => {
    world = await openKonfluxWorld();
    const interrupt = new AbortController();
    const running = world.run(undefined, { interrupt: interrupt.signal });
    await world.theRelease();
    await watching();
    interrupt.abort();
    const result = await running;
    expect(result).toMatchObject({ verdict: "interrupted", exitCode: 130 });
    expect(result.lines.join("\n")).toMatch(
      /exists: the Release \S+ in aap-aa-tenant\n.*next: Run the same step again: it follows the Release/,
    );
    const again = world.run();
    await (await world.control()).succeed();
    expect(await again).toMatchObject({ verdict: "done", outputs: { created: "false" } });
    expect(world.writes()).toHaveLength(1);
  });
});
