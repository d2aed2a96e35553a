import { ActionError, undecided, type HostFacts } from "@release-actions/action";
import type { ChangelogError, ExtractedEntry, Extraction } from "@release-actions/changelog";
import { readWorkspaceFile } from "@release-actions/files";
import type { ObjectId, Repository } from "@release-actions/git";
import { fail, pass, skipped, unanswered, warn, type CheckRow } from "@release-actions/report";
import { sameVersion, type ParsedTag } from "@release-actions/version";
import type { TagSettings, VersionMatch } from "./settings.ts";

/** What the files of the tagged commit say about the version: its changelog entry and its version files. */

type ChangelogRow = CheckRow<"changelog">;
type FileRow = CheckRow<"version-files">;

const MAX_BYTES = 16 * 1024 * 1024;

/** Reads a file of the tagged commit. Throws ActionError if it does not exist or cannot be read. */
type ReadFile = (path: string) => Promise<Buffer>;

/**
 * In nearly every run the tagged commit is checked out, and its files are read without a process. If another commit is,
 * its files say nothing about the tag, and git reads those of the tagged one.
 */
export function taggedFiles(
  repository: Repository,
  host: HostFacts,
  commit: ObjectId | undefined,
  head: ObjectId | undefined,
): ReadFile {
  if (commit === undefined || commit === head) return (path) => readWorkspaceFile(host, path, { maxBytes: MAX_BYTES });
  return async (path) => {
    const content = await repository.readFile(commit, path, MAX_BYTES);
    if (content !== undefined) return content;
    throw undecided(`there is no file ${JSON.stringify(path)} in the tagged commit ${commit.slice(0, 12)}`, {
      remedy: "Check the path.",
    });
  };
}

/** An entry that was extracted before it is known whether the changelog is the one of the tagged commit. */
export interface EarlyEntry {
  readonly source: Buffer;
  readonly extraction: Extraction;
}

/** Reads the changelog of the workspace while git runs: in nearly every run it is the one of the tagged commit. */
export async function extractEarly(
  host: HostFacts,
  settings: TagSettings,
  parsed: ParsedTag,
): Promise<EarlyEntry | undefined> {
  const { changelog, changelogName } = settings.of(parsed.component);
  try {
    const source = await readWorkspaceFile(host, changelog);
    const { extractEntry } = await import("@release-actions/changelog");
    return { source, extraction: extractEntry(source, { version: parsed.version.text, component: changelogName }) };
  } catch (error) {
    // The check of the changelog reports why it cannot be read.
    if (error instanceof ActionError) return undefined;
    throw error;
  }
}

export interface ChangelogRequest {
  readonly parsed: ParsedTag;
  readonly changelog: string;
  /** The component as the headings write it. */
  readonly component: string | undefined;
  readonly required: boolean;
  /** Another check needs the entry, even if it is not required. */
  readonly needed: boolean;
  /** The tag names a release train: a component without an entry has the one of the train. */
  readonly train: boolean;
  readonly early: EarlyEntry | undefined;
}

export interface ChangelogAnswer {
  readonly row: ChangelogRow;
  /** The text of the entry, if there is exactly one. */
  readonly entry: string | undefined;
}

/** Whether the changelog has exactly one entry of the version that is not empty. */
export async function judgeChangelog(read: ReadFile, request: ChangelogRequest): Promise<ChangelogAnswer> {
  const { required, needed } = request;
  const notRequired = skipped("changelog", "not required");
  if (!required && !needed) return { row: notRequired, entry: undefined };
  const answer = await findEntry(read, request);
  return required ? answer : { row: notRequired, entry: answer.entry };
}

async function findEntry(
  read: ReadFile,
  { parsed, changelog, component, train, early }: ChangelogRequest,
): Promise<ChangelogAnswer> {
  let source: Buffer;
  try {
    source = await read(changelog);
  } catch (error) {
    const { detail, remedy = "Check the path." } = unanswered("changelog", error);
    return { row: fail("changelog", detail, remedy), entry: undefined };
  }
  const { changelogStop, extractEntry } = await import("@release-actions/changelog");
  const version = parsed.version.text;
  const own = early?.source.equals(source) === true ? early.extraction : extractEntry(source, { version, component });
  const isMissing = own.kind === "failed" && own.failure.kind === "missing";
  const result = isMissing && train ? extractEntry(source, { version }) : own;
  if (result.kind === "failed") {
    const { failure } = result;
    const detail = changelogStop(failure, changelog).message;
    return { row: { ...fail("changelog", detail, remedyOf(failure, version)), file: changelog }, entry: undefined };
  }
  const { line, body } = result.entry;
  return { row: { ...entryRow(result.entry, changelog), file: changelog, line }, entry: body };
}

function entryRow({ heading, line, status, warnings }: ExtractedEntry, file: string): ChangelogRow {
  const flaw = warnings.find((warning) => warning.line === line);
  if (status === "yanked")
    return warn("changelog", `${file}:${line} marks the version as yanked`, "release another version");
  if (flaw !== undefined) return warn("changelog", flaw.message, `correct the heading in ${file}`);
  return pass("changelog", `${file}:${line} has the entry "${heading}"`);
}

function remedyOf(failure: ChangelogError, version: string): string {
  switch (failure.kind) {
    case "missing":
      return `add a heading such as ## [${version}] - YYYY-MM-DD with what changed`;
    case "empty":
      return failure.section === undefined
        ? "write what changed below the heading"
        : `move the heading on line ${failure.section.line} one level down, if its text belongs to the entry`;
    case "mixed":
      return `move the heading on line ${failure.parent.line} to the notes that it belongs to`;
    case "duplicate":
    case "already-released":
      return "keep one of them";
    case "ambiguous":
      return "name the component in the tag";
  }
}

export interface VersionFilesRequest {
  readonly parsed: ParsedTag;
  /** `path` or `path#key`. */
  readonly files: readonly string[];
  readonly match: VersionMatch;
  /** The changelog entry, if there is one: that of a train lists the versions of its components. */
  readonly entry: string | undefined;
}

/** A version and the place where a file states it. */
interface StatedVersion {
  readonly file: string;
  readonly line: number;
  readonly key: string;
  readonly version: string;
}

interface ExpectedVersion {
  readonly version: string | undefined;
  readonly source: string;
}

/**
 * Compares the version files with the tag (`component`), or with what the changelog entry of the train lists for the
 * component (`train`), and names both values and the place where they differ.
 */
export async function judgeVersionFiles(read: ReadFile, request: VersionFilesRequest): Promise<FileRow[]> {
  const { parsed, files, match, entry } = request;
  if (match === "none") return [skipped("version-files", "version-match is none")];
  if (files.length === 0) return [skipped("version-files", "no version files are named")];
  const answers = await Promise.all(files.map((file) => statedVersions(read, file)));
  const unreadable = answers
    .filter((answer) => answer instanceof ActionError)
    .map(({ message, details }) => fail("version-files", message, details.remedy ?? "Correct the file."));
  const stated = answers.flatMap((answer) => (answer instanceof ActionError ? [] : answer));
  const expected = expectedVersion(parsed, match, entry);
  const wrong = stated.filter(
    ({ version }) => expected.version !== undefined && !sameVersion(version, expected.version, parsed.version.scheme),
  );
  const rows = [...unreadable, ...wrong.map((one) => mismatchRow(one, request, expected))];
  if (rows.length > 0) return rows;
  const found = stated.map(({ file, version }) => `${file} says ${version}`).join(", ");
  if (expected.version === undefined)
    return [skipped("version-files", `${found}; ${expected.source}, so there is nothing to compare with`)];
  return [pass("version-files", `${found}, as ${expected.source}`)];
}

function expectedVersion(
  { tag, version, component }: ParsedTag,
  match: VersionMatch,
  entry: string | undefined,
): ExpectedVersion {
  if (match === "component") return { version: version.text, source: `the tag ${tag}` };
  const listed = entry === undefined || component === undefined ? undefined : listedVersion(entry, component);
  if (listed !== undefined) return { version: listed, source: "the changelog entry's component versions" };
  return {
    version: undefined,
    source: `the tag names the train's version and the changelog entry lists none of ${component ?? "the component"}`,
  };
}

function mismatchRow(
  { file, line, key, version }: StatedVersion,
  { parsed: { component }, match, entry }: VersionFilesRequest,
  expected: ExpectedVersion,
): FileRow {
  const isComponent = match === "component";
  const listed =
    isComponent && entry !== undefined && component !== undefined ? listedVersion(entry, component) : undefined;
  const also = listed === undefined ? "" : `; the changelog entry lists ${component} ${listed}`;
  const train = isComponent ? ", or set version-match: train when tags name the version of a whole release" : "";
  const detail = `${file}:${line} says ${version} (${key}), ${expected.source} says ${expected.version}${also}`;
  return { ...fail("version-files", detail, `set ${file} to ${expected.version}${train}`), file, line };
}

async function statedVersions(read: ReadFile, target: string): Promise<StatedVersion[] | ActionError> {
  try {
    const { parseTarget, readVersions } = await import("@release-actions/version/files");
    const { path, key } = parseTarget(target);
    const found = await readVersions(path, (await read(path)).toString("utf8"), key);
    return found.map((place) => ({ file: path, ...place }));
  } catch (error) {
    if (error instanceof ActionError && error.verdict !== "interrupted") return error;
    throw error;
  }
}

/**
 * The version that the changelog entry of a release train gives for a component, in a list under a heading
 * "Component Versions":
 *
 *     #### Component Versions
 *     - **automation-service**: 3.0.1
 *     - frontend 1.1.0
 */
export function listedVersion(entry: string, component: string): string | undefined {
  let inList = false;
  for (const line of entry.split(/\r\n|\r|\n/)) {
    if (line.startsWith("#")) inList = /^#{1,6}\s+component versions:?\s*#*$/i.test(line.slice(0, 200).trim());
    if (!inList) continue;
    const version = versionInItem(line, component);
    if (version !== undefined) return version;
  }
  return undefined;
}

/** `- **name**: 1.2.3`, with any emphasis or code marks around the name and the version, with or without a colon. */
function versionInItem(line: string, component: string): string | undefined {
  const item = line.slice(0, 500).trim();
  if (!/^[-*+] /.test(item)) return undefined;
  const [name, version, ...rest] = item
    .slice(2)
    .replace(/[*`_]{1,3}(?=[\s:]|$)|(?<![^\s])[*`_]{1,3}/g, "")
    .split(/[\s:]+/)
    .filter((word) => word !== "");
  if (name !== component || version === undefined || (rest.length > 0 && !rest.join(" ").startsWith("(")))
    return undefined;
  return version.replace(/^v(?=[0-9])/, "");
}
