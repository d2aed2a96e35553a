import type { Io } from "@release-actions/action";
import { truncateBody, type ExtractedEntry } from "@release-actions/changelog";
import { codeBlock, formatCount, heading, table } from "@release-actions/text";

/** A job summary holds 1 MiB; the notes need not fill it. */
const MOST_SHOWN = 64 * 1024;

/** Writes the entry to the log and the summary. */
export function reportEntry(io: Io, entry: ExtractedEntry, body: string, file: string): void {
  const { line, date, status } = entry;
  const size = formatCount(Buffer.byteLength(body), "byte");
  io.info(`${file}, line ${line}: ${entry.heading} (${status}), ${size} of notes`);
  io.summary(
    heading("Release notes"),
    table(
      ["Heading", "Date", "Status", "From"],
      [[entry.heading, date === "" ? "none" : date, status, `${file}, line ${line}`]],
    ),
    codeBlock(truncateBody(body, MOST_SHOWN).body, "markdown"),
  );
}
