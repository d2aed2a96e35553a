import { invalid, refused, type Clock, type HostFacts, type Io } from "@release-actions/action";
import type { Remote } from "@release-actions/git";
import type { GitLab, Project } from "@release-actions/forge/gitlab";
import type { Settings } from "./types.ts";
import { openApiTransport } from "./transport-api.ts";
import type { GitTransportOptions } from "./transport-git.ts";
import type { Transport } from "./transport.ts";

/** app-interface as this run sees it. */
export interface AppInterface {
  readonly gitlab: GitLab;
  readonly upstream: Project;
  /** The fork, or the project itself. */
  readonly push: Project;
  readonly transport: Transport;
  /** What could not be checked, or should be known. */
  readonly warnings: readonly string[];
}

interface Here {
  readonly settings: Settings;
  readonly transport: "api" | "git";
  readonly token: string;
  readonly host: HostFacts;
  readonly io: Io;
  readonly signal: AbortSignal;
  readonly clock: Clock;
}

export async function openAppInterface(gitlab: GitLab, here: Here): Promise<AppInterface> {
  const { project, forkProject, baseBranch, file } = here.settings;
  const [upstream, fork] = await Promise.all([
    gitlab.project(project),
    forkProject === undefined ? undefined : gitlab.project(forkProject),
  ]);
  const push = fork ?? upstream;
  const warnings = fork === undefined ? [] : await checkFork(gitlab, upstream, fork, here.settings);
  if (here.transport === "api") {
    return {
      gitlab,
      upstream,
      push,
      warnings,
      transport: await openApiTransport({ gitlab, upstream, push, baseBranch, file }),
    };
  }
  const { openGitTransport } = await import("./transport-git.ts");
  return {
    gitlab,
    upstream,
    push,
    warnings,
    transport: await openGitTransport(await gitOptions(gitlab, here, upstream, fork)),
  };
}

/** Addresses are built from gitlab-url, which the token is for, and not taken from an answer. */
async function gitOptions(
  gitlab: GitLab,
  here: Here,
  upstream: Project,
  fork: Project | undefined,
): Promise<GitTransportOptions> {
  const { settings, token, host, io, signal, clock } = here;
  const { id, username } = await gitlab.user();
  const remote = ({ path }: Project): Remote => ({
    url: `${settings.gitlabUrl.replace(/\/$/, "")}/${path.split("/").map(encodeURIComponent).join("/")}.git`,
    credential: { username: "oauth2", secret: token },
  });
  return {
    upstream: remote(upstream),
    ...(fork !== undefined && { fork: remote(fork) }),
    baseBranch: settings.baseBranch,
    // The address that GitLab itself gives a user who hides theirs, so that a rule about authors finds the user.
    author: { name: username, email: `${id}-${username}@users.noreply.${new URL(settings.gitlabUrl).hostname}` },
    now: () => clock.now(),
    environment: host.childEnvironment,
    temporary: host.temporary,
    network: host.network,
    io,
    signal,
  };
}

/** domain.md 3.3: without its bot as Maintainer of the fork, app-interface blocks the merge request. */
async function checkFork(gitlab: GitLab, upstream: Project, fork: Project, { bot }: Settings): Promise<string[]> {
  if (fork.id === upstream.id)
    throw invalid("fork-project is the project itself", { remedy: "Leave fork-project out." });
  if (fork.forkedFrom?.id !== upstream.id) {
    throw refused(`${fork.path} is not a fork of ${upstream.path}`, {
      remedy: `Fork ${upstream.path}, and give the fork's path as fork-project.`,
    });
  }
  const remedy = `Give app-interface's bot the role Maintainer in ${fork.path}.`;
  if (bot === undefined) {
    return [
      `Whether app-interface's bot is Maintainer of ${fork.path} was not checked: name it as app-interface.bot in release-actions.yml. ${remedy}`,
    ];
  }
  if ((await gitlab.accessOf(fork, bot)) >= MAINTAINER) return [];
  throw refused(`${bot} is not Maintainer of ${fork.path}, so that app-interface would block the merge request`, {
    remedy,
  });
}

const MAINTAINER = 40;
