/** What the harness needs of the machine, for `ring`. Importing this asks for each program once. */
import { path, program, type Need } from "../rings.ts";
import { BUSYBOX } from "./build.ts";

/** For `startRegistry`; openssl makes the certificate of the token issuer. */
export const REGISTRY: readonly Need[] = [program("docker-registry", ["--version"]), program("openssl", ["version"])];

/** And for `push`. */
export const PUSHES: readonly Need[] = [...REGISTRY, program("skopeo", ["--version"])];

/** And to sign in by docker, for which it needs no daemon. */
export const DOCKER: readonly Need[] = [...REGISTRY, program("docker", ["--version"])];

/** And for `buildImage`. */
export const BUILDS: readonly Need[] = [...PUSHES, program("buildah", ["--version"]), path("busybox", BUSYBOX)];
