/** Where the parts of the real cluster are. */
import { homedir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** As `.ci/run` installs it. */
export const VERSION = "v0.34.3";
export const SERVER = join(
  process.env["XDG_CACHE_HOME"] ?? join(homedir(), ".cache"),
  "release-actions-ci",
  `apiextensions-${VERSION}`,
  "apiextensions-apiserver",
);
export const DATA = fileURLToPath(new URL("../../../shared/data/konflux", import.meta.url));
