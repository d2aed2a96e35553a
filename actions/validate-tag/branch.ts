import type { HostFacts } from "@release-actions/action";
import { branchRef, fullRefOf, type ObjectId, type Repository } from "@release-actions/git";
import { fail, pass, unanswered, unknown, type Row } from "./report.ts";

/** Whether the commit is on the branch, as the remote had it at the checkout. No evidence is never "off the branch". */
export async function judgeBranch(
  repository: Repository,
  host: Pick<HostFacts, "kind">,
  { branch, commit, shallow }: { branch: string; commit: ObjectId; shallow: boolean },
): Promise<Row> {
  const local = branchRef(branch);
  const remote = fullRefOf(`refs/remotes/origin/${branch}`);
  try {
    const refs = host.kind === "terminal" || host.kind === "memory" ? [remote, local] : [remote];
    const found = (
      await Promise.all(refs.map(async (ref) => ((await repository.resolve(ref)) === undefined ? undefined : ref)))
    ).find((ref) => ref !== undefined);
    if (found === undefined)
      return unknown("branch", `the branch ${branch} is not in this checkout`, fullHistory(host));
    switch (await repository.isAncestor(commit, found)) {
      case "yes":
        return pass("branch", `the commit is on ${branch}`);
      case "no":
        return fail(
          "branch",
          `the tagged commit ${commit.slice(0, 12)} is not on ${branch}`,
          `tag a commit of ${branch}, or merge this one first`,
        );
      case "unknown":
        return unknown(
          "branch",
          `${shallow ? "this checkout is shallow" : "history is missing here"}, so whether the commit is on ${branch} cannot be seen`,
          fullHistory(host),
        );
    }
  } catch (error) {
    return unanswered("branch", error);
  }
}

/** How to get the whole history, on the host at hand. */
export function fullHistory({ kind }: Pick<HostFacts, "kind">): string {
  if (kind === "github") return "set fetch-depth: 0 at actions/checkout";
  if (kind === "gitlab") return 'set the job\'s variable GIT_DEPTH: "0"';
  return "git fetch --unshallow --tags origin, or git fetch origin where it is not shallow";
}
