import type { Bundle } from "./bundle.ts";
import type { Finding } from "./finding.ts";
import { isSaasFile, listAt, refOf, rule, type SaasTarget } from "./saas-targets.ts";
import { at, pathText, show, type Path, type Value } from "./value.ts";

/** One list of secretParameters, and the file and path by which findings name it. */
interface Secrets {
  readonly list: readonly Value[];
  readonly file: string;
  readonly path: Path;
  /** The environment that holds the list. The finding is then at a target that deploys to it. */
  readonly environment?: string;
  readonly related: readonly string[];
}

/**
 * Every secret that a saas file uses is below one of its `allowedSecretParameterPaths`: its own secretParameters, those
 * of its templates and targets, and those of the environments that it deploys to.
 */
export function checkSecretPaths(data: Bundle["data"], targets: readonly SaasTarget[]): Finding[] {
  const files = new Map<string, SaasTarget[]>();
  for (const [name, saas] of data) if (isSaasFile(saas)) files.set(name, []);
  for (const target of targets) files.get(target.saasFile)?.push(target);
  return [...files].flatMap(([saasFile, own]) => checkSaasFile(data, saasFile, own));
}

function checkSaasFile(data: Bundle["data"], saasFile: string, targets: readonly SaasTarget[]): Finding[] {
  const saas = data.get(saasFile)!;
  const allowed = listAt(saas, "allowedSecretParameterPaths");
  return secretsOf(data, saasFile, saas, targets).flatMap(({ list, file, path, environment, related }) =>
    list.flatMap((parameter, index) => {
      const secret = at(at(parameter, "secret"), "path") ?? null;
      if (typeof secret === "string" && allowed.some((one) => typeof one === "string" && isBelow(secret, one)))
        return [];
      const place = environment === undefined ? [...path, index, "secret", "path"] : path;
      const of = environment === undefined ? "" : ` of the environment ${environment}`;
      const missing =
        allowed.length === 0
          ? `${saasFile} has no allowedSecretParameterPaths`
          : `none of the allowedSecretParameterPaths of ${saasFile} leads to it`;
      const message = `${pathText(place)}: the secret path ${show(secret)}${of} is not allowed: ${missing}`;
      const remedy =
        "Add a path above it to allowedSecretParameterPaths (without a slash at its end), or use a secret below an allowed one.";
      return [rule("saas-secret-paths", file, place, message, remedy, related)];
    }),
  );
}

function secretsOf(data: Bundle["data"], saasFile: string, saas: Value, targets: readonly SaasTarget[]): Secrets[] {
  const environments = new Set<string>();
  const inSaasFile = (holder: Value, path: Path): Secrets => ({
    list: listAt(holder, KEY),
    file: saasFile,
    path: [...path, KEY],
    related: [],
  });
  return [
    inSaasFile(saas, []),
    ...listAt(saas, "resourceTemplates").map((template, index) => inSaasFile(template, ["resourceTemplates", index])),
    ...targets.flatMap(({ target, file, path }): Secrets[] => {
      const own = { list: listAt(target, KEY), file, path: [...path, KEY], related: [saasFile] };
      const namespace = refOf(target["namespace"]);
      const environment = namespace === undefined ? undefined : refOf(at(data.get(namespace), "environment"));
      if (namespace === undefined || environment === undefined || environments.has(environment)) return [own];
      environments.add(environment);
      const list = listAt(data.get(environment), KEY);
      const related = [saasFile, namespace, environment];
      return [own, { list, file, path: [...path, "namespace"], environment, related }];
    }),
  ];
}

const KEY = "secretParameters";

/**
 * Whether the path is `allowed` or below it, as Python's os.path.commonpath has it: part by part, and an allowed path
 * that ends with a slash or has an empty part leads nowhere.
 */
function isBelow(path: string, allowed: string): boolean {
  if (path.startsWith("/") !== allowed.startsWith("/")) return false;
  const parts = partsOf(allowed);
  const normal = `${allowed.startsWith("/") ? "/" : ""}${parts.join("/")}`;
  const above = partsOf(path).slice(0, parts.length);
  return normal === allowed && above.length === parts.length && parts.every((part, index) => part === above[index]);
}

function partsOf(path: string): string[] {
  return path.split("/").filter((part) => part !== "" && part !== ".");
}
