import type { Bundle } from "./bundle.ts";
import type { Finding, Rule } from "./finding.ts";
import { at, isList, isMap, type Path, type Value, type ValueMap } from "./value.ts";

/** A target of a saas file, inline or in a separate file, with everything that the rules read. */
export interface SaasTarget {
  readonly saasFile: string;
  readonly saas: Value;
  readonly template: Value;
  readonly target: ValueMap;
  /** The file with the target itself. */
  readonly file: string;
  readonly path: Path;
}

export function isSaasFile(value: Value): boolean {
  return at(value, "$schema") === "/app-sre/saas-file-2.yml";
}

/** Every target of every saas file. A `$ref` to a file that does not exist has none. */
export function saasTargets(data: Bundle["data"]): SaasTarget[] {
  return [...data].flatMap(([saasFile, saas]) => (isSaasFile(saas) ? targetsOf(data, saasFile, saas) : []));
}

function targetsOf(data: Bundle["data"], saasFile: string, saas: Value): SaasTarget[] {
  return listAt(saas, "resourceTemplates").flatMap((template, t) =>
    listAt(template, "targets").flatMap((given, index) => {
      const ref = at(given, "$ref");
      const target = typeof ref === "string" ? data.get(ref) : given;
      if (!isMap(target)) return [];
      const place =
        typeof ref === "string"
          ? { file: ref, path: [] }
          : { file: saasFile, path: ["resourceTemplates", t, "targets", index] };
      return [{ saasFile, saas, template, target, ...place }];
    }),
  );
}

/** A finding of a rule in a file of the data. */
export function rule(
  id: Rule,
  name: string,
  path: Path,
  message: string,
  remedy: string,
  related: readonly string[],
): Finding {
  return { kind: "RULE", rule: id, area: "data", name, path, what: "value", message, remedy, related };
}

export function listAt(value: Value | undefined, key: string): readonly Value[] {
  const found = at(value, key);
  return isList(found) ? found : [];
}

export function refOf(value: Value | undefined): string | undefined {
  const ref = at(value, "$ref");
  return typeof ref === "string" ? ref : undefined;
}
