import { defineAction, inputProblems, NO_ENDPOINTS, refused, text, undecided } from "@release-actions/action";
import {
  branchRef,
  objectIdOf,
  openCheckout,
  type FullRef,
  type ObjectId,
  type Repository,
} from "@release-actions/git";

const COMMIT_ID = /^[0-9a-f]{40}$/;
/** Local branches count: CI systems check a branch out under its own name. */
const BRANCHES_AND_TAGS = ["refs/heads/", "refs/remotes/origin/", "refs/tags/"];
const WHOLE_HISTORY = "Check out the whole history: fetch-depth: 0 on GitHub, GIT_DEPTH: 0 on GitLab.";
const NOT_A_COMMIT_ID = {
  input: "commit",
  what: "commit is not a full commit ID",
  remedy: "Give all 40 hexadecimal digits in lower case, as `git rev-parse` prints them.",
};

export default defineAction({
  name: "verify-commit",
  description: "Verifies that a commit is on a branch or tag of the checked-out repository.",
  internal: true,
  component: true,
  inputs: {
    commit: text({
      description: "Commit to verify: 40 lowercase hexadecimal digits.",
      example: "0123456789abcdef0123456789abcdef01234567",
    }),
    branch: text({
      description: "Branch the commit must be on. Default: any branch or tag.",
      optional: true,
      example: "main",
    }),
  },
  outputs: {},
  permissions: { github: { contents: "read" }, gitlab: "None beyond reading the repository." },
  endpoints: NO_ENDPOINTS,
  services: ["git"],
  changes: false,
  check: ({ commit, branch }) => [
    ...(COMMIT_ID.test(commit) ? [] : [NOT_A_COMMIT_ID]),
    ...(branch === undefined ? [] : inputProblems("branch", () => branchRef(branch))),
  ],

  async run(context) {
    const { inputs, io } = context;
    const repository = openCheckout(context);
    const commit = objectIdOf(inputs.commit);
    const tip = inputs.branch === undefined ? undefined : branchTip(inputs.branch);
    await assertPublished(repository, commit);
    if (tip !== undefined) await assertOnBranch(repository, commit, tip);
    const { commits } = await repository.log({ to: commit, limit: 1 });
    for (const { author, authorDate } of commits)
      io.info(`${commit} by ${author}, ${new Date(authorDate).toISOString()}`);
    return { verdict: "passed" };
  },
});

/** The branch as the checkout fetched it. */
function branchTip(branch: string): FullRef {
  return branchRef(branch).replace(/^refs\/heads\//, "refs/remotes/origin/") as FullRef;
}

/** That the object exists proves nothing: a forge also serves the commits of forks and of deleted branches. */
async function assertPublished(repository: Repository, commit: ObjectId): Promise<void> {
  const found = await repository.resolve(commit);
  if (found !== undefined && found.type !== "commit") {
    throw refused(`${commit} is a ${found.type}, not a commit`, {
      remedy: "Give the ID of the commit: `git rev-parse <name>^{commit}` prints it.",
    });
  }
  const published = found === undefined ? "no" : await repository.isReachable(commit, BRANCHES_AND_TAGS);
  if (published === "yes") return;
  if (await repository.isShallow())
    throw undecided(`${commit} is not in this checkout, which holds only a part of the history`, {
      remedy: WHOLE_HISTORY,
    });
  throw refused(`${commit} is on no branch and no tag of this repository`, {
    remedy: "Push it to a branch, or correct the commit ID.",
  });
}

async function assertOnBranch(repository: Repository, commit: ObjectId, tip: FullRef): Promise<void> {
  const name = tip.slice("refs/remotes/origin/".length);
  if ((await repository.resolve(tip)) === undefined)
    throw refused(`the branch ${name}, which must contain the commit, is not in this repository`, {
      remedy: "Correct branch, or push it.",
    });
  const answer = await repository.isAncestor(commit, tip);
  if (answer === "unknown")
    throw undecided(`this checkout does not hold enough history to tell whether ${commit} is on the branch ${name}`, {
      remedy: WHOLE_HISTORY,
    });
  if (answer === "no")
    throw refused(`${commit} is not on the branch ${name}`, { remedy: `Merge it into ${name} first.` });
}
