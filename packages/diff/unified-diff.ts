const CONTEXT = 3;
/** Beyond so many changed lines the shortest diff is not worth finding: one hunk replaces all. */
const MOST_CHANGES = 500;

/** What `before` becomes, as `diff -u` and `git apply` write it; empty when nothing changes. */
export function unifiedDiff(path: string, before: string, after: string): string {
  if (before === after) return "";
  const { from, to } = partInQuestion(before, after);
  const [old, now] = [linesOf(before.slice(from, before.length - to)), linesOf(after.slice(from, after.length - to))];
  const changes = hunks(old, now, changedRuns(old, now), countLines(before, from));
  return `--- a/${path}\n+++ b/${path}\n${changes.join("")}`;
}

/** How many characters at the start and at the end are whole lines alike and too far from any change to be shown. */
function partInQuestion(before: string, after: string): { from: number; to: number } {
  const shorter = Math.min(before.length, after.length);
  const head = longest(shorter, (length) => before.startsWith(after.slice(0, length)));
  let from = head === 0 ? 0 : before.lastIndexOf("\n", head - 1) + 1;
  const tail = longest(shorter - from, (length) => before.endsWith(after.slice(after.length - length)));
  let end = nextLine(before, before.length - tail);
  for (let line = 0; line < CONTEXT; line += 1) {
    from = from < 2 ? 0 : before.lastIndexOf("\n", from - 2) + 1;
    end = nextLine(before, end);
  }
  return { from, to: before.length - end };
}

/** The greatest number up to `most` for which it holds, as it does for all smaller ones. */
function longest(most: number, holds: (length: number) => boolean): number {
  let [low, high] = [0, most];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (holds(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

function nextLine(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end === -1 ? text.length : end + 1;
}

function countLines(text: string, end: number): number {
  let count = 0;
  for (let at = 0; at < end; at = nextLine(text, at)) count += 1;
  return count;
}

/** Lines with their ends, so that a changed or missing line end is a change. */
function linesOf(text: string): string[] {
  const lines: string[] = [];
  for (let start = 0; start < text.length; ) {
    const next = nextLine(text, start);
    lines.push(text.slice(start, next));
    start = next;
  }
  return lines;
}

/** `old` from a to b gives way to `now` from c to d. */
interface Run {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
}

function changedRuns(old: readonly string[], now: readonly string[]): Run[] {
  let head = 0;
  while (head < old.length && head < now.length && old[head] === now[head]) head++;
  let tail = 0;
  while (tail < old.length - head && tail < now.length - head && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail++;
  const [oldEnd, nowEnd] = [old.length - tail, now.length - tail];
  const runs = shortestEdit(old.slice(head, oldEnd), now.slice(head, nowEnd));
  if (runs === undefined) return [{ a: head, b: oldEnd, c: head, d: nowEnd }];
  return runs.map(({ a, b, c, d }) => ({ a: a + head, b: b + head, c: c + head, d: d + head }));
}

/** Myers' greedy algorithm ("An O(ND) Difference Algorithm"), given up after MOST_CHANGES. */
function shortestEdit(old: readonly string[], now: readonly string[]): Run[] | undefined {
  const reach = new Map<number, number>([[1, 0]]);
  const trace: Map<number, number>[] = [];
  for (let changes = 0; changes <= MOST_CHANGES; changes++) {
    trace.push(new Map(reach));
    for (let k = -changes; k <= changes; k += 2) {
      const down = k === -changes || (k !== changes && (reach.get(k - 1) ?? -1) < (reach.get(k + 1) ?? -1));
      let x = down ? (reach.get(k + 1) ?? 0) : (reach.get(k - 1) ?? 0) + 1;
      while (x < old.length && x - k < now.length && old[x] === now[x - k]) x++;
      reach.set(k, x);
      if (x >= old.length && x - k >= now.length) return backtrack(trace, old.length, now.length);
    }
  }
  return undefined;
}

function backtrack(trace: readonly Map<number, number>[], oldLength: number, nowLength: number): Run[] {
  const runs: Run[] = [];
  let [x, y] = [oldLength, nowLength];
  for (let changes = trace.length - 1; changes > 0; changes--) {
    const reach = trace[changes] as Map<number, number>;
    const k = x - y;
    const down = k === -changes || (k !== changes && (reach.get(k - 1) ?? -1) < (reach.get(k + 1) ?? -1));
    const previousX = reach.get(down ? k + 1 : k - 1) ?? 0;
    const previousY = previousX - (down ? k + 1 : k - 1);
    const next = runs[0];
    const run = { a: previousX, b: down ? previousX : previousX + 1, c: previousY, d: down ? previousY + 1 : previousY };
    if (next !== undefined && next.a === run.b && next.c === run.d) runs[0] = { ...next, a: run.a, c: run.c };
    else runs.unshift(run);
    [x, y] = [previousX, previousY];
  }
  return runs;
}

/** `skipped` lines stand before the ones given. */
function hunks(old: readonly string[], now: readonly string[], runs: readonly Run[], skipped: number): string[] {
  const groups: Run[][] = [];
  for (const run of runs) {
    const last = groups.at(-1)?.at(-1);
    if (last !== undefined && run.a - last.b <= 2 * CONTEXT) groups.at(-1)?.push(run);
    else groups.push([run]);
  }
  return groups.map((group) => hunk(old, now, group, skipped));
}

function hunk(old: readonly string[], now: readonly string[], group: readonly Run[], skipped: number): string {
  const [first, last] = [group[0] as Run, group.at(-1) as Run];
  const lead = Math.min(CONTEXT, first.a);
  const trail = Math.min(CONTEXT, old.length - last.b);
  const lines: string[] = [];
  let at = first.a - lead;
  for (const { a, b, c, d } of group) {
    lines.push(...old.slice(at, a).map((line) => shown(" ", line)));
    lines.push(...old.slice(a, b).map((line) => shown("-", line)));
    lines.push(...now.slice(c, d).map((line) => shown("+", line)));
    at = b;
  }
  lines.push(...old.slice(at, last.b + trail).map((line) => shown(" ", line)));
  const oldRange = range(skipped + first.a - lead, skipped + last.b + trail);
  const newRange = range(skipped + first.c - lead, skipped + last.d + trail);
  return `@@ -${oldRange} +${newRange} @@\n${lines.join("")}`;
}

function range(from: number, to: number): string {
  return `${to > from ? from + 1 : from},${to - from}`;
}

function shown(mark: string, line: string): string {
  return line.endsWith("\n") ? mark + line : `${mark}${line}\n\\ No newline at end of file\n`;
}
