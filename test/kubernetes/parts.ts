/** Where the parts of the real cluster are. */
import { fileURLToPath } from "node:url";
import { installed } from "../installed.ts";

/** As `.ci/install` installs it. */
const VERSION = "v0.34.3";
export const SERVER = installed(`apiextensions-${VERSION}/apiextensions-apiserver`);
export const DATA = fileURLToPath(new URL("../../../shared/data/konflux", import.meta.url));
