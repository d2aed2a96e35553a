import { invalid } from "@release-actions/action";
import type { AppInterfaceTarget } from "./schema.ts";

/**
 * Reads an input with targets in app-interface: a YAML list of `{template, namespace, name, optional}`. Throws
 * `invalid` with all problems and their lines.
 */
export async function readTargets(source: string, input: string): Promise<AppInterfaceTarget[]> {
  const { parseTargetList } = await import("./parse.ts");
  const { targets, problems } = parseTargetList(source, input);
  if (problems.length === 0) return targets;
  const remedy = "Write it as a list, such as: - { template: app, namespace: /services/app/namespaces/app-prod.yml }";
  throw invalid(`${input} is not a list of targets`, {
    remedy,
    problems: problems.map((problem) => ({ ...problem, input })),
  });
}
