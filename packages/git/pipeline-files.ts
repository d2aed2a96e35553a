import { refused } from "@release-actions/action";

/** Whether a forge executes or follows the file: whoever writes it runs code with the pipeline's secrets. */
export function isPipelineFile(path: string): boolean {
  const lower = path.toLowerCase();
  return lower.startsWith(".github/") || lower === ".gitlab-ci.yml" || lower.startsWith(".gitlab/ci/");
}

export function assertNoPipelineFiles(paths: readonly string[], what: string): void {
  const touched = paths.filter(isPipelineFile);
  if (touched.length === 0) return;
  throw refused(`${what} would change workflow or pipeline files: ${touched.slice(0, 5).join(", ")}`, {
    remedy: "A person changes these, in a separate, reviewed merge request.",
  });
}
