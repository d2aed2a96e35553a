import { invalid } from "@release-actions/action";
import {
  appendToFile,
  holdMadeDirectory,
  placeOf,
  readPlace,
  replaceFile,
  type FileHost,
  type HeldDirectory,
} from "@release-actions/files";
import { lstatSync, rmSync } from "node:fs";

/** Where the reports of a job are written, below the project's directory; the components declare it as artifacts. */
export const GITLAB_REPORTS = "release-actions-reports";

const OUTPUTS = "outputs.env";
const SUMMARY = "summary.md";
const OWNER = "job";

/** The job's ID and token. */
export interface Job {
  readonly id: string;
  readonly token: string | undefined;
}

export interface Reports {
  /** Claims the directory for this job. Throws `invalid` if something is in the way of it or of the action's files. */
  begin(action: string, outputs: readonly string[]): Promise<void>;
  /** Writes one file per output, for later jobs and steps to read. */
  writeFile(action: string, name: string, text: string): Promise<void>;
  addOutputs(lines: string): Promise<void>;
  addSummary(markdown: string): Promise<void>;
}

/**
 * The repository, and artifacts of earlier jobs, may put anything below `release-actions-reports`. A link there is not
 * followed, and is not a mistake to repair in silence: it ends in `invalid`. Files are made or replaced by the name that
 * they have in a directory that is held open, so that nothing put in their way meanwhile leads elsewhere.
 */
export function gitlabReports(host: FileHost, job: Job): Reports {
  let begun = false;
  const within = <T>(path: string, work: (directory: HeldDirectory) => T): T => {
    assertNoLink(host, path);
    const directory = holdMadeDirectory(placeOf(host, path, { write: true }).real, path);
    try {
      return work(directory);
    } finally {
      directory.close();
    }
  };
  const append = (name: string, text: string) =>
    within(GITLAB_REPORTS, (directory) => appendToFile(directory, name, text, `${GITLAB_REPORTS}/${name}`));
  const beginOnce = async () => {
    if (begun) return;
    const mark = await markOf(job);
    within(GITLAB_REPORTS, (directory) => start(host, directory, mark));
    begun = true;
  };
  return {
    async begin(action, outputs) {
      await beginOnce();
      const path = `${GITLAB_REPORTS}/${action}`;
      within(path, (directory) => {
        for (const name of outputs) assertFileOrNothing(directory, name, `${path}/${name}`);
      });
    },
    async writeFile(action, name, text) {
      await beginOnce();
      within(`${GITLAB_REPORTS}/${action}`, (directory) => {
        const path = `${GITLAB_REPORTS}/${action}/${name}`;
        assertFileOrNothing(directory, name, path);
        replace(directory, name, text, path);
      });
    },
    async addOutputs(lines) {
      await beginOnce();
      append(OUTPUTS, lines);
    },
    async addSummary(markdown) {
      await beginOnce();
      append(SUMMARY, markdown);
    },
  };
}

/** Earlier jobs' reports must not count for this job: neither a second time, nor as if it had written them. */
function start(host: FileHost, directory: HeldDirectory, mark: string | undefined): void {
  for (const name of [OWNER, OUTPUTS, SUMMARY]) assertFileOrNothing(directory, name, `${GITLAB_REPORTS}/${name}`);
  if (isOwn(host, directory, mark)) return;
  rmSync(directory.at(SUMMARY), { force: true });
  replace(directory, OUTPUTS, "", `${GITLAB_REPORTS}/${OUTPUTS}`);
  replace(directory, OWNER, mark ?? "", `${GITLAB_REPORTS}/${OWNER}`);
}

/** Actions of one job may run in parallel: each writes to its own temporary file. */
function replace(directory: HeldDirectory, name: string, text: string, path: string): void {
  replaceFile(directory, name, text, path, `.${name}.${Math.random().toString(36).slice(2)}.tmp`);
}

function isOwn(host: FileHost, directory: HeldDirectory, mark: string | undefined): boolean {
  if (mark === undefined || lstatSync(directory.at(OWNER), { throwIfNoEntry: false }) === undefined) return false;
  const found = readPlace(placeOf(host, `${GITLAB_REPORTS}/${OWNER}`), 1024);
  return found.toString("utf8") === mark && lstatSync(directory.at(OUTPUTS), { throwIfNoEntry: false }) !== undefined;
}

/**
 * A mark that no earlier job can write, because it does not know this job's token, and that does not reveal the token.
 * Without a token (GitLab gives every job one), every action starts over: nothing would show who wrote the reports.
 */
async function markOf({ id, token }: Job): Promise<string | undefined> {
  if (token === undefined || token === "") return undefined;
  const { createHmac } = await import("node:crypto");
  return createHmac("sha256", token).update(`${GITLAB_REPORTS} of job ${id}`).digest("hex");
}

/** Throws unless every directory on the path is a real directory or does not exist yet. */
function assertNoLink(host: FileHost, path: string): void {
  const parts = path.split("/");
  const { real: workspace } = placeOf(host, ".");
  parts.reduce((above, name) => {
    const at = `${above}/${name}`;
    const facts = lstatSync(at, { throwIfNoEntry: false });
    if (facts?.isDirectory() === false) throw inTheWay(at.slice(workspace.length + 1), "a directory");
    return at;
  }, workspace);
}

function assertFileOrNothing(directory: HeldDirectory, name: string, path: string): void {
  if (lstatSync(directory.at(name), { throwIfNoEntry: false })?.isFile() === false)
    throw inTheWay(path, "a regular file");
}

function inTheWay(path: string, wanted: string): Error {
  return invalid(`${path} is not ${wanted}, so the job's reports cannot be written there`, {
    remedy: `Remove ${path} from the repository, or from the artifacts of the job that left it.`,
  });
}
