/** What the harness needs of the machine, for `ring`. Importing this asks for each program once. */
import { path, program, type Need } from "../rings.ts";
import { BUSYBOX } from "./build.ts";

const apt = (name: string) => `apt-get install ${name}`;

/** For `startRegistry`; openssl makes the certificate of the token issuer. */
export const REGISTRY: readonly Need[] = [
  program("docker-registry", ["--version"], apt("docker-registry")),
  program("openssl", ["version"], apt("openssl")),
];

/** And for `push`. */
export const PUSHES: readonly Need[] = [...REGISTRY, program("skopeo", ["--version"], apt("skopeo"))];

/** And to sign in by docker, for which it needs no daemon. */
export const DOCKER: readonly Need[] = [...REGISTRY, program("docker", ["--version"], apt("docker.io"))];

/** And for `buildImage`. */
export const BUILDS: readonly Need[] = [
  ...PUSHES,
  program("buildah", ["--version"], apt("buildah")),
  path("busybox", BUSYBOX, apt("busybox-static")),
];
