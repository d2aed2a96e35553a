export { isLatest, isRegression, previousTag, regression } from "./history.ts";
export { isVersionStep, nextVersion } from "./next-version.ts";
export type { VersionStep } from "./next-version.ts";
export { SCHEMES } from "./scheme.ts";
export type { Scheme } from "./scheme.ts";
export { DEFAULT_COMPONENT_FORMAT, DEFAULT_FORMAT, formatTag } from "./tag-format.ts";
export { tagNameProblem } from "./tag-name.ts";
export type { TagProblem } from "./tag-name.ts";
export { tagRules } from "./tag-rules.ts";
export type { DeclaredComponent, TagConventions, TagRules } from "./tag-rules.ts";
export { isParsed, parseTag, parseTags, readTag } from "./tag.ts";
export type { ParsedTag } from "./tag.ts";
export {
  compareVersions,
  parseVersion,
  requireVersion,
  sameVersion,
  SCHEME_EXAMPLES,
  SCHEME_NAMES,
  versionProblem,
} from "./version.ts";
export type { Version } from "./version.ts";
