import {
  code,
  link,
  list,
  oneLine,
  paragraph,
  shorten,
  toMarkdown,
  type Block,
  type InlinePart,
} from "@release-actions/text";
import type { Range } from "./source.ts";

/** Lines in the description; all of them are in the output `commits`. */
const MOST_LINES = 200;
const LONGEST_SUBJECT = 200;

/** The ranges as Markdown in which no commit's text is alive. */
export function changelogMarkdown(ranges: readonly Range[], addressOf: (range: Range) => string | undefined): string {
  const blocks = ranges.flatMap((range) => [
    ...(ranges.length > 1 ? [paragraph(["From ", code(shorten(range.oldRef, 80)), ":"])] : []),
    ...rangeBlocks(range, addressOf(range)),
  ]);
  return toMarkdown(blocks).trimEnd();
}

function rangeBlocks({ commits, notes, relation }: Range, address: string | undefined): Block[] {
  const left = commits.length - MOST_LINES;
  const isKnown = relation !== "unknown" && relation !== "moving";
  return [
    ...notes.map((note) => paragraph(note)),
    ...(commits.length === 0
      ? isKnown
        ? [paragraph("No commits.")]
        : []
      : [
          // Within <code> GitLab looks for no mention and no reference, not even for one that is written as an entity.
          list(
            commits
              .slice(0, MOST_LINES)
              .map(({ id, subject, parents }) => [
                code(id.slice(0, 12)),
                " ",
                ...subjectParts(oneLine(shorten(subject, LONGEST_SUBJECT)).trim() || "(no subject)"),
                ...(parents.length > 1 ? [" (merge)"] : []),
              ]),
          ),
        ]),
    ...(left > 0 ? [paragraph(`And ${left} more.`)] : []),
    ...(address === undefined ? [] : [paragraph(link("Compare", address))]),
  ];
}

/**
 * GitLab closes issues that the unrendered text mentions: "fixes AAP-1", "closes #1", an issue's URL. So one character
 * of anything that could be such a reference goes outside the code.
 */
function subjectParts(subject: string): (string | InlinePart)[] {
  const parts = subject.split(/(-(?=[0-9])|#(?=[0-9])|:(?=\/\/))/);
  return parts.map((part, index) => (index % 2 === 1 ? part : code(part)));
}
