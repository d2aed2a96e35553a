/** Puts the stand-in of docker into a directory for PATH, and reads what it was called with. */
import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export interface DockerBehavior {
  readonly withoutBuildx?: boolean;
  readonly withoutCompose?: boolean;
  /** Lines that a build, or compose, prints. */
  readonly print?: readonly string[];
  /** Milliseconds before it pushes; the file `started` says when it began. */
  readonly sleep?: number;
  /** The build fails with this message. */
  readonly fail?: string;
  readonly failAfterPush?: boolean;
  /** Further members of the metadata file; false: it writes none. */
  readonly metadata?: Readonly<Record<string, unknown>> | false;
  readonly unhealthy?: boolean;
}

export interface DockerStandIn {
  behave(behavior: DockerBehavior): void;
  /** The arguments of each call, in order. */
  calls(): string[][];
  readonly started: string;
}

export function installDocker(directory: string, name = "docker"): DockerStandIn {
  const script = fileURLToPath(new URL("docker.mjs", import.meta.url));
  const program = join(directory, name);
  // The question that every run begins with is answered without starting node.
  const probe = `case "$*" in "buildx version") [ -e '${directory}/without-buildx' ] && exit 125; printf '["buildx","version"]\\n' >> '${directory}/calls.jsonl'; exit 0;; esac`;
  writeFileSync(
    program,
    `#!/bin/sh\n${probe}\nSTAND_IN_HOME='${directory}' exec '${process.execPath}' '${script}' "$@"\n`,
  );
  chmodSync(program, 0o755);
  const calls = join(directory, "calls.jsonl");
  return {
    behave(behavior) {
      writeFileSync(join(directory, "behavior.json"), JSON.stringify(behavior));
      if (behavior.withoutBuildx === true) writeFileSync(join(directory, "without-buildx"), "");
    },
    calls: () =>
      (existsSync(calls) ? readFileSync(calls, "utf8") : "")
        .split("\n")
        .filter((line) => line !== "")
        .map((line) => JSON.parse(line) as string[]),
    started: join(directory, "started"),
  };
}
