/** What the real API server needs of the machine, for `ring`. */
import { join } from "node:path";
import { path, program } from "../rings.ts";
import type { Need } from "../rings.ts";
import { DATA, SERVER, VERSION } from "./parts.ts";

export const KUBERNETES: readonly Need[] = [
  program("etcd", ["--version"], "apt-get install etcd-server"),
  program("openssl", ["version"], "apt-get install openssl"),
  path(
    "apiextensions-apiserver",
    SERVER,
    `GOBIN=$HOME/.cache/release-actions-ci/apiextensions-${VERSION} go install k8s.io/apiextensions-apiserver@${VERSION}`,
  ),
  path("the CRDs of Konflux", join(DATA, "crds"), "put the reference data at ../shared/data"),
];
