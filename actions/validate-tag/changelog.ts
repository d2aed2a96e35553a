import type { ChangelogFailure } from "@release-actions/changelog";
import type { ParsedTag } from "@release-actions/version";
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

async function find(read: ReadFile, { parsed, changelog, component, train }: ChangelogQuestion): Promise<ChangelogAnswer> {
  let source: Buffer;
  try {
    source = await read(changelog);
  } catch (error) {
    const { detail, remedy = "Check the path." } = unanswered("changelog", error);
    return { row: fail("changelog", detail, remedy), entry: undefined };
  }
  const { extractEntry } = await import("@release-actions/changelog");
  const version = parsed.version.text;
  const own = extractEntry(source, { version, component });
  const orphan = own.kind === "failed" && own.failure.kind === "missing";
  const result = orphan && train ? extractEntry(source, { version }) : own;
  if (result.kind === "failed") return { row: { ...failure(result.failure, changelog, parsed), file: changelog }, entry: undefined };
  const { body, heading, line, warnings } = result.entry;
  const place = { file: changelog, line };
  const flaw = warnings.find((warning) => warning.line === line);
  const row = flaw === undefined ? pass("changelog", `${changelog}:${line} has the entry "${heading}"`) : warn("changelog", flaw.message, `correct the heading in ${changelog}`);
  return { row: { ...row, ...place }, entry: body };
}

function failure(failure: ChangelogFailure, file: string, { version }: ParsedTag): Row {
  const places = (list: readonly { heading: string; line: number }[]) => list.map(({ heading, line }) => `"${heading}" (line ${line})`).join(", ");
  switch (failure.kind) {
    case "missing": {
      const near = failure.nearest.length === 0 ? "" : `; the nearest headings are ${places(failure.nearest)}`;
      const hint = failure.hint === undefined ? "" : `; ${failure.hint}`;
      return fail("changelog", `${file} has no entry of ${failure.wanted}${near}${hint}`, `add a heading such as ## [${version.text}] - YYYY-MM-DD with what changed`);
    }
    case "empty":
      return { ...fail("changelog", `the entry of ${failure.wanted} in ${file} is empty: ${places([failure.place])}`, "write what changed"), line: failure.place.line };
    case "duplicate":
      return fail("changelog", `${file} has several entries of ${failure.wanted}: ${places(failure.places)}`, "join them into one");
    case "ambiguous":
      return fail("changelog", `the entries of ${failure.wanted} in ${file} belong to ${failure.choices.join(", ")}: ${places(failure.places)}`, "name the component in the tag");
    case "already-released":
      throw new TypeError("only a release of Unreleased ends so");
  }
}
