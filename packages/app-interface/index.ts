export type { Bundle, Resource } from "./bundle.ts";
export { GRAPHQL_NAME, readHeader } from "./bundle.ts";
export { checkTree } from "./check.ts";
export { isRule, RULES, severityOf, type Area, type Finding, type Kind, type Rule, type Severity } from "./finding.ts";
export type { Locator, Position } from "@release-actions/yaml/pyyaml";
export { saasTargets, type SaasTarget } from "./saas-targets.ts";
export { openTree, type Tree, type TreeFile, type TreeOptions } from "./tree.ts";
export { validate } from "./validate.ts";
export { pathText, type Path, type Value } from "./value.ts";
