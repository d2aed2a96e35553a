import { isSuccess, verdictInWords, type Io } from "@release-actions/action";
import { hintText, type End } from "@release-actions/action/runtime";

/** Says on the log how it ended. The first line is the whole message; the lines after it are what to act on. */
export function conclude(io: Io, end: End): void {
  if (isSuccess(end.verdict)) {
    io.info(`${end.action}: ${verdictInWords(end.verdict)}`);
    return;
  }
  for (const problem of end.problems) {
    const { what, remedy, hint, file, line } = problem;
    io.error(paragraphs(what, remedy, hint), {
      ...(file !== undefined && { file }),
      ...(line !== undefined && { line }),
    });
  }
  // A single problem already is the message.
  if (end.message !== undefined && !(end.problems.length === 1 && end.problems[0]!.what === end.message)) {
    io.error(paragraphs(end.message, end.remedy, end.hint));
  }
  const { exists, missing, next } = end.journal;
  for (const { what, url } of exists) io.info(`exists: ${what}${url === undefined ? "" : ` ${url}`}`);
  const absent = end.verdict === "unknown" ? "not known to exist" : "does not exist";
  for (const what of missing) io.info(`${absent}: ${what}`);
  if (next !== undefined) io.info(`next: ${next}`);
  io.info(`${end.action}: ${verdictInWords(end.verdict, exists.length > 0)} (exit code ${end.exitCode})`);
}

function paragraphs(what: string, remedy: string | undefined, hint: End["hint"]): string {
  return [what, ...(remedy === undefined ? [] : [remedy]), ...(hint === undefined ? [] : [hintText(hint)])].join("\n");
}
