import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";

import { ActionError } from "@release-actions/action";

import { commitFiles, git, makeRepository, makeSandbox } from "./repositories.ts";
import type { Sandbox } from "./repositories.ts";
import { startGitHttp } from "./stand-ins/git-http.ts";
import type { GitHttp, GitHttpFault, GitHttpRequest } from "./stand-ins/git-http.ts";
import { branchRef, objectIdOf, openRepository, privateClone } from "@release-actions/git";
import type { CloneOptions, GitOptions, ObjectId, OpenOptions, Remote, Repository } from "@release-actions/git";

/** What a test of this package works in: a sandbox with a private directory for git's own files. */
export interface Workshop extends Sandbox {
  readonly options: GitOptions;
  open(directory: string, more?: Partial<OpenOptions>): Repository;
}

export function makeWorkshop(): Workshop {
  const sandbox = makeSandbox();
  const temporary = sandbox.path("temporary");
  mkdirSync(temporary, { mode: 0o700 });
  const options: GitOptions = { environment: { PATH: process.env["PATH"] ?? "" }, temporary };
  return {
    ...sandbox,
    options,
    open: (directory, more = {}) => openRepository({ ...options, directory, ...more }),
  };
}

/** A workshop with a repository of two commits and the tag v1, served over HTTP behind a token. */
export interface ServedWorkshop extends Workshop {
  /** A work tree with the same history; push from it to `bare` to change what is served. */
  readonly origin: string;
  readonly bare: string;
  /** The tip of main, which v1 tags. */
  readonly commit: ObjectId;
  readonly remote: Remote;
  readonly server: GitHttp;
  /** What to do to requests that carry the token; replace it at any time. */
  fault: (request: GitHttpRequest) => GitHttpFault | undefined;
  /** A checkout as a CI job has it. */
  checkOut(...options: string[]): Repository;
  clone(more?: Partial<CloneOptions>): Promise<Repository>;
}

export async function startServedWorkshop(): Promise<ServedWorkshop> {
  const workshop = makeWorkshop();
  const origin = makeRepository(workshop.path("origin"));
  commitFiles(origin, { "a.txt": "a\n" }, "First");
  const files = { "services/one/deploy.yml": "ref: abc\n", "services/two/deploy.yml": "ref: def\n", "a.txt": "b\n" };
  const commit = objectIdOf(commitFiles(origin, files, "Second"));
  git(origin, ["tag", "--annotate", "--message", "One", "v1"]);
  const bare = workshop.path("server", "x.git");
  git(workshop.directory, ["clone", "--quiet", "--bare", origin, bare]);

  // Random: a search through all processes must not find the token of another suite.
  const token = `glpat-${randomBytes(10).toString("hex")}`;
  const fault = (request: GitHttpRequest): GitHttpFault | undefined => served.fault(request);
  const server = await startGitHttp({ root: workshop.path("server"), token, fault });
  const remote: Remote = { url: `${server.url}/x.git`, credential: { username: "u", secret: token } };
  let checkouts = 0;
  const served: ServedWorkshop = {
    ...workshop,
    origin,
    bare,
    commit,
    remote,
    server,
    fault: () => undefined,
    checkOut: (...options) => {
      const directory = workshop.path(`checkout-${(checkouts += 1)}`);
      git(workshop.directory, ["clone", "--quiet", ...options, `file://${bare}`, directory]);
      return workshop.open(directory);
    },
    clone: (more = {}) =>
      privateClone({
        ...workshop.options,
        ...remote,
        ref: branchRef("main"),
        depth: 1,
        filter: "blob:none",
        ...more,
      }),
  };
  return served;
}

/** The ActionError that a promise ends in; fails when it ends otherwise. */
export async function stopOf(promise: Promise<unknown>): Promise<ActionError> {
  const error = await promise.then(
    () => new Error("it did not fail"),
    (reason: unknown) => reason,
  );
  if (error instanceof ActionError) return error;
  throw error;
}

export const ADA = { name: "Ada Author", email: "ada@example.test" };
