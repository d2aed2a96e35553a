import { ActionError, type HostFacts } from "@release-actions/action";
import type { Extraction } from "@release-actions/changelog";
import { readWorkspaceFile } from "@release-actions/files";
import type { ParsedTag } from "@release-actions/version";
import type { Settings } from "./settings.ts";

/** What a changelog says of the version, found before it is known whether it is the tagged commit's. */
export interface Anticipated {
  readonly source: Buffer;
  readonly extraction: Extraction;
}

/** Reads the workspace's changelog while git runs: in nearly every run it is the tagged commit's. */
export async function anticipate(
  host: HostFacts,
  settings: Settings,
  parsed: ParsedTag,
): Promise<Anticipated | undefined> {
  const { changelog, changelogName } = settings.of(parsed.component);
  try {
    const source = await readWorkspaceFile(host, changelog);
    const { extractEntry } = await import("@release-actions/changelog");
    return { source, extraction: extractEntry(source, { version: parsed.version.text, component: changelogName }) };
  } catch (error) {
    // Why it cannot be read is said where it is asked for.
    if (error instanceof ActionError) return undefined;
    throw error;
  }
}
