import { guard, start } from "./start.ts";

/** The entry of every action.yml. */
export async function github(action: string): Promise<void> {
  guard();
  // lazy: keeps @actions/core out of the other entries.
  const { githubHost } = await import("@release-actions/hosts/github");
  return await start(action, githubHost(process));
}
