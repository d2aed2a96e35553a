import { describe, test } from "@jest/globals";
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/** A part of the machine that a ring of tests needs: how to see that it is there, and how to get it. */
export interface Need {
  readonly name: string;
  readonly present: boolean;
  readonly get: string;
}

/** A program that answers to these arguments. */
export function program(name: string, args: readonly string[], get: string): Need {
  const present = spawnSync(name, args, { stdio: "ignore", timeout: 20_000 }).status === 0;
  return { name, present, get };
}

export function path(name: string, file: string | URL, get: string): Need {
  return { name, present: existsSync(file), get };
}

/**
 * Tests against real parts. Where a part is missing the ring is skipped under a name that says how to get it;
 * with RINGS=required, as in CI, it fails instead.
 */
export function ring(name: string, needs: readonly Need[], body: () => void): void {
  const missing = needs.filter(({ present }) => !present);
  if (missing.length === 0) return describe(name, body);
  const why = missing.map(({ name: part, get }) => `needs ${part}: ${get}`).join("; ");
  if (process.env["RINGS"] === "required") {
    return describe(name, () => {
      test("all its parts are there", () => {
        throw new Error(why);
      });
    });
  }
  describe.skip(`${name} (${why})`, body);
}
