import { ActionError } from "@release-actions/action";
import { sameVersion, type ParsedTag } from "@release-actions/version";
import { listedVersion } from "./component-versions.ts";
import type { ReadFile } from "./files.ts";
import { fail, pass, skipped, type Row } from "./report.ts";
import type { VersionMatch } from "./settings.ts";

export interface VersionFilesQuestion {
  readonly parsed: ParsedTag;
  /** `path` or `path#key`. */
  readonly files: readonly string[];
  readonly match: VersionMatch;
  /** The changelog entry, where there is one: a train's lists the versions of its components. */
  readonly entry: string | undefined;
}

/** A version where a file states it. */
interface Statement {
  readonly file: string;
  readonly line: number;
  readonly key: string;
  readonly version: string;
}

/**
 * Compares the version files with the tag (`component`), or with what the train's changelog entry lists for the
 * component (`train`), and names both values and the place where they differ.
 */
export async function judgeVersionFiles(read: ReadFile, question: VersionFilesQuestion): Promise<Row[]> {
  const { parsed, files, match, entry } = question;
  if (match === "none") return [skipped("version-files", "version-match is none")];
  if (files.length === 0) return [skipped("version-files", "no version files are named")];
  const answers = await Promise.all(files.map((file) => statementsOf(read, file)));
  const unreadable = answers
    .filter((answer) => answer instanceof ActionError)
    .map(({ message, details }) => fail("version-files", message, details.remedy ?? "Correct the file."));
  const statements = answers.flatMap((answer) => (answer instanceof ActionError ? [] : answer));
  const expected = expectation(parsed, match, entry);
  const wrong = statements.filter(
    ({ version }) => expected.version !== undefined && !sameVersion(version, expected.version, parsed.version.scheme),
  );
  const rows = [...unreadable, ...wrong.map((statement) => mismatch(statement, question, expected))];
  if (rows.length > 0) return rows;
  const said = statements.map(({ file, version }) => `${file} says ${version}`).join(", ");
  if (expected.version === undefined)
    return [skipped("version-files", `${said}; ${expected.source}, so there is nothing to compare with`)];
  return [pass("version-files", `${said}, as ${expected.source}`)];
}

interface Expectation {
  readonly version: string | undefined;
  /** Who says so. */
  readonly source: string;
}

function expectation(
  { tag, version, component }: ParsedTag,
  match: VersionMatch,
  entry: string | undefined,
): Expectation {
  if (match === "component") return { version: version.text, source: `the tag ${tag}` };
  const listed = entry === undefined || component === undefined ? undefined : listedVersion(entry, component);
  if (listed !== undefined) return { version: listed, source: "the changelog entry's component versions" };
  return {
    version: undefined,
    source: `the tag names the train's version and the changelog entry lists none of ${component ?? "the component"}`,
  };
}

function mismatch(
  { file, line, key, version }: Statement,
  { parsed, match, entry }: VersionFilesQuestion,
  expected: Expectation,
): Row {
  const { component } = parsed;
  const listed =
    match === "component" && entry !== undefined && component !== undefined
      ? listedVersion(entry, component)
      : undefined;
  const also = listed === undefined ? "" : `; the changelog entry lists ${component} ${listed}`;
  const train =
    match === "component" ? ", or set version-match: train when tags name the version of a whole release" : "";
  return {
    ...fail(
      "version-files",
      `${file}:${line} says ${version} (${key}), ${expected.source} says ${expected.version}${also}`,
      `set ${file} to ${expected.version}${train}`,
    ),
    file,
    line,
  };
}

async function statementsOf(read: ReadFile, target: string): Promise<Statement[] | ActionError> {
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
