import { homedir } from "node:os";
import { join } from "node:path";

/** The path of what `.ci/install` keeps, such as `qontract-validator-0.1.0/bin/python`. */
export function installed(path: string): string {
  return join(process.env["XDG_CACHE_HOME"] ?? join(homedir(), ".cache"), "release-actions-ci", path);
}

/** A Python with PyYAML 6.0.3 and qontract-validator, the reference for what app-interface accepts. */
export const QONTRACT_PYTHON = installed("qontract-validator-0.1.0/bin/python");
