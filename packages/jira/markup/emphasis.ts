/** A run of `*`, `_` or `~~` that may begin or end emphasis, and what became of it. */
export interface Run {
  readonly character: string;
  readonly length: number;
  readonly opens: boolean;
  readonly closes: boolean;
  /** Characters that are left as text. */
  left: number;
  /** What begins behind the run, and what ends before it. */
  readonly begins: Mark[];
  readonly ends: Mark[];
}

export type Mark = "strong" | "emphasis" | "strike";

/** A run by the characters around it (CommonMark 0.31.2, section 6.2). */
export function runOf(character: string, length: number, before: string, after: string): Run {
  const left = !isSpace(after) && (!isPunctuation(after) || isSpace(before) || isPunctuation(before));
  const right = !isSpace(before) && (!isPunctuation(before) || isSpace(after) || isPunctuation(after));
  const within = character === "_";
  return {
    character,
    length,
    opens: left && (!within || !right || isPunctuation(before)),
    closes: right && (!within || !left || isPunctuation(after)),
    left: length,
    begins: [],
    ends: [],
  };
}

/** Pairs the runs. What was looked for in vain is not looked for again, so that no text takes more than linear time. */
export function pairRuns(runs: readonly Run[]): void {
  const open: Run[] = [];
  const bottoms = new Map<string, number>();
  for (const closer of runs) {
    while (closer.closes && closer.left > 0) {
      const key = `${closer.character} ${closer.opens} ${closer.length % 3}`;
      const at = openerOf(open, closer, bottoms.get(key) ?? 0);
      if (at === -1) {
        bottoms.set(key, open.length);
        break;
      }
      const opener = open[at]!;
      const strong = opener.left >= 2 && closer.left >= 2;
      const mark = closer.character === "~" ? "strike" : strong ? "strong" : "emphasis";
      opener.begins.push(mark);
      closer.ends.push(mark);
      opener.left -= strong ? 2 : 1;
      closer.left -= strong ? 2 : 1;
      open.length = opener.left === 0 ? at : at + 1;
      for (const [other, bottom] of bottoms) if (bottom > open.length) bottoms.set(other, open.length);
    }
    if (closer.opens && closer.left > 0) open.push(closer);
  }
}

function openerOf(open: readonly Run[], closer: Run, bottom: number): number {
  for (let at = open.length - 1; at >= bottom; at -= 1) {
    const opener = open[at]!;
    if (opener.character !== closer.character) continue;
    // A run that could both open and close pairs with another only where their lengths fit.
    const mixed = (opener.closes || closer.opens) && (opener.length + closer.length) % 3 === 0;
    if (!mixed || (opener.length % 3 === 0 && closer.length % 3 === 0)) return at;
  }
  return -1;
}

function isSpace(character: string): boolean {
  return character === "" || /\s/u.test(character);
}

function isPunctuation(character: string): boolean {
  return /[\p{P}\p{S}]/u.test(character);
}
