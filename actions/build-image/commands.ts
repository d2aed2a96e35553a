import { invalid, type Problem } from "@release-actions/action";
import type { Builder } from "@release-actions/containers";
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import type { BuildRequest } from "./request.ts";

/** One command line of the builder. */
export interface Command {
  readonly args: readonly string[];
  /** Whether the registry may have changed once it was started. */
  readonly pushes: boolean;
}

/** Replaced in `args` by the content of `imageIdFile` once the build has ended. */
export const IMAGE_ID = "<image ID>";

export interface Commands {
  readonly commands: readonly Command[];
  /** Run afterwards however they ended; failures do not matter. */
  readonly cleanUp: readonly (readonly string[])[];
  readonly imageIdFile?: string;
  /** The file that names the pushed digest, and what it holds. */
  readonly digestFile: { readonly path: string; readonly kind: "metadata" | "digest" };
  /** The build's secrets, as the commands name them. */
  readonly environment: Readonly<Record<string, string>>;
}

/** The command lines that build and push. Every value is joined to its option, so that none is mistaken for an option. */
export function commandsFor({ kind }: Builder, request: BuildRequest, directory: string): Commands {
  const environment = Object.fromEntries(request.secrets.map(([, value], index) => [secretVariable(index), value]));
  return { environment, ...(kind === "docker" ? byBuildx(request, directory) : byBuildah(request, directory)) };
}

/** Secrets by variable, in the form that both tools take; a file or an argument would show them to others. */
function shared({ dockerfile, labels, buildArguments, secrets, platforms, target, cacheFrom, cacheTo }: BuildRequest) {
  return [
    `--file=${dockerfile}`,
    ...labels.map(([key, value]) => `--label=${key}=${value}`),
    ...buildArguments.map((argument) => `--build-arg=${argument}`),
    ...secrets.map(([id], index) => `--secret=id=${id},env=${secretVariable(index)}`),
    ...(platforms.length === 0 ? [] : [`--platform=${platforms.join(",")}`]),
    ...(target === undefined ? [] : [`--target=${target}`]),
    ...cacheFrom.map((cache) => `--cache-from=${cache}`),
    ...cacheTo.map((cache) => `--cache-to=${cache}`),
  ];
}

function byBuildx(request: BuildRequest, directory: string): Omit<Commands, "environment"> {
  const path = join(directory, "metadata.json");
  const options = ["--push", `--tag=${request.reference}`, ...shared(request), `--metadata-file=${path}`];
  const args = ["buildx", "build", "--progress=plain", ...options, "--", request.context];
  return { commands: [{ args, pushes: true }], cleanUp: [], digestFile: { path, kind: "metadata" } };
}

/**
 * buildah builds into its own storage and pushes what it built by its ID, so that no other build can take its name in
 * between. Several platforms are a list under a name of this run, since building adds to a list that is there already.
 */
function byBuildah(request: BuildRequest, directory: string): Omit<Commands, "environment"> {
  const { context, reference, platforms, cacheFrom, cacheTo } = request;
  const digestFile = { path: join(directory, "digest"), kind: "digest" } as const;
  const layers = cacheFrom.length + cacheTo.length > 0 ? ["--layers"] : [];
  const build = (...names: string[]): Command => ({
    args: ["build", ...names, ...layers, ...shared(request), "--", context],
    pushes: false,
  });
  const push = (...args: string[]): Command => ({
    args: [...args, `docker://${reference}`],
    pushes: true,
  });
  const to = `--digestfile=${digestFile.path}`;
  if (platforms.length > 1) {
    const list = `localhost/release-actions-${randomUUID()}`;
    const commands = [build(`--manifest=${list}`), push("manifest", "push", "--all", to, list)];
    return { commands, cleanUp: [["manifest", "rm", list]], digestFile };
  }
  const imageIdFile = join(directory, "image-id");
  const commands = [build(`--tag=${reference}`, `--iidfile=${imageIdFile}`), push("push", to, IMAGE_ID)];
  return { commands, cleanUp: [], imageIdFile, digestFile };
}

/** What the request asks for and the builder does not have. */
export function assertSupported({ kind }: Builder, { cacheFrom, cacheTo }: BuildRequest): void {
  if (kind === "docker") return;
  const given = { "cache-from": cacheFrom, "cache-to": cacheTo };
  const problems = Object.entries(given).flatMap(([input, caches]): Problem[] =>
    caches.some((cache) => /[=,]/.test(cache))
      ? [
          {
            input,
            what: `${input}: buildah takes the name of a repository`,
            remedy: "Write it like ghcr.io/org/app/cache.",
          },
        ]
      : [],
  );
  if (problems.length > 0) throw invalid(problems[0]!.what, { problems });
}

function secretVariable(index: number): string {
  return `BUILD_SECRET_${index}`;
}
