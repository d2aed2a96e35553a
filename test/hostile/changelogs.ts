/** A changelog made to be slow or wrong to read. */
export interface HostileChangelog {
  readonly name: string;
  /** The whole file; at `scale` 1 the size that published extractors fail on or a multiple of it. */
  make(scale?: number): string;
  /** What asking for 1.2.3 gives: the text of its entry, or the kind of the error. */
  readonly body?: string;
  readonly failure?: "missing" | "duplicate" | "ambiguous" | "empty";
}

const MIB = 1024 * 1024;

/** The hostile text is in one entry; the next, 1.2.3, must be found after it. */
function between(name: string, hostile: (count: (full: number) => number) => string): HostileChangelog {
  const make = (scale = 1): string => {
    const text = hostile((full) => Math.max(1, Math.round(full * scale)));
    return `# Changelog\n\n## [1.2.4] - 2025-01-03\n\n${text}\n\n## [1.2.3] - 2025-01-02\n\n- real [x]\n\n[x]: /x\n`;
  };
  return { name, make, body: "- real [x]\n\n[x]: /x" };
}

function numbered(count: number, line: (i: number) => string): string {
  return Array.from({ length: count }, (_, i) => line(i)).join("\n");
}

export const HOSTILE_CHANGELOGS: readonly HostileChangelog[] = [
  between("one line of [", (n) => "[".repeat(n(MIB))),
  between("a heading of digits", (n) => `## ${"1".repeat(n(MIB))}\n\n- a`),
  between("emphasis that never closes", (n) => "*_".repeat(n(32 * 1024))),
  between("list levels", (n) => numbered(n(1500), (i) => `${"  ".repeat(i)}- x`)),
  between("headings of Unreleased", (n) => numbered(n(100_000), () => "## [Unreleased]")),
  between("lines of [[[", (n) => numbered(n(MIB / 4), () => "[[[")),
  between("hashes", (n) => `${"#".repeat(n(MIB))}\n\n${numbered(n(MIB / 8), () => "### ###")}`),
  between("a heading of spaces", (n) => `## a${" ".repeat(n(MIB))}b${" ".repeat(n(MIB))}##\n\n${" ".repeat(n(MIB))}`),
  between("runs of backticks", (n) =>
    numbered(n(1200), (i) => `${"`".repeat((i % 900) + 4)} \` x`).replace(/^/gm, "x "),
  ),
  { name: "comments that never close", make: between("", (n) => "<!-- ".repeat(n(MIB / 5))).make, failure: "missing" },
  between("block quotes", (n) => `${">".repeat(n(MIB / 2))}\n${numbered(n(5000), () => ">>>>")}`),
  between("one long line", (n) => "lorem ipsum ".repeat(n(MIB))),
  between("link definitions", (n) => numbered(n(100_000), (i) => `[l${i}]: /${i} "t"`)),
  between("fences", (n) => numbered(n(100_000), () => "```\n~~~\n## [1.2.3]\n```")),
  between("links that never close", (n) => "[a](".repeat(n(MIB / 4))),
  between("details that never close", (n) => numbered(n(20_000), () => "<details>\n")),
  between("tags that never close", (n) => numbered(n(20_000), () => "<a b='c' d").concat("<a ".repeat(n(MIB / 4)))),
  between("list items in one line, and blank lines", (n) => `${"- ".repeat(n(100_000))}x${"\n".repeat(n(200_000))}`),
  between(
    "quoted list items, and quoted blank lines",
    (n) => `> ${"- ".repeat(n(50_000))}x\n${numbered(n(100_000), () => ">")}`,
  ),
  between("titles that never close", (n) => numbered(n(100_000), (i) => `[l${i}]: /x "`)),
  between("headings of numbers", (n) => numbered(n(5_000), () => `## ${"1 ".repeat(400)}`)),
  between("headings of brackets", (n) => numbered(n(5_000), () => `## ${"[(<".repeat(300)}`)),
  between("carriage returns", (n) => "a\r".repeat(n(MIB / 2))),
  between("builds of one version", (n) => numbered(n(50_000), (i) => `## 1.2.2+${i}\n\n- x`)),
  {
    name: "components of one version",
    make: (scale = 1) => numbered(Math.max(2, Math.round(50_000 * scale)), (i) => `## [part${i} v1.2.3]\n\n- x`),
    failure: "ambiguous",
  },
  {
    name: "entries of one version",
    make: (scale = 1) => numbered(Math.max(2, Math.round(100_000 * scale)), () => "## [1.2.3]"),
    failure: "duplicate",
  },
];
