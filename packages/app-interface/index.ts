export type { Bundle, Resource } from "./bundle.ts";
export { readHeader } from "./bundle.ts";
export { isRule, RULES, severityOf, type Area, type Finding, type Kind, type Rule, type Severity } from "./finding.ts";
export type { Locator, Position } from "./locate.ts";
export { saasTargets, type SaasTarget } from "./saas.ts";
export { openTree, type Tree, type TreeFile, type TreeOptions } from "./tree.ts";
export { GRAPHQL_NAME, validate } from "./validate.ts";
export { fromJson, pathText, type Path, type Value } from "./value.ts";
export { loadJson, loadYaml, type Loaded, type Note } from "./yaml-load.ts";
