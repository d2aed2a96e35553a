import type { Forge, ForgeSetup } from "./types.ts";

/** Starts the forge on loopback. */
export function startForge(_setup: ForgeSetup = {}): Promise<Forge> {
  return Promise.reject(new Error("the forge's servers come with the next commit"));
}
