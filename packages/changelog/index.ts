export {
  extractEntry,
  type EntryStatus,
  type ExtractedEntry,
  type Extraction,
  type ExtractOptions,
} from "./extract.ts";
export type { ChangelogError, ChangelogWarning, HeadingPlace } from "./errors.ts";
export { reflow } from "./reflow.ts";
export { releaseUnreleased, type ReleaseOptions, type ReleaseResult } from "./release.ts";
export { changelogStop } from "./stop.ts";
export { SMALLEST_LIMIT, truncateBody, type Truncated } from "./truncate.ts";
