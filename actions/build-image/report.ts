import type { Io } from "@release-actions/action";
import type { Builder } from "@release-actions/containers";
import { code, heading, paragraph, table, type Inline } from "@release-actions/text";
import type { Commands } from "./commands.ts";
import type { BuildRequest } from "./request.ts";

/** planned: a dry run; pushed: built and pushed by this run; adopted: it was there already. */
export type Outcome = "planned" | "pushed" | "adopted";

/** What is written to the output `report`. Secrets are in none of it but as the names of their variables. */
export function reportOf(
  { name, image, reference, commit, version, platforms }: BuildRequest,
  builder: Builder | undefined,
  commands: Commands | undefined,
  outcome: Outcome,
  digest?: string,
) {
  return {
    ...{ name, image, reference, commit, version, platforms, outcome, digest },
    tool: builder?.kind,
    commands: commands?.commands.map(({ args }) => [builder?.kind, ...args]),
  };
}

const WORDS = {
  planned: "would be built and pushed",
  pushed: "built and pushed",
  adopted: "found: it was built from the same commit before",
} as const satisfies Record<Outcome, string>;

export function summarize(io: Io, request: BuildRequest, outcome: Outcome, digest?: string): void {
  const { name, image, reference, platforms } = request;
  const shown = digest === undefined ? reference : `${image}@${digest}`;
  io.info(`${name}: ${shown} (${WORDS[outcome]})`);
  const rows: [string, Inline][] = [
    ["Image", code(shown)],
    ["Tag", code(request.tag)],
    ["Result", WORDS[outcome]],
    ...(platforms.length === 0 ? [] : [["Platforms", platforms.join(", ")] as [string, Inline]]),
  ];
  io.summary(heading(`Image ${name}`, 3), table(["", ""], rows));
}

/** Shows what a run without dry-run would do. */
export function printPlan(io: Io, builder: Builder, { commands, cleanUp }: Commands, login: string | undefined): void {
  if (login !== undefined) io.info(`Would sign in to ${login}`);
  for (const { args } of commands) io.info(`Would run: ${commandLine(builder, args)}`);
  for (const args of cleanUp) io.info(`Would run: ${commandLine(builder, args)}`);
  io.summary(paragraph("This was a dry run: nothing was built or pushed."));
}

/** A command line as a shell reads it. */
export function commandLine({ kind }: Builder, args: readonly string[]): string {
  return [kind, ...args]
    .map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`))
    .join(" ");
}
