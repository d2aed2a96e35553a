export { unifiedDiff } from "./unified-diff.ts";
