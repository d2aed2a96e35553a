/** What the tests of this action share: a run against a site, and what it found. */
import { runInMemory, type MemoryResult, type MemoryRun } from "@release-actions/hosts";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import action from "../../actions/frontend-check/action.ts";
import { processes } from "../processes.ts";
import { path, program, type Need } from "../rings.ts";
import { findChromium } from "../../packages/browser/chromium/index.ts";
import { hurriedClock } from "./publish-release.ts";

export { processes };

/** For `ring`. */
export const CHROMIUM: readonly Need[] = [
  path("chromium", findChromium({ PATH: process.env["PATH"] ?? "" }) ?? "/usr/bin/chromium"),
];
/** Debian keeps it out of a user's PATH. */
export const NGINX_PROGRAM = "/usr/sbin/nginx";
export const NGINX: Need = program(NGINX_PROGRAM, ["-v"]);

export interface Result {
  readonly page: string;
  readonly check: string;
  readonly result: string;
  readonly detail: string;
  readonly remedy?: string;
}

/** Runs the check; `inputs` come on top, an empty text takes one away. Without a browser, unless one is requested. */
export async function checkSite(
  url: string,
  inputs: Readonly<Record<string, string>> = {},
  run: Omit<MemoryRun, "inputs"> = {},
): Promise<MemoryResult> {
  const given = { url, browser: "none", title: "Shop", ...inputs };
  return await runInMemory(action, {
    clock: hurriedClock(),
    ...run,
    inputs: Object.fromEntries(Object.entries(given).filter(([, value]) => value !== "")),
  });
}

export function resultsOf({ outputs }: MemoryResult): Result[] {
  return JSON.parse(outputs["results"] === "" ? "[]" : (outputs["results"] ?? "[]")) as Result[];
}

/** The checks that ended so, each once. */
export function checksWith(run: MemoryResult, result: string): string[] {
  return [
    ...new Set(
      resultsOf(run)
        .filter((row) => row.result === result)
        .map(({ check }) => check),
    ),
  ];
}

/** A workspace that is removed with `remove`. */
export function workspace(): { readonly path: string; remove(): void } {
  const made = mkdtempSync(join(tmpdir(), "frontend-check-"));
  return { path: made, remove: () => rmSync(made, { recursive: true, force: true }) };
}

/** The processes of pages, of the browser whose profile lies in this directory. */
export function renderersOf(temporary: string): number[] {
  const all = processes();
  const group = all.find(({ command }) => command.includes(`--user-data-dir=${temporary}`))?.group;
  return all
    .filter((one) => group !== undefined && one.group === group && one.command.includes("--type=renderer"))
    .map(({ pid }) => pid);
}
