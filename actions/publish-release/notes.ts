import { invalid } from "@release-actions/action";
import type { Context, HostFacts, Problem } from "@release-actions/action";
import { readWorkspaceFile } from "@release-actions/files";
import type { Commit } from "@release-actions/git";
import { inertMarkdown, shorten } from "@release-actions/text";
import { parseTags, previousTag } from "@release-actions/version";
import type { Inputs } from "./inputs.ts";
import type { ReleaseTag } from "./release-tag.ts";

type Checkout = Pick<Context<unknown>, "host" | "io" | "signal">;

const MAX_COMMITS = 2_000;
const MAX_SUBJECT = 200;

/** The release notes, in Markdown; undefined if no input supplies any. Throws `invalid`. */
export async function readNotes(
  context: Pick<Context<Inputs>, "inputs"> & Checkout,
  tag: ReleaseTag,
): Promise<string | undefined> {
  const { inputs, host } = context;
  const parts = await Promise.all([
    readBody(inputs, host),
    inputs.generateNotes ? commitNotes(tag, context) : undefined,
  ]);
  const texts = parts.filter((text) => text !== undefined);
  return texts.length === 0 ? undefined : texts.join("\n\n");
}

async function readBody({ body, bodyFile }: Inputs, host: HostFacts): Promise<string | undefined> {
  if (bodyFile === undefined) return body;
  const problems: Problem[] = [];
  if (body !== undefined)
    problems.push({ input: "body-file", what: "body and body-file cannot be combined", remedy: "Set one of them." });
  const text = (await readWorkspaceFile(host, bodyFile, { typed: true })).toString("utf8").replace(/^\ufeff/, "");
  if (text.trim() === "")
    problems.push({
      input: "body-file",
      what: `body-file ${JSON.stringify(bodyFile)} is empty`,
      remedy: "Check the step that writes it, or omit body-file.",
    });
  if (problems.length > 0) throw invalid(problems[0]!.what, { problems });
  return text;
}

/** One line per commit since the previous tag of the same component, newest first. Merge commits are omitted. */
async function commitNotes(tag: ReleaseTag, context: Checkout): Promise<string> {
  const { openCheckout, tagRef } = await import("@release-actions/git");
  const repository = openCheckout(context);
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
    limit: MAX_COMMITS,
  });
  if (!complete) {
    throw invalid("generate-notes needs the full history, but this checkout is shallow", {
      remedy: "Check out with fetch-depth: 0 (GitLab: GIT_DEPTH: 0), or: git fetch --unshallow --tags",
    });
  }
  return changesText(
    commits.filter(({ parents }) => parents.length < 2),
    before?.tag,
    truncated,
  );
}

/** Subjects are foreign text: mentions, references, links and markup in them are made inert. */
export function changesText(commits: readonly Commit[], since: string | undefined, truncated: boolean): string {
  const title = since === undefined ? "## Changes" : `## Changes since ${inertMarkdown(since)}`;
  const lines = commits.map(
    ({ subject, id }) => `- ${inertMarkdown(shorten(subject, MAX_SUBJECT))} (\`${id.slice(0, 10)}\`)`,
  );
  const more = truncated ? [`- and more: only the newest ${MAX_COMMITS} commits are listed`] : [];
  return [title, "", ...(lines.length === 0 ? ["No commits."] : lines), ...more].join("\n");
}
