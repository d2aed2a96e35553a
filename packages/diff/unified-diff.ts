const CONTEXT = 3;
/** Beyond so many changed lines the shortest diff is not worth finding: one hunk replaces all. */
const MOST_CHANGES = 500;

/** What `before` becomes, as `diff -u` and `git apply` write it; empty when nothing changes. */
export function unifiedDiff(path: string, before: string, after: string): string {
  if (before === after) return "";
  const [old, now] = [linesOf(before), linesOf(after)];
  const changes = hunks(old, now, changedRuns(old, now));
  return `--- a/${path}\n+++ b/${path}\n${changes.join("")}`;
}

/** Lines with their ends, so that a changed or missing line end is a change. */
function linesOf(text: string): string[] {
  const lines: string[] = [];
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf("\n", start);
    const next = end === -1 ? text.length : end + 1;
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

function hunks(old: readonly string[], now: readonly string[], runs: readonly Run[]): string[] {
  const groups: Run[][] = [];
  for (const run of runs) {
    const last = groups.at(-1)?.at(-1);
    if (last !== undefined && run.a - last.b <= 2 * CONTEXT) groups.at(-1)?.push(run);
    else groups.push([run]);
  }
  return groups.map((group) => hunk(old, now, group));
}

function hunk(old: readonly string[], now: readonly string[], group: readonly Run[]): string {
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
  const oldRange = range(first.a - lead, last.b + trail);
  const newRange = range(first.c - lead, last.d + trail);
  return `@@ -${oldRange} +${newRange} @@\n${lines.join("")}`;
}

function range(from: number, to: number): string {
  return `${to > from ? from + 1 : from},${to - from}`;
}

function shown(mark: string, line: string): string {
  return line.endsWith("\n") ? mark + line : `${mark}${line}\n\\ No newline at end of file\n`;
}
