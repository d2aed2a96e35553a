import { invalid, Stop, type HostFacts, type Io, type Problem } from "@release-actions/action-types";
import { realpathSync } from "node:fs";
import { resolve } from "node:path";
import { writeWorkspaceFile } from "./workspace.ts";

type Workspace = Pick<HostFacts, "workspace">;

/** Throws `invalid` where two inputs name one file: what is written there would take the place of the other. */
export function refuseSameFile({ workspace }: Workspace, files: Readonly<Record<string, string | undefined>>): void {
  const inputs = new Map<string, string>();
  const problems: Problem[] = [];
  for (const [input, path] of Object.entries(files)) {
    if (path === undefined) continue;
    const place = placeOf(resolve(workspace, path));
    const other = inputs.get(place);
    if (other === undefined) inputs.set(place, input);
    else problems.push({ input, what: `${input} is the same file as ${other}`, remedy: "Give each a file of its own." });
  }
  if (problems.length > 0) throw invalid(problems[0]!.what, { problems });
}

function placeOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/** Writes a report of a run whose end is known. That it cannot be written is a warning: it changes nothing of the end. */
export async function writeReport(host: Workspace, io: Pick<Io, "warning">, path: string, content: Uint8Array | string | Iterable<string>): Promise<boolean> {
  try {
    await writeWorkspaceFile(host, path, content);
    return true;
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    io.warning([`A report is missing: ${error.message}`, ...(error.details.remedy === undefined ? [] : [error.details.remedy])].join("\n"));
    return false;
  }
}
