import { gitLabHeaders, kindOfToken } from "@release-actions/action";
import type { Credential } from "@release-actions/http";
import { commitFiles } from "./commit.ts";
import type { GitLab, GitLabOptions } from "./types.ts";
import { mergeRequestsOf } from "./merge-requests.ts";
import { peopleOf } from "./people.ts";
import { repositoryOf } from "./repository.ts";

/** Opens one GitLab for one token. Nothing is sent before the first question. Throws `invalid` for a bad address. */
export function openGitLab(options: GitLabOptions): GitLab {
  const api = options.http.api(`${options.url.replace(/\/+$/, "")}/api/v4`, { credential: credentialOf(options) });
  const repository = repositoryOf(api);
  return {
    ...repository,
    ...mergeRequestsOf(api),
    ...peopleOf(api),
    commitFiles: (project, request) => commitFiles(api, repository, project, request),
  };
}

function credentialOf({ token, tokenKind }: GitLabOptions): Credential {
  if (tokenKind === "bearer") return { header: "authorization", value: `Bearer ${token}` };
  const [header] = tokenKind === undefined ? gitLabHeaders(kindOfToken(token)) : [`${tokenKind}-token`];
  return { header, value: token };
}
