import { afterEach, expect, test } from "@jest/globals";
import { effects } from "../../test/stand-ins/forge/index.ts";
import { BY_COMMIT, openKonfluxWorld, SNAPSHOT, TOKEN } from "../../test/worlds/konflux-release.ts";
import type { StandInWorld } from "../../test/worlds/konflux-release.ts";
import { RELEASE_PATHS, travel } from "../../test/worlds/konflux-paths.ts";
import { hurriedClock } from "../../test/worlds/publish-release.ts";

let world: StandInWorld;
afterEach(() => world.close());

test.each(RELEASE_PATHS.map((path) => [path.name, path] as const))("domain.md 1.1: %s", async (_, path) => {
  world = await openKonfluxWorld();
  expect((await travel(path, world)).wrong).toEqual([]);
});

const watching = async (count = 1): Promise<void> => {
  while (world.kubernetes.watches() < count) await new Promise((resolve) => setTimeout(resolve, 5));
};

test("a change is told as it happens, not at the next look", async () => {
  world = await openKonfluxWorld();
  const lines: string[] = [];
  const running = world.run(undefined, { onLine: (line) => lines.push(line) });
  const controller = await world.control();
  await watching();
  const reads = world.kubernetes.ledger.length;
  await controller.begin();
  while (!lines.some((line) => line.includes("validation: succeeded")))
    await new Promise((resolve) => setTimeout(resolve, 2));
  const asked = world.kubernetes.ledger.slice(reads).filter(({ user }) => user !== "admin");
  expect(asked.length).toBeLessThan(3);
  await controller.succeed();
  expect(await running).toMatchObject({ verdict: "done" });
});

test("security H108: watches that are dropped, replayed and expired (410) end in the same verdict", async () => {
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

test("where watching is not possible, the release is read at intervals", async () => {
  world = await openKonfluxWorld({}, { watches: false });
  const running = world.run({ ...BY_COMMIT, interval: "30ms" });
  const controller = await world.control();
  await controller.begin();
  await controller.succeed();
  expect(await running).toMatchObject({ verdict: "done" });
});

test("and no more often than that", async () => {
  world = await openKonfluxWorld({}, { watches: false });
  expect(await world.run({ ...BY_COMMIT, interval: "100ms", timeout: "300ms" })).toMatchObject({
    outputs: { status: "timeout" },
  });
  const reads = world.kubernetes.ledger.filter(({ method, url }) => method === "GET" && /\/releases\/[^?]+$/.test(url));
  expect(reads.length).toBeLessThan(10);
});

test("security H106: a role without the verb watch still follows", async () => {
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

test("an outage while the release runs is waited through", async () => {
  world = await openKonfluxWorld({}, {}, hurriedClock());
  world.kubernetes.faults.add({
    method: "GET",
    path: "/\\/releases\\/[^?]+$/",
    times: null,
    effect: effects.status(503),
  });
  let warned = (): void => undefined;
  const outage = new Promise<void>((resolve) => (warned = resolve));
  const running = world.run(
    { snapshot: SNAPSHOT, timeout: "29d", interval: "1m" },
    { onLine: (line) => line.includes("The release cannot be read now; it is followed on.") && warned() },
  );
  await outage;
  world.kubernetes.faults.clear();
  await (await world.control()).succeed();
  expect(await running).toMatchObject({ verdict: "done" });
});

test("security G100: a token that expires on the way: undecided, with what exists and how to go on", async () => {
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
  expect(result).toMatchObject({ verdict: "undecided", exitCode: 3, outputs: { created: "true", status: "pending" } });
  const said = result.lines.join("\n");
  expect(said).toContain("exists: the Release");
  expect(said).toContain("The token is missing, wrong or expired");
  expect(said).toContain("next: Run the same step again: it follows the Release");
});

test("interrupted: it says what exists and that a further run follows it, and that run does", async () => {
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
