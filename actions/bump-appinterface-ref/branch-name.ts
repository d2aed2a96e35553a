import { invalid, refused } from "@release-actions/action";
import { shorten } from "@release-actions/text";

/** The branches that are ours by their name alone: the wanted one and its `-v2`, `-v3` …, the newest first. */
export function namesakes(wanted: string, names: readonly string[]): string[] {
  return names
    .filter((name) => versionOf(wanted, name) > 0)
    .toSorted((a, b) => versionOf(wanted, b) - versionOf(wanted, a));
}

/** The wanted name, or where it or one of its versions exists the one after the highest version. */
export function nextFree(wanted: string, names: readonly string[]): string {
  const versions = names.map((name) => versionOf(wanted, name)).filter((version) => version > 0);
  return versions.length === 0 ? wanted : `${wanted}-v${Math.max(1, ...versions) + 1}`;
}

/** 1 for the name itself, n for `-v{n}`; 0 for any other, such as `…-hotfix-v7`. */
function versionOf(wanted: string, name: string): number {
  if (name === wanted) return 1;
  const rest = name.startsWith(`${wanted}-v`) ? name.slice(wanted.length + 2) : "";
  return /^[1-9][0-9]{0,5}$/.test(rest) ? Number(rest) : 0;
}

/** domain.md 3.3: a source branch is never the default one, not even in a fork. */
export async function checkBranchName(name: string, { baseBranch }: { readonly baseBranch: string }): Promise<string> {
  const { branchRef } = await import("@release-actions/git");
  const remedy = "Give branch another name.";
  if (name === baseBranch || name === "master" || name === "main") {
    throw refused(
      `${name} cannot be the branch of a promotion: app-interface accepts merge requests from other branches only`,
      { remedy },
    );
  }
  if (/[^\u0021-\u007e]/.test(name))
    throw invalid(`branch ${JSON.stringify(shorten(name, 80))} has characters that are not ASCII`, { remedy });
  branchRef(name);
  return name;
}
