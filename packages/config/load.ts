import { invalid } from "@release-actions/action";
import { isThere, readWorkspaceFile, type FileHost } from "@release-actions/files";
import type { ComponentConfig, Config, EnvironmentConfig } from "./schema.ts";

const PLACES = ["release-actions.yml", ".github/release-actions.yml"];
const MAX_BYTES = 1024 * 1024;

/**
 * Reads release-actions.yml: the file that the input `config` names, otherwise the one at the repository's root or in
 * .github/. Returns an empty configuration if there is none, since inputs alone are enough. Throws `invalid` with all
 * problems and their lines, if there are two files, or if the named file cannot be read.
 */
export async function loadConfig({
  host,
  inputs,
}: {
  host: FileHost;
  inputs: { readonly config: string | undefined };
}): Promise<Config & { readonly file?: string }> {
  const file = inputs.config ?? findConfig(host);
  if (file === undefined) return {};
  const typed = inputs.config !== undefined;
  const read = readWorkspaceFile(host, file, { maxBytes: MAX_BYTES, typed });
  const [source, { parseConfig }] = await Promise.all([read, import("./parse.ts")]);
  const { config, problems } = parseConfig(source.toString("utf8"), file);
  if (problems.length > 0)
    throw invalid(`${file} has ${problems.length === 1 ? "a problem" : `${problems.length} problems`}`, { problems });
  return { ...config, file };
}

/** A file that exists but cannot be read, such as a dangling link, does not count as missing. */
function findConfig(host: FileHost): string | undefined {
  const found = PLACES.filter((place) => isThere(host, place));
  if (found.length > 1)
    throw invalid(`there are two configurations: ${found.join(" and ")}`, { remedy: "Keep one of them." });
  return found[0];
}

/** The declared component of this name. Throws `invalid`, listing the declared ones, if there is none. */
export function findComponent({ components = [] }: Config, name: string): ComponentConfig {
  return findNamed("component", components, name);
}

/** The declared environment of this name. Throws `invalid`, listing the declared ones, if there is none. */
export function findEnvironment({ environments = [] }: Config, name: string): EnvironmentConfig {
  return findNamed("environment", environments, name);
}

function findNamed<T extends { readonly name: string }>(kind: string, declared: readonly T[], name: string): T {
  const found = declared.find((one) => one.name === name);
  if (found !== undefined) return found;
  const known = declared.map((one) => one.name).join(", ");
  const remedy = known === "" ? `Declare it under ${kind}s.` : `The declared ones are: ${known}.`;
  throw invalid(`there is no ${kind} ${JSON.stringify(name)} in release-actions.yml`, { remedy });
}
