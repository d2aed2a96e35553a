import { invalid, ActionError, type Io, type Problem } from "@release-actions/action";
import { resolve } from "node:path";
import { whereItLeads, type FileHost } from "./place.ts";
import { writeWorkspaceFile } from "./workspace.ts";

/** Throws `invalid` if two inputs name the same file: one report would overwrite the other. */
export function refuseSameFile({ workspace }: FileHost, files: Readonly<Record<string, string | undefined>>): void {
  const inputs = new Map<string, string>();
  const problems: Problem[] = [];
  for (const [input, path] of Object.entries(files)) {
    if (path === undefined) continue;
    const place = whereItLeads(resolve(workspace, path), path);
    const other = inputs.get(place);
    if (other === undefined) inputs.set(place, input);
    else problems.push({ input, what: `${input} is the same file as ${other}`, remedy: "Give each its own file." });
  }
  if (problems.length > 0) throw invalid(problems[0]!.what, { problems });
}

/**
 * Writes the report of a run whose outcome is known to a file that an input named. A failure to write it is only a
 * warning: it does not change the outcome.
 */
export async function writeReport(
  host: FileHost,
  io: Pick<Io, "warning">,
  path: string,
  content: Uint8Array | string | Iterable<string>,
): Promise<boolean> {
  try {
    await writeWorkspaceFile(host, path, content, { typed: true });
    return true;
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    io.warning(
      [
        `A report is missing: ${error.message}`,
        ...(error.details.remedy === undefined ? [] : [error.details.remedy]),
      ].join("\n"),
    );
    return false;
  }
}
