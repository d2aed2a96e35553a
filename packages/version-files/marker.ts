export const MARKER = "release-actions:version";
