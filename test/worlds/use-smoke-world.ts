import { afterEach } from "@jest/globals";
import type { MemoryResult } from "@release-actions/hosts";
import { startFaultServer, type FaultServer, type Step } from "../faults/server.ts";
import type { OpsSetup } from "../stand-ins/opsconductor/index.ts";
import type { Effect } from "../stand-ins/shared/faults.ts";
import { openSmokeWorld, type SmokeWorld } from "./smoke.ts";

/** Opens worlds and servers that are closed after each test. */
export function useSmokeWorld() {
  let world: SmokeWorld | undefined;
  const servers: FaultServer[] = [];
  afterEach(async () => {
    await Promise.all([world?.close(), ...servers.splice(0).map((server) => server.close())]);
    world = undefined;
  });
  return {
    open: async (setup: OpsSetup = {}): Promise<SmokeWorld> => (world = await openSmokeWorld(setup)),
    /** The world that was opened last. */
    current: (): SmokeWorld => world!,
    async serve(...steps: readonly Step[]): Promise<FaultServer> {
      const server = await startFaultServer({ steps });
      servers.push(server);
      return server;
    },
    adopt: (server: FaultServer): void => void servers.push(server),
  };
}

export function said({ lines }: MemoryResult): string {
  return lines.join("\n");
}

export function always(effect: Effect, path?: string) {
  return [{ times: null, ...(path !== undefined && { path }), effect }];
}

export function reply(status: number, body: unknown, type = "application/json"): Effect {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return { kind: "reply", status, headers: { "content-type": type }, body: text };
}

export const HTML = reply(200, "<!doctype html><title>Sign in</title>", "text/html");

/** A suite of one service, without the environment. */
export function alone(url: string, more: object) {
  return { environment: "", suite: JSON.stringify({ services: [{ name: "app", url, ...more }] }) };
}
