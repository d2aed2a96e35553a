import { invalid } from "@release-actions/action";
import type { HostFacts, Problem } from "@release-actions/action";
import { readWorkspaceFile } from "@release-actions/files";
import type { Commit } from "@release-actions/git";
import { inertMarkdown, shorten } from "@release-actions/text";
import { parseTags, previousTag } from "@release-actions/version";
import type { ReleaseTag } from "./release-tag.ts";

export interface NotesInputs {
  readonly body: string | undefined;
  readonly bodyFile: string | undefined;
  readonly generateNotes: boolean;
}

const MOST_COMMITS = 2_000;
const LONGEST_SUBJECT = 200;

/** The release's text from the inputs; undefined when none of them gives one. Throws `invalid`. */
export async function notesOf(
  inputs: NotesInputs,
  tag: ReleaseTag,
  host: HostFacts,
  signal: AbortSignal,
): Promise<string | undefined> {
  const [given, generated] = await Promise.all([
    givenText(inputs, host),
    inputs.generateNotes ? commitNotes(tag, host, signal) : undefined,
  ]);
  const texts = [given, generated].filter((text) => text !== undefined);
  return texts.length === 0 ? undefined : texts.join("\n\n");
}

async function givenText({ body, bodyFile }: NotesInputs, host: HostFacts): Promise<string | undefined> {
  if (bodyFile === undefined) return body;
  const problems: Problem[] = [];
  if (body !== undefined)
    problems.push({ input: "body-file", what: "body and body-file are both given", remedy: "Give one of them." });
  const text = (await readWorkspaceFile(host, bodyFile, { typed: true })).toString("utf8").replace(/^\ufeff/, "");
  if (text.trim() === "")
    problems.push({
      input: "body-file",
      what: `${JSON.stringify(bodyFile)} is empty`,
      remedy: "Check the step that writes it, or leave body-file out.",
    });
  if (problems.length > 0) throw invalid(problems[0]!.what, { problems });
  return text;
}

/** One line per commit since the previous tag of the same component, the newest first. Merges themselves are left out. */
async function commitNotes(tag: ReleaseTag, host: HostFacts, signal: AbortSignal): Promise<string> {
  const { openRepository, tagRef } = await import("@release-actions/git");
  const repository = openRepository({
    directory: host.workspace,
    environment: host.childEnvironment,
    temporary: host.temporary,
    signal,
  });
  const tags = await repository.tags();
  const own = tags.find(({ name }) => name === tag.parsed.tag);
  if (own?.commit === undefined) {
    throw invalid(`generate-notes needs the tag ${tag.parsed.tag} in the checkout`, {
      remedy: "Check out with fetch-depth: 0, or: git fetch origin 'refs/tags/*:refs/tags/*'",
    });
  }
  const before = previousTag(
    parseTags(
      tags.map(({ name }) => name),
      tag.rules,
    ),
    tag.parsed,
  );
  const { commits, complete, truncated } = await repository.log({
    to: own.commit,
    ...(before !== undefined && { from: tagRef(before.tag) }),
    ...(tag.path !== undefined && { paths: [tag.path] }),
    limit: MOST_COMMITS,
  });
  if (!complete) {
    throw invalid("generate-notes needs the whole history, and this checkout is shallow", {
      remedy: "Check out with fetch-depth: 0 (GitLab: GIT_DEPTH: 0), or: git fetch --unshallow --tags",
    });
  }
  return changesText(
    commits.filter(({ parents }) => parents.length < 2),
    before?.tag,
    truncated,
  );
}

/** Subjects are foreign text: no mention, reference, link or markup in them stays alive. */
export function changesText(commits: readonly Commit[], since: string | undefined, truncated: boolean): string {
  const title = since === undefined ? "## Changes" : `## Changes since ${inertMarkdown(since)}`;
  const lines = commits.map(
    ({ subject, id }) => `- ${inertMarkdown(shorten(subject, LONGEST_SUBJECT))} (\`${id.slice(0, 10)}\`)`,
  );
  const more = truncated ? [`- and more: only the newest ${MOST_COMMITS} commits are listed`] : [];
  return [title, "", ...(lines.length === 0 ? ["No commits of its own."] : lines), ...more].join("\n");
}
