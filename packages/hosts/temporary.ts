import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";

/** A private directory (mode 0700) made on first use, since most runs need none. */
export function temporaryDirectory(parent: string): { path(): string; remove(): void } {
  let made: string | undefined;
  return {
    path: () => (made ??= mkdtempSync(join(parent, "release-actions-"))),
    remove() {
      if (made !== undefined) rmSync(made, { recursive: true, force: true });
      made = undefined;
    },
  };
}
