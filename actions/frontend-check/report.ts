import { CHECK_WORDS, type CheckResult, type HostFacts, type Io, type Problem } from "@release-actions/action";
import { writeReport } from "@release-actions/files";
import type { JunitCase } from "@release-actions/report/junit";
import { code, fittingItems, heading, paragraph, strong, table, type Block } from "@release-actions/text";
import type { Browsing } from "./browse.ts";
import { unknown, type PageRow, type verdictOf } from "./rows.ts";
import type { Settings } from "./settings.ts";

type CheckVerdict = ReturnType<typeof verdictOf>;
interface Place {
  readonly host: Pick<HostFacts, "workspace">;
  readonly io: Pick<Io, "warning">;
}

const VERDICTS = {
  passed: "✅ passed",
  refused: "❌ refused",
  invalid: "🚫 invalid",
  undecided: "❓ undecided",
} as const;
const DECISIVE = { refused: "fail", invalid: "invalid", undecided: "unknown" } as const;
/** Rows of the summary's table; the outputs hold more. */
const ROWS = 200;

/** Prints the rows; those that decide are printed by the framework at the end. */
export function logRows(io: Io, rows: readonly PageRow[]): void {
  for (const row of rows) {
    const text = named(row);
    if (row.result === "warn") io.warning(`${text}${row.remedy === undefined ? "" : `\n${row.remedy}`}`);
    else io.info(`${CHECK_WORDS[row.result]}  ${text}`);
  }
}

export function problemsOf(rows: readonly PageRow[], verdict: CheckVerdict): Problem[] {
  if (verdict === "passed") return [];
  const decisive = rows.filter(({ result }) => result === DECISIVE[verdict]);
  return decisive.map((row) => ({ what: named(row), ...(row.remedy !== undefined && { remedy: row.remedy }) }));
}

function named({ page, check, detail }: PageRow): string {
  return `${page === "" ? "" : `${page}: `}${check}: ${detail}`;
}

export function summaryOf(
  rows: readonly PageRow[],
  verdict: CheckVerdict,
  { origin, pages }: Settings,
  screenshots: readonly string[],
): Block[] {
  const cells = rows
    .slice(0, ROWS)
    .map(({ page, check, result, detail, remedy = "" }) => [
      page === "" ? "" : code(page),
      check,
      CHECK_WORDS[result],
      detail,
      result === "pass" || result === "skipped" ? "" : remedy,
    ]);
  return [
    heading("frontend-check"),
    paragraph([strong(VERDICTS[verdict]), ` ${pages.length === 1 ? "1 page" : `${pages.length} pages`} of ${origin}`]),
    table(["Page", "Check", "Result", "Detail", "Remedy"], cells),
    ...(rows.length > ROWS ? [paragraph(`and ${rows.length - ROWS} more rows`)] : []),
    ...(screenshots.length === 0 ? [] : [paragraph(`Screenshots: ${screenshots.join(", ")}`)]),
  ];
}

export function outputsOf(rows: readonly PageRow[]) {
  const count = (...results: readonly CheckResult[]) => rows.filter(({ result }) => results.includes(result)).length;
  return {
    results: listOutput(rows),
    failures: count("fail", "invalid"),
    unknowns: count("unknown"),
    warnings: count("warn"),
  };
}

/** What is not good comes first, as much as fits: a host drops an output of a megabyte whole. The counts are exact. */
function listOutput(rows: readonly PageRow[]): unknown[] {
  const good = ({ result }: PageRow) => (result === "pass" || result === "skipped" ? 1 : 0);
  const ordered = rows.toSorted((one, other) => good(one) - good(other));
  return fittingItems(
    ordered.map(({ page, check, result, detail, remedy }) => ({
      page,
      check,
      result,
      detail,
      ...(remedy !== undefined && { remedy }),
    })),
  );
}

/** One picture of each page, and one more of a second load that does not look like the first. Returns their paths. */
export async function writeScreenshots(
  { host, io }: Place,
  directory: string,
  { visits }: Browsing,
): Promise<string[]> {
  const written: string[] = [];
  for (const [index, [name, loads = []]] of [...visits].entries()) {
    const [first, second] = loads;
    const file = `${directory.replace(/\/+$/, "")}/${index + 1}-${fileName(name)}`;
    const pictures = [
      { path: `${file}.png`, png: first?.screenshot },
      {
        path: `${file}-again.png`,
        png: second !== undefined && second.painted !== first?.painted ? second.screenshot : undefined,
      },
    ];
    for (const { path, png } of pictures) {
      if (png === undefined) continue;
      if (await writeReport(host, io, path, png)) written.push(path);
    }
  }
  return written;
}

/** `/orders/?page=2` -> `orders` */
function fileName(page: string): string {
  const words = page
    .split("?", 1)[0]!
    .replace(/[^A-Za-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 60);
  return words === "" ? "start" : words;
}

const JUNIT: Readonly<Record<CheckResult, JunitCase["result"]>> = {
  pass: "passed",
  warn: "passed",
  fail: "failed",
  skipped: "skipped",
  unknown: "error",
  invalid: "error",
};

/** Of a run that did not come to its end. */
export const UNFINISHED: readonly PageRow[] = [{ page: "", ...unknown("browser", "the run did not end", "") }];

/** A suite for each page, a case for each row. */
export async function junitOf(rows: readonly PageRow[]): Promise<string> {
  const { junitXml } = await import("@release-actions/report/junit");
  const suites = [...new Set(rows.map(({ page }) => page))].map((page) => ({
    name: page === "" ? "browser" : page,
    cases: rows
      .filter((row) => row.page === page)
      .map(({ check, result, detail, remedy = "" }): JunitCase => ({
        name: check,
        result: JUNIT[result],
        message: detail,
        detail: remedy,
      })),
  }));
  return junitXml("frontend-check", suites);
}
