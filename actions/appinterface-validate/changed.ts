import { invalid, quote, undecided, type HostFacts, type Io } from "@release-actions/action";
import type { Finding, Tree } from "@release-actions/app-interface";
import {
  fullRefOf,
  isObjectId,
  openCheckout,
  type FullRef,
  type ObjectId,
  type Repository,
} from "@release-actions/git";
import { existsSync, realpathSync } from "node:fs";
import { join, posix, relative, sep } from "node:path";

export interface ChangedOptions {
  readonly host: HostFacts;
  readonly io: Io;
  readonly signal: AbortSignal;
  readonly since: string;
  /** The data's directory, from the workspace. */
  readonly data: string;
}

/** The files of the workspace that changed since the history left that of a ref. Throws ActionError where that is not known. */
export async function changedPaths({ host, io, signal, since, data }: ChangedOptions): Promise<ReadonlySet<string>> {
  // app-interface may be a separate clone below the workspace.
  const nested = join(host.workspace, posix.dirname(data));
  const isNested = nested !== host.workspace && existsSync(join(nested, ".git"));
  const repository = openCheckout({ host, io, signal }, isNested ? nested : host.workspace);
  const paths = await repository.changedSince(await named(repository, since));
  if (paths === undefined) {
    throw undecided(
      `what changed since ${quote(since)} is not known: this checkout does not hold the history back to where it left it`,
      {
        remedy:
          "Check out more history (fetch-depth: 0 on GitHub, GIT_DEPTH: 0 on GitLab), or leave changed-since out.",
      },
    );
  }
  const [top, workspace] = [realpathSync(await repository.directory()), realpathSync(host.workspace)];
  const below = paths.map((path) => relative(workspace, join(top, path)).split(sep).join("/"));
  return new Set(below.filter((path) => !path.startsWith("../")));
}

/** As git reads names, a tag before a branch, but a name that is both is refused; a branch may be the remote's. */
async function named(repository: Repository, since: string): Promise<ObjectId | FullRef> {
  if (isObjectId(since)) return since;
  if (since.startsWith("refs/")) return found(repository, [fullRefOf(since)], since);
  const local = [fullRefOf(`refs/tags/${since}`), fullRefOf(`refs/heads/${since}`)];
  const there = await existing(repository, local);
  if (there.length > 1)
    throw invalid(`${quote(since)} is a tag and a branch`, { remedy: `Give ${there.join(" or ")}.` });
  return (
    there[0] ??
    found(repository, [fullRefOf(`refs/remotes/${since}`), fullRefOf(`refs/remotes/origin/${since}`)], since)
  );
}

async function found(repository: Repository, refs: readonly FullRef[], since: string): Promise<FullRef> {
  const [first] = await existing(repository, refs);
  if (first !== undefined) return first;
  throw undecided(`the ref ${quote(since)} is not in this checkout`, {
    remedy: "Fetch it before this step (fetch-depth: 0 on GitHub, GIT_DEPTH: 0 on GitLab), or correct changed-since.",
  });
}

async function existing(repository: Repository, refs: readonly FullRef[]): Promise<FullRef[]> {
  const objects = await Promise.all(refs.map((ref) => repository.resolve(ref)));
  return refs.filter((_, index) => objects[index] !== undefined);
}

/**
 * The findings that the changes can have caused: in a changed file, or about one that changed or is gone. A changed
 * schema can cause any.
 */
export function ofChanges(
  findings: readonly Finding[],
  { files, roots }: Tree,
  changed: ReadonlySet<string>,
): readonly Finding[] {
  if (files.some(({ area, path }) => (area === "schemas" || area === "graphql") && changed.has(path))) return findings;
  const names = new Set(
    [...changed]
      .flatMap((path) => [nameBelow(roots.data, path), nameBelow(roots.resources, path)])
      .filter((name) => name !== undefined),
  );
  return findings.filter(({ name, related }) => names.has(name) || related.some((other) => names.has(other)));
}

function nameBelow(root: string, path: string): string | undefined {
  const way = posix.relative(root, path);
  return way.startsWith("..") ? undefined : `/${way}`;
}
