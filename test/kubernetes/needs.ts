/** What the real API server needs of the machine, for `ring`. */
import { join } from "node:path";
import { path, program } from "../rings.ts";
import type { Need } from "../rings.ts";
import { DATA, SERVER } from "./parts.ts";

export const KUBERNETES: readonly Need[] = [
  program("etcd", ["--version"]),
  program("openssl", ["version"]),
  path("apiextensions-apiserver", SERVER),
  path("the CRDs of Konflux", join(DATA, "crds"), "reference data in ../shared/data"),
];
