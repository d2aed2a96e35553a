import { defineAction, inputProblems, invalid, output, text, undecided, type HostFacts } from "@release-actions/action";
import { branchRef, cloneWorkTree, GitError } from "@release-actions/git";
import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";

/** Where the work tree goes, from the workspace. */
const DIRECTORY = "app-interface";
const PROJECT = /^[A-Za-z0-9_][\w.-]*(?:\/[A-Za-z0-9_][\w.-]*)+$/;

export default defineAction({
  name: "fetch-appinterface",
  description: "Fetches one branch of app-interface from GitLab and applies a planned change to it.",
  internal: true,
  inputs: {
    "gitlab-url": text({
      address: true,
      description: "Base URL of the GitLab that hosts app-interface.",
      example: "https://gitlab.example.com",
    }),
    token: text({
      description: "GitLab token that may read app-interface.",
      credential: "forge",
      gitlab: "APP_INTERFACE_TOKEN",
    }),
    project: text({ description: "Project of app-interface.", default: "service/app-interface" }),
    "base-branch": text({ description: "Branch to fetch.", default: "master" }),
    diff: text({
      description:
        "Unified diff to apply, as bump-appinterface-ref returns it, in JSON: white space at the end of an input is lost.",
      optional: true,
    }),
  },
  outputs: {
    path: output.text("The directory it was fetched into, from the workspace."),
    base: output.text("The commit it was fetched at, before the change."),
  },
  permissions: { github: {}, gitlab: "A token that may read app-interface: read_repository." },
  endpoints: {
    description: ["gitlab-url, by git over https"],
    origins: ({ gitlabUrl }) => [gitlabUrl],
  },
  services: ["gitlab", "git"],
  changes: false,
  check: ({ project, baseBranch, diff }) => [
    ...inputProblems("base-branch", () => branchRef(baseBranch)),
    ...(PROJECT.test(project)
      ? []
      : [{ input: "project", what: "project is not the path of a project", remedy: "Give it as group/project." }]),
    ...(readDiff(diff) === undefined ? [{ input: "diff", what: "diff is not a JSON string" }] : []),
  ],

  async run({ inputs, io, host, signal }) {
    const { gitlabUrl, token, project, baseBranch } = inputs;
    const diff = readDiff(inputs.diff) ?? "";
    const ref = branchRef(baseBranch);
    const tree = await cloneWorkTree({
      url: `${gitlabUrl.replace(/\/$/, "")}/${project}.git`,
      credential: { username: "oauth2", secret: token },
      ref,
      depth: 1,
      directory: await freeDirectory(host),
      environment: host.childEnvironment,
      temporary: host.temporary,
      network: host.network,
      io,
      signal,
    });
    if (diff !== "") {
      await tree.apply(`${diff}\n`).catch((error: unknown) => {
        if (!(error instanceof GitError)) throw error;
        throw undecided(`the planned change no longer fits ${baseBranch}, which has moved since; nothing was changed`, {
          remedy: "Run again.",
          cause: error,
        });
      });
    }
    io.info(`${project} at ${tree.commit}${diff === "" ? "" : ", with the planned change"}`);
    return { verdict: "passed", path: DIRECTORY, base: tree.commit };
  },
});

/** Undefined where it is not a JSON string; empty where nothing is planned. */
function readDiff(given = '""'): string | undefined {
  try {
    const value: unknown = JSON.parse(given);
    return value === null ? "" : typeof value === "string" ? value : undefined;
  } catch {
    return undefined;
  }
}

/** A runner that is used again may have left the directory of an earlier job; in a terminal it is a person's own. */
async function freeDirectory(host: HostFacts): Promise<string> {
  const directory = join(host.workspace, DIRECTORY);
  if (host.kind !== "terminal") await rm(directory, { recursive: true, force: true });
  else if (existsSync(directory))
    throw invalid(`${DIRECTORY} already exists here`, { remedy: "Run in an empty directory." });
  return directory;
}
