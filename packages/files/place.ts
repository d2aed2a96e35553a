import { invalid, quote, ActionError, type HostFacts, type Problem } from "@release-actions/action";
import { readFileSync, readlinkSync, realpathSync, statSync, type BigIntStats } from "node:fs";
import { basename, dirname, isAbsolute, join, parse, relative, resolve, sep } from "node:path";
import { factsAt } from "./facts.ts";
import { entersGit, entersWorkflows } from "./names.ts";

/** What the rule knows about the host. Without a kind, it is as strict as on a CI system. */
export type FileHost = Pick<HostFacts, "workspace"> & Partial<Pick<HostFacts, "kind" | "sharedTemporary">>;

/** Where a path comes from and what it is used for. */
export interface Use {
  /** An input named it. A path from a configuration file or a default must stay in the workspace. */
  readonly typed?: boolean;
  readonly write?: boolean;
  /** May write to a workflow file that the path names directly, not through a link: bump-version's version files. */
  readonly workflows?: boolean;
}

/** A path that the rule allowed. Only this package's functions open it, and they check again once it is open. */
export interface Place {
  /** The path as given, for messages. */
  readonly given: string;
  /** Absolute, with all links resolved. Parts that do not exist yet stay as written. */
  readonly real: string;
}

const LINK_INTO = "is a link, or behind one, that leads into";

/**
 * The single rule for every path that an input, a configuration file or a pattern names. A path may not lead into
 * `.git`, into `.github/workflows` when writing, or outside the allowed places, neither as written nor through links:
 *
 * - A path in the workspace stays there, so that no committed link leads out of it. In a terminal, this applies to the
 *   whole repository around the workspace.
 * - An input may also name a file in the CI system's temporary folder, where steps share files. No link in the
 *   workspace may lead there: GitLab keeps variables there, under well-known names.
 * - In a terminal, an input may name any other file.
 *
 * Throws `invalid`, naming the path.
 */
export function placeOf(host: FileHost, path: string, use: Use = {}): Place {
  if (path === "" || path.includes("\0")) {
    throw invalid(`not a path: ${quote(path)}`, { remedy: "Give a path relative to the repository's root." });
  }
  const workspace = realpathSync(host.workspace);
  const top = repositoryTop(workspace);
  const shared = sharedRoot(host);
  const wanted = wantedPath(host.workspace, [top, workspace, ...(shared === undefined ? [] : [shared])], path);
  const allowed = rootsFor(host, use, { workspace, top, wanted });
  if (allowed === "none") throw outside(path, host, "lies");
  const real = whereItLeads(wanted, path);
  const [named, led] = [belowTop(top, wanted), belowTop(top, real)];
  if (entersGit(named) || entersGit(led) || isIn(gitDirectoryOf(top), real)) {
    throw invalid(`${quote(path)} ${entersGit(named) ? "is in" : LINK_INTO} .git`, {
      remedy: "Give a path outside of it: git keeps credentials there, and programs that it runs.",
    });
  }
  const store = allowed === "all" ? undefined : gitStoreAround(top, real);
  if (store !== undefined) {
    throw invalid(`${quote(path)} is in ${quote(relative(top, store))}, which is a directory of git`, {
      remedy: "Give a path outside of it: git keeps credentials there, and programs that it runs.",
    });
  }
  if (use.write === true && (entersWorkflows(named) || entersWorkflows(led))) refuseWorkflow(path, named, use);
  if (allowed !== "all" && !allowed.some((root) => isInside(root, real))) throw outside(path, host, "leads");
  if (isOfRunner(host, real)) {
    throw invalid(`${quote(path)} is a file of the CI runner itself`, {
      remedy: "Give a file that one of your steps created.",
    });
  }
  return { given: path, real };
}

/** Problems with the output paths, by the inputs that name them, found before any work goes into the contents. */
export function outputProblems(host: FileHost, files: Readonly<Record<string, string | undefined>>): Problem[] {
  return Object.entries(files).flatMap(([input, path]): Problem[] => {
    if (path === undefined) return [];
    try {
      const { real } = placeOf(host, path, { typed: true, write: true });
      const facts = factsAt(real, path);
      if (facts !== undefined && !facts.isFile() && !facts.isDirectory()) throw notRegular(path);
      return [];
    } catch (error) {
      if (!(error instanceof ActionError)) throw error;
      const { remedy } = error.details;
      return [{ input, what: `${input}: ${error.message}`, ...(remedy !== undefined && { remedy }) }];
    }
  });
}

/**
 * Throws `invalid` if the rule does not allow reading a path, or if something other than a file is there. A missing
 * file is reported when it is read.
 */
export function assertFile(host: FileHost, path: string, use: Pick<Use, "typed"> = {}): void {
  const { real } = placeOf(host, path, use);
  if (factsAt(real, path)?.isFile() === false) throw notRegular(path);
}

/** The same for a directory. */
export function assertDirectory(host: FileHost, path: string, use: Pick<Use, "typed"> = {}): void {
  const { real } = placeOf(host, path, use);
  if (factsAt(real, path)?.isDirectory() === false) throw noDirectory(path);
}

/**
 * The real path of a file or directory that a tool is to open by itself. Throws `invalid` if the rule does not allow it
 * or if it is not there. What happens to it afterwards is not seen here.
 */
export function realPathOf(host: FileHost, path: string, kind: "file" | "directory"): string {
  const { real } = placeOf(host, path);
  const facts = factsAt(real, path);
  if (kind === "directory") {
    if (facts?.isDirectory() !== true) throw noDirectory(path);
  } else if (facts === undefined) {
    throw invalid(`there is no file ${quote(path)}`, {
      remedy: "Check the path, and that the repository was checked out before this step.",
    });
  } else if (!facts.isFile()) throw notRegular(path);
  return real;
}

export function noDirectory(path: string): Error {
  return invalid(`there is no directory ${quote(path)}`, {
    remedy: "Check the path, and that the repository was checked out before this step.",
  });
}

export function notRegular(given: string): Error {
  return invalid(`${quote(given)} is not a regular file`, { remedy: "Give the path of a file." });
}

/** Throws `invalid` with the problems of all output paths. */
export function refuseOutputs(host: FileHost, files: Readonly<Record<string, string | undefined>>): void {
  const problems = outputProblems(host, files);
  if (problems.length > 0) throw invalid(problems[0]!.what, { problems });
}

/** Whether anything has this name, even a dangling link. Reading it checks what it is. */
export function isThere({ workspace }: FileHost, path: string): boolean {
  return factsAt(resolve(workspace, path), path) !== undefined;
}

/** Whether `path` is `root` or below it. Both are absolute and without links. */
export function isInside(root: string, path: string): boolean {
  const way = relative(root, path);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function isIn(root: string | undefined, path: string): boolean {
  return root !== undefined && isInside(root, path);
}

/**
 * The path as written, absolute, with the root that it lies in by that root's real path: a directory has many names,
 * through links above it or in another case, and what lies in it must be known by all of them.
 */
function wantedPath(given: string, roots: readonly string[], path: string): string {
  const wanted = resolve(given, path);
  const known = roots.map((root) => ({ root, facts: directoryAt(root) }));
  let prefix = parse(wanted).root;
  for (const segment of ["", ...wanted.slice(prefix.length).split(sep)]) {
    prefix = join(prefix, segment);
    const facts = directoryAt(prefix);
    const same = known.find(
      (one) => facts !== undefined && one.facts?.dev === facts.dev && one.facts.ino === facts.ino,
    );
    if (same !== undefined) return join(same.root, wanted.slice(prefix.length));
  }
  return wanted;
}

function directoryAt(path: string): BigIntStats | undefined {
  try {
    return statSync(path, { bigint: true });
  } catch {
    return undefined;
  }
}

interface Paths {
  readonly workspace: string;
  readonly top: string;
  readonly wanted: string;
}

/** Where a path as written may lead. */
function rootsFor(
  host: FileHost,
  { typed = false }: Use,
  { workspace, top, wanted }: Paths,
): readonly string[] | "all" | "none" {
  if (!typed) return isInside(workspace, wanted) ? [workspace] : "none";
  if (host.kind === "terminal") return isInside(top, wanted) ? [top] : "all";
  if (isInside(workspace, wanted)) return [workspace];
  const shared = sharedRoot(host);
  if (shared !== undefined && (isInside(shared, wanted) || isInside(host.sharedTemporary!, wanted)))
    return [shared, workspace];
  return "none";
}

function sharedRoot({ sharedTemporary }: FileHost): string | undefined {
  if (sharedTemporary === undefined || factsAt(sharedTemporary, sharedTemporary) === undefined) return undefined;
  return realpathSync(sharedTemporary);
}

/**
 * In the temporary folder: GitHub's command files, with which a step sets the next one's environment, git credentials
 * (actions/checkout 6, GitLab Runner's configuration), and the private directories of our runs.
 */
const OF_RUNNER = new RegExp(
  "^(?:_runner_file_commands|git-credentials-.*|git-template|gitlab_runner_env|\\.gitlab-runner.*|" +
    "release-actions-\\w{6})$",
  "i",
);

function isOfRunner(host: FileHost, real: string): boolean {
  const shared = sharedRoot(host);
  return shared !== undefined && isInside(shared, real) && OF_RUNNER.test(relative(shared, real).split(sep, 1)[0]!);
}

function refuseWorkflow(path: string, named: string, { workflows = false }: Use): void {
  if (workflows && entersWorkflows(named)) return;
  throw invalid(`${quote(path)} ${entersWorkflows(named) ? "is in" : LINK_INTO} .github/workflows`, {
    remedy: "Give a path outside of it: what is written there runs with the repository's secrets.",
  });
}

function outside(path: string, host: FileHost, how: "lies" | "leads"): Error {
  const shared =
    host.sharedTemporary === undefined
      ? ""
      : `, or in ${host.kind === "gitlab" ? "CI_PROJECT_DIR.tmp" : "RUNNER_TEMP"} by an input`;
  if (how === "lies")
    return invalid(`${quote(path)} is outside the workspace`, {
      remedy: `Give a path inside the repository${shared}.`,
    });
  return invalid(`${quote(path)} is a link, or behind one, that leads outside the workspace`, {
    remedy: "Give a path inside the repository; links that lead out of it are not followed.",
  });
}

/** The repository that contains the workspace, or the workspace itself if there is none. */
function repositoryTop(workspace: string): string {
  for (let directory = workspace; ; directory = dirname(directory)) {
    if (factsAt(join(directory, ".git"), ".git") !== undefined) return directory;
    if (dirname(directory) === directory) return workspace;
  }
}

function belowTop(top: string, path: string): string {
  return isInside(top, path) ? relative(top, path) : path;
}

/** The actual git directory when `.git` is a link or a file that points to it. */
function gitDirectoryOf(top: string): string | undefined {
  const entry = join(top, ".git");
  const facts = factsAt(entry, ".git");
  if (facts?.isSymbolicLink() === true) return whereItLeads(entry, ".git");
  if (facts?.isFile() !== true || facts.size > 8192) return undefined;
  const named = /^gitdir: (.+)/.exec(readFileSync(entry, "utf8"))?.[1];
  return named === undefined ? undefined : whereItLeads(resolve(top, named.trim()), ".git");
}

/** The directory above a path that git would use as a git directory, whatever its name: a bare clone, a worktree's. */
function gitStoreAround(top: string, real: string): string | undefined {
  const has = (directory: string, name: string) => factsAt(join(directory, name), name) !== undefined;
  for (let directory = dirname(real); directory !== top && isInside(top, directory); directory = dirname(directory)) {
    if (!has(directory, "HEAD")) continue;
    if (has(directory, "commondir") || (has(directory, "objects") && has(directory, "refs"))) return directory;
  }
  return undefined;
}

const MOST_LINKS = 40;

/** An absolute path with its links resolved, including links to something that does not exist yet. */
export function whereItLeads(path: string, shown: string): string {
  try {
    return realpathSync(path);
  } catch {
    // Part of it does not exist.
  }
  const rest = path.slice(parse(path).root.length).split(sep).reverse();
  let real = parse(path).root;
  for (let links = 0; rest.length > 0;) {
    const name = rest.pop()!;
    if (name === "" || name === ".") continue;
    const next = name === ".." ? dirname(real) : join(real, name);
    const target = name === ".." ? undefined : linkTarget(next);
    if (target === undefined) {
      real = next;
      continue;
    }
    if ((links += 1) > MOST_LINKS)
      throw invalid(`${quote(shown)} leads through too many links`, { remedy: "Give the path of the file itself." });
    if (isAbsolute(target)) real = parse(target).root;
    rest.push(...target.slice(parse(target).root.length).split(sep).reverse());
  }
  return real;
}

function linkTarget(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}

/** The file's name in its directory; empty for a root. */
export function nameIn({ real }: Place): string {
  return basename(real);
}
