import { ActionError, invalid, type HostFacts, type Problem } from "@release-actions/action";
import { realPathOf } from "@release-actions/files";
import {
  accountOrigins,
  checkRegistry,
  parseImage,
  placeOf,
  repositoryAt,
  type RegistryPlace,
} from "@release-actions/registry";
import { quote } from "@release-actions/text";
import type { Inputs } from "./inputs.ts";

/** What is to be built and pushed, checked; nothing of it has been tried. */
export interface BuildRequest {
  readonly name: string;
  /** Full name, without tag or digest. */
  readonly image: string;
  /** `image:commit-<commit>`, which is never moved to another image. */
  readonly reference: string;
  readonly tag: string;
  readonly place: RegistryPlace;
  /** The image's path in its registry, as the registry's API has it. */
  readonly repository: string;
  readonly commit: string;
  readonly version: string | undefined;
  /** Absolute. */
  readonly context: string;
  /** Absolute. */
  readonly dockerfile: string;
  readonly labels: readonly (readonly [key: string, value: string])[];
  readonly buildArguments: readonly string[];
  readonly secrets: readonly (readonly [id: string, value: string])[];
  readonly platforms: readonly string[];
  readonly target: string | undefined;
  readonly cacheFrom: readonly string[];
  readonly cacheTo: readonly string[];
}

const NAME = /^[a-z0-9]+(?:[._-][a-z0-9]+)*$/;
const COMMIT = /^[0-9a-f]{40}$/;
const PLATFORM = /^[a-z0-9]{1,20}\/[a-z0-9_]{1,20}(?:\/[a-z0-9]{1,20})?$/;
/** Keys of labels: image-spec asks for a reverse domain; docker takes anything without white space. */
const LABEL = /^[^\s="'`$\\]{1,255}$/;
const VARIABLE = /^[A-Za-z_][A-Za-z0-9_]{0,127}$/;
const SECRET_ID = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,127}$/;
const STAGE = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,127}$/;
const DEFAULT_REGISTRY = "ghcr.io";
const OWN_LABELS = { version: "version", revision: "commit-sha", source: "source" } as const;
const OWN = "org.opencontainers.image.";

/** Reads the inputs and checks the files they name. Throws `invalid` with all problems. */
export function readRequest(inputs: Inputs, host: HostFacts): BuildRequest {
  const problems: Problem[] = [];
  const request = read(inputs, host, problems);
  if (problems.length === 0 && request !== undefined) return request;
  const what = problems.length === 1 ? problems[0]!.what : `${problems.length} problems with what is to be built`;
  throw invalid(what, { problems });
}

/** Where the account is sent. */
export function credentialOrigins(inputs: Inputs, host: HostFacts): string[] {
  const registry = loginRegistry(inputs, host);
  return registry === undefined ? [] : accountOrigins(placeIn(registry, inputs), inputs.tokenServer);
}

/** The host to sign in to; undefined where the inputs name none that could be. */
export function loginRegistry(inputs: Inputs, host: HostFacts): string | undefined {
  try {
    if (inputs.registry !== undefined) return checkRegistry(inputs.registry.split("/", 1)[0]!);
    return parseImage(fullName(inputs, host) ?? "").registry;
  } catch {
    return undefined;
  }
}

/** Of the image's registry. Empty where the inputs name none. */
export function imageOrigins(inputs: Inputs, host: HostFacts): string[] {
  try {
    const { base, tokenServers } = placeIn(parseImage(fullName(inputs, host) ?? "").registry, inputs);
    return [base, ...tokenServers];
  } catch {
    return [];
  }
}

function read(inputs: Inputs, host: HostFacts, problems: Problem[]): BuildRequest | undefined {
  const problem = (input: string, what: string, remedy: string) => void problems.push({ input, what, remedy });
  const { commitSha: commit = host.commit, version, target, tokenServer } = inputs;
  const named = readImage(inputs, host, problem);
  if (commit === undefined || !COMMIT.test(commit)) {
    const given = commit === undefined ? "it was not given" : `given: ${quote(commit)}`;
    const remedy = "Use the output of git rev-parse HEAD.";
    problem("commit-sha", `commit-sha must be a full commit ID, 40 hex digits in lower case; ${given}`, remedy);
  }
  if (inputs.registry !== undefined) {
    const checked = attempt(() => checkRegistry(inputs.registry!.split("/", 1)[0]!));
    if (checked instanceof Error) problem("registry", `registry ${checked.message}`, "Give the registry's host.");
  }
  if (tokenServer !== undefined && (!URL.canParse(tokenServer) || new URL(tokenServer).origin !== tokenServer)) {
    const what = `token-server must be an origin such as https://auth.example.com; given: ${quote(tokenServer)}`;
    problem("token-server", what, "Give the scheme and the host, without a path.");
  }
  if ((inputs.username === undefined) !== (inputs.password === undefined)) {
    const missing = inputs.username === undefined ? "username" : "password";
    problem(missing, `${missing} is missing: an account has both`, `Give ${missing} as well.`);
  }
  const wrong = inputs.platforms.filter((platform) => !PLATFORM.test(platform)).map((one) => quote(one, 60));
  if (wrong.length > 0)
    problem("platforms", `not a platform: ${wrong.join(", ")}`, "Write them as os/architecture, such as linux/arm64.");
  if (target !== undefined && !STAGE.test(target))
    problem("target", `target must be the name of a stage; given: ${quote(target)}`, "Name a stage: FROM … AS name.");
  const context = checkedPath(problems, "context", () => realPathOf(host, inputs.context, "directory"));
  const isNamed = inputs.dockerfile !== undefined || context !== undefined;
  const dockerfile = isNamed ? checkedPath(problems, "dockerfile", () => dockerfileOf(inputs, host)) : undefined;
  const labels = [...ownLabels(inputs, host, commit), ...readLabels(inputs.labels, problem)];
  const buildArguments = linesOf(inputs.buildArgs);
  if (buildArguments.some((line) => !VARIABLE.test(line.split("=", 1)[0]!) || !line.includes("=")))
    problem("build-args", "build-args must have one NAME=value per line", "Write each as NAME=value.");
  const secrets = linesOf(inputs.buildSecrets).map((line) => splitAt(line));
  if (secrets.some(([id, value]) => !SECRET_ID.test(id) || value === undefined || value === ""))
    problem("build-secrets", "build-secrets must have one id=value per line", "Write each as id=value.");
  const [cacheFrom, cacheTo] = [linesOf(inputs.cacheFrom), linesOf(inputs.cacheTo)];
  if (named === undefined || commit === undefined || context === undefined || dockerfile === undefined)
    return undefined;
  return {
    ...named,
    reference: `${named.image}:commit-${commit}`,
    tag: `commit-${commit}`,
    ...{ commit, version, context, dockerfile, labels, buildArguments, target, cacheFrom, cacheTo },
    secrets: secrets.map(([id, value = ""]) => [id, value] as const),
    platforms: [...new Set(inputs.platforms)],
  };
}

type Report = (input: string, what: string, remedy: string) => void;

function readImage(inputs: Inputs, host: HostFacts, problem: Report) {
  const { name } = inputs;
  if (name !== undefined && !NAME.test(name)) {
    const what = `name must consist of a-z, 0-9, dots, dashes and underscores; given: ${quote(name)}`;
    problem("name", what, "Give a short name such as frontend.");
    return undefined;
  }
  const full = fullName(inputs, host);
  if (full === undefined) {
    problem("image", "no image was given", "Give image, such as ghcr.io/org/app, or name and registry.");
    return undefined;
  }
  const image = attempt(() => parseImage(full));
  if (image instanceof Error || image.tag !== undefined || image.digest !== undefined) {
    const why = image instanceof Error ? image.message : `given: ${quote(full)}`;
    const what = `image must be a full name in lower case, without tag or digest: ${why}`;
    problem("image", what, "Write it like ghcr.io/org/app; the tag is commit-<commit-sha>.");
    return undefined;
  }
  const { registry, repository } = image;
  const place = placeIn(registry, inputs);
  const short = name ?? repository.split("/").at(-1)!;
  return { name: short, image: full, place, repository: repositoryAt(registry, repository) };
}

/** As given, or of the registry, the repository that is built, and the name; undefined where one is missing. */
function fullName({ image, name, registry = DEFAULT_REGISTRY }: Inputs, { repository }: HostFacts): string | undefined {
  if (image !== undefined) return image;
  return name === undefined || repository === undefined ? undefined : `${registry}/${repository.toLowerCase()}/${name}`;
}

function placeIn(registry: string, { tokenServer, allowHttp }: Inputs): RegistryPlace {
  return placeOf(registry, { api: "oci", tokenServer, allowHttp });
}

function dockerfileOf({ context, dockerfile }: Inputs, host: HostFacts): string {
  return realPathOf(host, dockerfile ?? `${context.replace(/\/+$/, "")}/Dockerfile`, "file");
}

function checkedPath(problems: Problem[], input: string, read: () => string): string | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    const { remedy } = error.details;
    problems.push({ input, what: `${input}: ${error.message}`, ...(remedy !== undefined && { remedy }) });
    return undefined;
  }
}

function ownLabels(inputs: Inputs, host: HostFacts, commit: string | undefined): [string, string][] {
  const { serverUrl, repository } = host;
  const here = serverUrl === undefined || repository === undefined ? undefined : `${serverUrl}/${repository}`;
  const values = { version: inputs.version, revision: commit, source: inputs.source ?? here };
  return Object.entries(values).flatMap(([key, value]) =>
    value === undefined ? [] : [[`${OWN}${key}`, value] as [string, string]],
  );
}

function readLabels(text: string | undefined, problem: Report): [string, string][] {
  const labels = linesOf(text).map((line) => splitAt(line));
  const wrong = labels.filter(([key, value]) => !LABEL.test(key) || value === undefined).map(([key]) => quote(key, 60));
  if (wrong.length > 0)
    problem(
      "labels",
      `labels must have one key=value per line; not one: ${wrong.join(", ")}`,
      "Write each as key=value.",
    );
  for (const [key, input] of Object.entries(OWN_LABELS)) {
    if (labels.some(([label]) => label === OWN + key))
      problem("labels", `the label ${OWN}${key} is set by the input ${input}`, `Give ${input} instead.`);
  }
  return labels.map(([key, value = ""]) => [key, value]);
}

function splitAt(line: string): readonly [string, string | undefined] {
  const at = line.indexOf("=");
  return at < 0 ? [line, undefined] : [line.slice(0, at), line.slice(at + 1)];
}

function linesOf(text: string | undefined): string[] {
  const lines = (text ?? "").split("\n").map((line) => line.trim());
  return lines.filter((line) => line !== "");
}

function attempt<T>(read: () => T): T | Error {
  try {
    return read();
  } catch (error) {
    return error as Error;
  }
}
