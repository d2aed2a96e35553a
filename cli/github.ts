import { githubHost } from "@release-actions/hosts";
import { guard, start } from "./start.ts";

/** The entry of every action.yml. */
export async function github(action: string): Promise<void> {
  guard();
  return await start(action, githubHost(process));
}
