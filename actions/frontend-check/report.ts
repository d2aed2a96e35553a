import type { HostFacts, Io } from "@release-actions/action";
import type { PageRow, SiteFindings, SiteSpec } from "@release-actions/browser/check";
import { writeReport } from "@release-actions/files";
import {
  checkTable,
  fittingItems,
  unknown,
  VERDICT_WORDS,
  type CheckResult,
  type CheckVerdict,
} from "@release-actions/report";
import type { JunitCase } from "@release-actions/report/junit";
import { code, formatCount, heading, paragraph, strong, type Block } from "@release-actions/text";

interface ReportHost {
  readonly host: Pick<HostFacts, "workspace">;
  readonly io: Pick<Io, "warning">;
}

export function summaryOf(
  rows: readonly PageRow[],
  verdict: CheckVerdict,
  { origin, pages }: SiteSpec,
  screenshots: readonly string[],
): Block[] {
  const lead = { title: "Page", cell: ({ page }: PageRow) => (page === "" ? "" : code(page)) };
  return [
    heading("frontend-check"),
    paragraph([strong(VERDICT_WORDS[verdict]), ` ${formatCount(pages.length, "page")} of ${origin}`]),
    ...checkTable(rows, { lead }),
    ...(screenshots.length === 0 ? [] : [paragraph(`Screenshots: ${screenshots.join(", ")}`)]),
  ];
}

export function outputsOf(rows: readonly PageRow[]) {
  const count = (...results: readonly CheckResult[]) => rows.filter(({ result }) => results.includes(result)).length;
  return {
    results: fittingItems(byWeight(rows).map(outputItem)),
    failures: count("fail", "invalid"),
    unknowns: count("unknown"),
    warnings: count("warn"),
  };
}

/** What did not pass comes first: an output holds only so much. */
function byWeight(rows: readonly PageRow[]): PageRow[] {
  const isGood = ({ result }: PageRow) => result === "pass" || result === "skipped";
  return rows.toSorted((one, other) => Number(isGood(one)) - Number(isGood(other)));
}

function outputItem({ page, check, result, detail, remedy }: PageRow): object {
  return { page, check, result, detail, ...(remedy !== undefined && { remedy }) };
}

/** A picture of each page, and another one of a second load that does not look like the first. Returns their paths. */
export async function writeScreenshots(
  { host, io }: ReportHost,
  directory: string,
  visits: SiteFindings["visits"],
): Promise<string[]> {
  const written: string[] = [];
  const write = async (path: string, png: Buffer | undefined) => {
    if (png !== undefined && (await writeReport(host, io, path, png))) written.push(path);
  };
  for (const [index, [page, loads = []]] of [...visits].entries()) {
    const [first, second] = loads;
    const path = `${directory.replace(/\/+$/, "")}/${index + 1}-${fileName(page)}`;
    await write(`${path}.png`, first?.screenshot);
    if (second !== undefined && second.painted !== first?.painted) await write(`${path}-again.png`, second.screenshot);
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

/** The report of a run that did not end. */
export const UNFINISHED: readonly PageRow[] = [{ page: "", ...unknown("browser", "the run did not end", "") }];

/** A suite for each page, a case for each row. */
export async function junitOf(rows: readonly PageRow[]): Promise<string> {
  const { junitResult, junitXml } = await import("@release-actions/report/junit");
  const caseOf = ({ check, result, detail, remedy = "" }: PageRow): JunitCase => ({
    name: check,
    result: junitResult(result),
    message: detail,
    detail: remedy,
  });
  const suites = [...new Set(rows.map(({ page }) => page))].map((page) => ({
    name: page === "" ? "browser" : page,
    cases: rows.filter((row) => row.page === page).map(caseOf),
  }));
  return junitXml("frontend-check", suites);
}
