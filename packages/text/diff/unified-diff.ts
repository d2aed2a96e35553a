import { FILE_HEADERS_ONLY, formatPatch, structuredPatch, type StructuredPatchHunk } from "diff";

const CONTEXT = 3;
/** Beyond so many changed lines the shortest diff is not worth finding: one hunk replaces all. */
const MOST_CHANGES = 2_000;

/** What `before` becomes, as `diff -u` and `git apply` write it; empty when nothing changes. */
export function unifiedDiff(path: string, before: string, after: string): string {
  if (before === after) return "";
  const names = { oldFileName: `a/${path}`, newFileName: `b/${path}` };
  const options = { context: CONTEXT, maxEditLength: MOST_CHANGES };
  const shortest = structuredPatch(names.oldFileName, names.newFileName, before, after, undefined, undefined, options);
  const patch = shortest ?? {
    ...names,
    oldHeader: undefined,
    newHeader: undefined,
    hunks: [replacement(before, after)],
  };
  return formatPatch(patch, FILE_HEADERS_ONLY);
}

function replacement(before: string, after: string): StructuredPatchHunk {
  const [removed, added] = [marked("-", before), marked("+", after)];
  const lines = [...removed.lines, ...added.lines];
  return { oldStart: 1, oldLines: removed.count, newStart: 1, newLines: added.count, lines };
}

function marked(mark: string, text: string): { readonly count: number; readonly lines: readonly string[] } {
  const lines = text.split("\n").map((line) => mark + line);
  // What follows the last line end is not a line.
  if (lines.at(-1) === mark) lines.pop();
  const count = lines.length;
  return { count, lines: text === "" || text.endsWith("\n") ? lines : [...lines, "\\ No newline at end of file"] };
}
