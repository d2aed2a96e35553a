import { afterEach, expect, test } from "@jest/globals";
import { effects } from "../../test/stand-ins/forge/index.ts";
import { openKonfluxWorld, TOKEN } from "../../test/worlds/konflux-release.ts";
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
  while (!lines.some((line) => line.includes("validation: succeeded"))) await new Promise((resolve) => setTimeout(resolve, 2));
  const asked = world.kubernetes.ledger.slice(reads).filter(({ user }) => user !== "admin");
  expect(asked.length).toBeLessThan(3);
  await controller.succeed();
  expect(await running).toMatchObject({ verdict: "done" });
});

test("security H108: watches that are dropped, replayed and expired (410) end in the same verdict", async () => {
  world = await openKonfluxWorld();
  const running = world.run({ interval: "5s", component: "automation-analytics-backend-main", "commit-sha": "0123456789abcdef0123456789abcdef01234567" });
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
  const running = world.run({ ...{ component: "automation-analytics-backend-main", "commit-sha": "0123456789abcdef0123456789abcdef01234567" }, interval: "30ms" });
  const controller = await world.control();
  await controller.begin();
  await controller.succeed();
  expect(await running).toMatchObject({ verdict: "done" });
});

test("security H106: a role without the verb watch still follows", async () => {
  const rules = [{ apiGroups: ["appstudio.redhat.com"], resources: ["releases", "snapshots", "releaseplans"], verbs: ["get", "list", "create"] }];
  world = await openKonfluxWorld({}, { users: [{ name: "poller", token: TOKEN, rules }, { name: "admin", token: "admin-0123456789abcdef" }] });
  const running = world.run();
  await (await world.control()).succeed();
  expect(await running).toMatchObject({ verdict: "done" });
});

test("an outage while the release runs is waited through", async () => {
  world = await openKonfluxWorld({}, {}, hurriedClock());
  world.kubernetes.faults.add({ method: "GET", path: "/\\/releases\\/[^?]+$/", nth: 2, times: 12, effect: effects.status(503) });
  world.kubernetes.faults.add({ path: "watch=true", times: null, effect: { kind: "refuse" } });
  const running = world.run({ snapshot: "aap-aa-main-20261121-100000-000", timeout: "10h", interval: "5m" });
  await (await world.control()).succeed().catch(() => undefined);
  for (let tries = 0; tries < 20; tries += 1) await (await world.control()).succeed().catch(() => undefined);
  const { verdict, lines } = await running;
  expect(verdict).toBe("done");
  expect(lines.join("\n")).toContain("The release cannot be read now; it is followed on.");
});

test("security G100: a token that expires on the way: undecided, with what exists and how to go on", async () => {
  world = await openKonfluxWorld();
  const body = JSON.stringify({ kind: "Status", apiVersion: "v1", status: "Failure", reason: "Unauthorized", code: 401, message: "Unauthorized" });
  world.kubernetes.faults.add({ method: "GET", path: "/\\/releases\\/[^?]+$/", times: null, effect: { kind: "reply", status: 401, headers: { "content-type": "application/json" }, body } });
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
  expect(result.lines.join("\n")).toMatch(/exists: the Release \S+ in aap-aa-tenant\n.*next: Run the same step again: it follows the Release/);
  const again = world.run();
  await (await world.control()).succeed();
  expect(await again).toMatchObject({ verdict: "done", outputs: { created: "false" } });
  expect(world.writes()).toHaveLength(1);
});
