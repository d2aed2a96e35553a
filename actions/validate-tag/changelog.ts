import type { ChangelogError, ExtractedEntry } from "@release-actions/changelog";
import type { ParsedTag } from "@release-actions/version";
import type { Anticipated } from "./anticipate.ts";
import type { ReadFile } from "./files.ts";
import { fail, pass, skipped, unanswered, warn, type Row } from "./report.ts";

export interface ChangelogQuestion {
  readonly parsed: ParsedTag;
  readonly changelog: string;
  /** The component as the headings write it. */
  readonly component: string | undefined;
  readonly required: boolean;
  /** The entry is wanted for another check, although it is not required. */
  readonly wanted: boolean;
  /** The tag names a release train: where no entry is the component's own, the train's is its. */
  readonly train: boolean;
  readonly anticipated: Anticipated | undefined;
}

export interface ChangelogAnswer {
  readonly row: Row;
  /** The entry's text, where there is exactly one. */
  readonly entry: string | undefined;
}

/** Whether the changelog has one entry of the version, and the entry says something. */
export async function judgeChangelog(read: ReadFile, question: ChangelogQuestion): Promise<ChangelogAnswer> {
  const { required, wanted } = question;
  if (!required && !wanted) return { row: skipped("changelog", "not required"), entry: undefined };
  const answer = await find(read, question);
  return required ? answer : { row: skipped("changelog", "not required"), entry: answer.entry };
}

async function find(
  read: ReadFile,
  { parsed, changelog, component, train, anticipated }: ChangelogQuestion,
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
  const own =
    anticipated?.source.equals(source) === true ? anticipated.extraction : extractEntry(source, { version, component });
  const orphan = own.kind === "failed" && own.failure.kind === "missing";
  const result = orphan && train ? extractEntry(source, { version }) : own;
  if (result.kind === "failed") {
    const { failure } = result;
    const detail = changelogStop(failure, changelog).message;
    return { row: { ...fail("changelog", detail, remedyOf(failure, version)), file: changelog }, entry: undefined };
  }
  return {
    row: { ...entryRow(result.entry, changelog), file: changelog, line: result.entry.line },
    entry: result.entry.body,
  };
}

function entryRow({ heading, line, status, warnings }: ExtractedEntry, file: string): Row {
  const flaw = warnings.find((warning) => warning.line === line);
  if (status === "yanked")
    return warn("changelog", `${file}:${line} marks the version as yanked`, "release another version");
  if (flaw !== undefined) return warn("changelog", flaw.message, `correct the heading in ${file}`);
  return pass("changelog", `${file}:${line} has the entry "${heading}"`);
}

function remedyOf({ kind }: ChangelogError, version: string): string {
  switch (kind) {
    case "missing":
      return `add a heading such as ## [${version}] - YYYY-MM-DD with what changed`;
    case "empty":
      return "write what changed below the heading";
    case "duplicate":
    case "already-released":
      return "keep one of them";
    case "ambiguous":
      return "name the component in the tag";
  }
}
