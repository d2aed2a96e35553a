import { openForgeApi } from "../token.ts";
import { commitFiles } from "./commit.ts";
import type { GitLab, GitLabOptions } from "./types.ts";
import { mergeRequestsOf } from "./merge-requests.ts";
import { peopleOf } from "./people.ts";
import { repositoryOf } from "./repository.ts";

/** Opens one GitLab for one token. Nothing is sent before the first question. Throws `invalid` for a bad address. */
export function openGitLab({ http, url, token, tokenKind }: GitLabOptions): GitLab {
  const api = openForgeApi("gitlab", { http, apiUrl: `${url.replace(/\/+$/, "")}/api/v4`, token, tokenKind });
  const repository = repositoryOf(api);
  return {
    ...repository,
    ...mergeRequestsOf(api),
    ...peopleOf(api),
    commitFiles: (project, request) => commitFiles(api, repository, project, request),
  };
}
