export type { ChangelogFailure, ChangelogWarning, HeadingPlace } from "./failure.ts";
export { releaseUnreleased, type ReleaseOptions, type ReleaseResult } from "./release.ts";
