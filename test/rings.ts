import { describe, test } from "@jest/globals";
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/** A part of the machine that a ring of tests needs: whether it is there, and how to get it if not by `.ci/install`. */
export interface Need {
  readonly name: string;
  readonly present: boolean;
  readonly get?: string;
}

/** How to get files that tests read next to the checkout. They are not part of the project. */
export const DATA = "reference data in ../shared/data";
const mayLackData = process.env["REFERENCE_DATA"] === "optional";

/** A program that answers to these arguments. */
export function program(name: string, args: readonly string[]): Need {
  return { name, present: spawnSync(name, args, { stdio: "ignore", timeout: 20_000 }).status === 0 };
}

/** A file that `.ci/install` brings, or the command that `get` names. */
export function path(name: string, file: string | URL, get?: string): Need {
  return { name, present: existsSync(file), ...(get !== undefined && { get }) };
}

/**
 * Tests against real parts. Where a part is missing the ring is skipped under a name that lists it; with RINGS=required,
 * as in CI, it fails instead, unless it lacks only reference data and REFERENCE_DATA=optional. The reporter says at the end how to get what was missing.
 */
export function ring(name: string, needs: readonly Need[], body: () => void): void {
  const missing = needs.filter(({ present }) => !present);
  if (missing.length === 0) return describe(name, body);
  const why = missing.map(({ name: part, get }) => (get === undefined ? part : `${part}: ${get}`)).join(", ");
  if (process.env["RINGS"] === "required" && !missing.every(({ get }) => get === DATA && mayLackData)) {
    return describe(name, () => {
      test("everything it needs is installed", () => {
        throw new Error(`missing: ${why}`);
      });
    });
  }
  describe.skip(`${name} (needs ${why})`, body);
}
