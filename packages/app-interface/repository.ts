import { invalid, refused, type Clock } from "@release-actions/action";
import { openApiEditor, type GitLab, type Project } from "@release-actions/forge/gitlab";
import { commitIdentity, gitRemote } from "@release-actions/forge/gitlab/git-remote";
import type { RemoteEditor, RunContext } from "@release-actions/git";

/** The project app-interface, opened for changes to a few of its files. */
export interface AppInterface {
  readonly gitlab: GitLab;
  readonly upstream: Project;
  /** The project that branches are pushed to: the fork, or app-interface itself. */
  readonly push: Project;
  readonly editor: RemoteEditor;
  /** What could not be checked, or should be known. */
  readonly warnings: readonly string[];
}

export interface AppInterfaceOptions {
  readonly gitlab: GitLab;
  /** Base URL of the GitLab that the token is for. */
  readonly gitlabUrl: string;
  readonly token: string;
  /** Path of the project, and of the fork that branches are pushed to. */
  readonly project: string;
  readonly forkProject: string | undefined;
  /** The user that must be Maintainer of the fork. */
  readonly bot: string | undefined;
  readonly baseBranch: string;
  /** The file that will be read first. */
  readonly file: string;
  /** By GitLab's API without a clone, or by git with a private partial clone. */
  readonly transport: "api" | "git";
  readonly context: RunContext & { readonly clock: Clock };
}

/**
 * Opens app-interface at the head of its base branch. Writes nothing. Throws `invalid` for a project or branch that
 * does not exist, `refused` for a fork from which app-interface would not merge, and HttpError.
 */
export async function openAppInterface(options: AppInterfaceOptions): Promise<AppInterface> {
  const { gitlab, project, forkProject, baseBranch, file, transport } = options;
  const [upstream, fork] = await Promise.all([
    gitlab.project(project),
    forkProject === undefined ? undefined : gitlab.project(forkProject),
  ]);
  const push = fork ?? upstream;
  const warnings = fork === undefined ? [] : await checkFork(gitlab, upstream, fork, options.bot);
  const editor =
    transport === "api"
      ? await openApiEditor({ gitlab, upstream, push, baseBranch, firstFile: file })
      : await openGitEditor(options, upstream, fork);
  return { gitlab, upstream, push, editor, warnings };
}

async function openGitEditor(
  { gitlab, gitlabUrl, token, baseBranch, context }: AppInterfaceOptions,
  upstream: Project,
  fork: Project | undefined,
): Promise<RemoteEditor> {
  const { gitOptions, openRemoteEditor } = await import("@release-actions/git");
  const author = commitIdentity(gitlabUrl, await gitlab.user());
  return openRemoteEditor({
    ...gitOptions(context),
    upstream: gitRemote(gitlabUrl, token, upstream.path),
    ...(fork !== undefined && { fork: gitRemote(gitlabUrl, token, fork.path) }),
    baseBranch,
    author,
    now: () => context.clock.now(),
  });
}

const MAINTAINER = 40;

/** domain.md 3.3: app-interface blocks merge requests from a fork of which its bot is not Maintainer. */
async function checkFork(
  gitlab: GitLab,
  upstream: Project,
  fork: Project,
  bot: string | undefined,
): Promise<readonly string[]> {
  if (fork.id === upstream.id)
    throw invalid("fork-project is the project itself", { remedy: "Leave fork-project out." });
  if (fork.forkedFrom?.id !== upstream.id) {
    throw refused(`${fork.path} is not a fork of ${upstream.path}`, {
      remedy: `Fork ${upstream.path}, and set fork-project to the path of the fork.`,
    });
  }
  const remedy = `Give app-interface's bot the role Maintainer in ${fork.path}.`;
  if (bot === undefined) {
    return [
      `Whether app-interface's bot is Maintainer of ${fork.path} was not checked: name it as app-interface.bot in release-actions.yml. ${remedy}`,
    ];
  }
  if ((await gitlab.accessOf(fork, bot)) >= MAINTAINER) return [];
  throw refused(`${bot} is not Maintainer of ${fork.path}, so app-interface would block the merge request`, { remedy });
}
