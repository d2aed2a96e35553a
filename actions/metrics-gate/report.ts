import type { Problem } from "@release-actions/action";
import { VERDICT_WORDS, type CheckResult } from "@release-actions/report";
import type { ObjectiveStanding } from "@release-actions/slo";
import {
  code,
  details,
  heading,
  list,
  oneLine,
  paragraph,
  shorten,
  strong,
  table,
  type Block,
  type Inline,
} from "@release-actions/text";
import type { Inputs } from "./inputs.ts";
import { plotOf } from "./plot.ts";
import type { EndedRun } from "./record.ts";
import { reportPieces, shortReport } from "./report-json.ts";
import { classesText, estimateText, limitText, numberText, percentText, sparkline, worstFirst } from "./text.ts";

/** Rows of the table; the report has them all. */
const MAX_ROWS = 50;
const MAX_EXPLAINED = 10;
const RESULTS = { passed: "pass", refused: "fail", undecided: "unknown" } as const satisfies Record<
  ObjectiveStanding["verdict"],
  CheckResult
>;

interface Ranked {
  readonly index: number;
  readonly standing: ObjectiveStanding;
}

export function outputsOf(ended: EndedRun) {
  const { objectives, reason } = ended.standing;
  const counted = objectives.filter(({ objective }) => objective.counted);
  const answered = counted.map(({ counts }) => counts.ok + counts.violation + counts["low-traffic"]);
  return {
    reason: shorten(oneLine(reason), 4_000),
    violations: counted.reduce((sum, { episodes }) => sum + episodes, 0),
    samples: answered.length === 0 ? 0 : Math.min(...answered),
    requests: Math.round(Math.max(0, ...counted.map(({ requests }) => requests))),
    report: shortReport(ended),
  };
}

/** What led to the verdict. */
export function problemsOf(ended: EndedRun): Problem[] {
  if (ended.verdict === "passed") return [];
  const decisive = byWeight(ended).filter(
    ({ standing }) => standing.objective.counted && standing.verdict === ended.verdict,
  );
  return decisive.slice(0, MAX_EXPLAINED).map(({ index, standing }) => ({
    what: `${standing.objective.name}: ${standing.reason}`,
    remedy:
      ended.verdict === "refused"
        ? `${blameText(ended, index)}Roll back, or check ${queryText(ended, index)}.`
        : `${lastDetail(ended, index)}Let it run longer, or send it more requests. The query was ${queryText(ended, index)}.`,
  }));
}

function byWeight({ standing }: EndedRun): Ranked[] {
  return worstFirst(standing.objectives).map((index) => ({ index, standing: standing.objectives[index]! }));
}

function blameText({ worst }: EndedRun, index: number): string {
  const [first] = worst[index] ?? [];
  return first === undefined ? "" : `Most bad events come from ${seriesText(first.labels)}. `;
}

/** The detail of the last tick without a measurement. */
function lastDetail({ ticks }: EndedRun, index: number): string {
  const detail = ticks.findLast(({ samples }) => samples[index]!.detail !== undefined)?.samples[index]?.detail;
  return detail === undefined ? "" : `Last detail: ${shorten(oneLine(detail), 500)}. `;
}

/** `requests_total{code="500", tool="echo"}` */
function seriesText({ __name__: name = "", ...labels }: Readonly<Record<string, string>>): string {
  const parts = Object.entries(labels).map(([label, value]) => `${label}=${JSON.stringify(value)}`);
  return shorten(oneLine(`${name}{${parts.join(", ")}}`), 300);
}

/** The queries of the last tick that had any. */
function queryText({ ticks, queries }: EndedRun, index: number): string {
  const indexes = ticks.findLast((tick) => tick.queries[index]!.length > 0)?.queries[index] ?? [];
  if (indexes.length === 0) return "nothing";
  return shorten(oneLine(indexes.map((query) => queries[query]).join(" and ")), 500);
}

export function summaryOf(ended: EndedRun): Block[] {
  const { verdict, reason } = ended.standing;
  const all = byWeight(ended);
  const shown = all.length > MAX_ROWS ? all.slice(0, MAX_ROWS) : all.toSorted((one, other) => one.index - other.index);
  const explained = all.filter(
    ({ standing }) => standing.verdict !== "passed" && standing.certain && standing.objective.counted,
  );
  return [
    heading("metrics-gate"),
    paragraph([strong(VERDICT_WORDS[verdict]), ` ${shorten(oneLine(reason), 1_000)}`]),
    table(
      ["Objective", "Course", "Value", "Limit", "Evidence against it", "Ticks", "Verdict"],
      shown.map((ranked) => rowOf(ended, ranked)),
    ),
    ...(all.length > MAX_ROWS ? [paragraph(`and ${all.length - MAX_ROWS} more, in the report`)] : []),
    ...explained.slice(0, MAX_EXPLAINED).map((ranked) => detailsOf(ended, ranked)),
    ...remarksOf(ended),
    ...filesOf(ended),
  ];
}

function remarksOf({ remarks }: EndedRun): Block[] {
  if (remarks.length === 0) return [];
  return [details("Remarks from Prometheus", [list(remarks.map((remark) => shorten(oneLine(remark), 300)))])];
}

function filesOf({ inputs }: EndedRun): Block[] {
  const files = [
    ["Plot", inputs.plotFile],
    ["Report", inputs.reportFile],
  ].flatMap(([name, path]): Inline[] => (path === undefined ? [] : [[`${name}: `, code(path)]]));
  return files.length === 0 ? [] : [list(files)];
}

function rowOf(ended: EndedRun, { index, standing }: Ranked): Inline[] {
  const { objective, counts } = standing;
  return [
    shorten(oneLine(objective.name), 100),
    sparkline(ended.ticks, index, standing),
    valueText(ended, { index, standing }),
    limitText(objective, ended.slos[index]!),
    evidenceText(standing),
    classesText(counts),
    verdictText(standing),
  ];
}

function valueText({ ticks }: EndedRun, { index, standing }: Ranked): string {
  const { objective, share, ratio } = standing;
  if (share !== undefined) {
    const compared = ratio === undefined ? "" : `, ${Number(ratio.value.toPrecision(3))} × the baseline`;
    return `${estimateText(share)}${compared}`;
  }
  const last = ticks.findLast(({ samples }) => samples[index]!.value !== undefined);
  return numberText(last?.samples[index]?.value, objective);
}

function evidenceText({ evidence }: ObjectiveStanding): string {
  if (evidence === undefined) return "";
  return `${Number(evidence.value.toPrecision(3))} of ${Number(evidence.needed.toPrecision(3))}`;
}

function verdictText({ objective, certain, verdict }: ObjectiveStanding): string {
  if (!objective.counted) return "shown only";
  return certain ? VERDICT_WORDS[verdict] : "not finished";
}

function detailsOf(ended: EndedRun, { index, standing }: Ranked): Block {
  const { objective, reason } = standing;
  const detail = ended.verdict === "refused" ? "" : lastDetail(ended, index);
  const worst = ended.worst[index] ?? [];
  const total = worst.reduce((sum, { bad }) => sum + bad, 0);
  const blame = worst.map(({ labels, bad }): Inline => [
    code(seriesText(labels)),
    ` ${Math.round(bad)} (${percentText(bad / total)} of these)`,
  ]);
  return details(`${objective.name}: ${shorten(oneLine(reason), 500)}`, [
    paragraph(["Query: ", code(queryText(ended, index))]),
    ...(detail === "" ? [] : [paragraph(detail)]),
    ...(blame.length === 0 ? [] : [paragraph("Most bad events come from:"), list(blame)]),
  ]);
}

/** Writes the whole report, the plot and JUnit's XML, if they are requested. */
export async function writeFiles(
  { reportFile, plotFile, junitFile }: Inputs,
  ended: EndedRun,
  write: (path: string, content: string | Iterable<string>) => Promise<unknown>,
): Promise<void> {
  if (reportFile !== undefined) await write(reportFile, reportPieces(ended));
  if (plotFile !== undefined) await write(plotFile, await plotOf(ended));
  if (junitFile !== undefined) await write(junitFile, await junitOf(ended));
}

async function junitOf(ended: EndedRun): Promise<string> {
  const { junitResult, junitXml } = await import("@release-actions/report/junit");
  const duration = (ended.ended - ended.started) / 1_000;
  const cases = ended.standing.objectives.map(({ objective, verdict, reason }, index) => ({
    name: objective.name,
    duration,
    result: objective.counted ? junitResult(RESULTS[verdict]) : ("skipped" as const),
    message: shorten(oneLine(reason), 1_000),
    detail: `${reason}\n${queryText(ended, index)}\n${blameText(ended, index)}`,
  }));
  return junitXml("metrics-gate", [{ name: "metrics-gate", cases }]);
}
