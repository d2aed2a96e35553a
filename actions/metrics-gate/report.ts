import type { Problem } from "@release-actions/action";
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
import { plotOf } from "./plot.ts";
import { sparkline } from "./progress.ts";
import type { Ended } from "./record.ts";
import { reportPieces, shortReport } from "./report-json.ts";
import type { GateInputs } from "./settings.ts";
import { classesText, estimateText, limitText, numberText, percentText, worstFirst } from "./words.ts";

const VERDICTS = { passed: "✅ passed", refused: "❌ refused", undecided: "❓ undecided" } as const;
/** Rows of one table; the report has them all. */
const ROWS = 50;
const EXPLAINED = 10;

export function outputsOf(ended: Ended) {
  const counted = ended.standing.objectives.filter(({ objective }) => objective.counted);
  const answered = counted.map(({ counts }) => counts.ok + counts.violation + counts["low-traffic"]);
  return {
    reason: shorten(oneLine(ended.standing.reason), 4_000),
    violations: counted.reduce((sum, { episodes }) => sum + episodes, 0),
    samples: answered.length === 0 ? 0 : Math.min(...answered),
    requests: Math.round(Math.max(0, ...counted.map(({ requests }) => requests))),
    report: shortReport(ended),
  };
}

/** What decided, as problems. */
export function problemsOf(ended: Ended): Problem[] {
  const decisive = ordered(ended).filter(
    ({ standing }) => standing.objective.counted && standing.verdict === ended.verdict,
  );
  return decisive.slice(0, EXPLAINED).map(({ index, standing }) => ({
    what: `${standing.objective.name}: ${standing.reason}`,
    remedy:
      ended.verdict === "refused"
        ? `${blameText(ended, index)}Roll back, or look at it: ${queryText(ended, index)}.`
        : `${lastDetail(ended, index)}Let it run longer, or send it more requests. Asked was ${queryText(ended, index)}.`,
  }));
}

function blameText({ worst }: Ended, index: number): string {
  const [first] = worst[index] ?? [];
  return first === undefined ? "" : `Most bad events are from ${seriesText(first.labels)}. `;
}

/** What was last said of a tick without a measurement. */
function lastDetail({ ticks }: Ended, index: number): string {
  const detail = ticks.findLast(({ samples }) => samples[index]!.detail !== undefined)?.samples[index]?.detail;
  return detail === undefined ? "" : `Last said: ${shorten(oneLine(detail), 500)}. `;
}

function seriesText(labels: Readonly<Record<string, string>>): string {
  const { __name__: name = "", ...rest } = labels;
  return shorten(
    oneLine(
      `${name}{${Object.entries(rest)
        .map(([label, value]) => `${label}=${JSON.stringify(value)}`)
        .join(", ")}}`,
    ),
    300,
  );
}

function queryText({ ticks, queries }: Ended, index: number): string {
  const asked = ticks.findLast(({ asked: all }) => all[index]!.length > 0)?.asked[index] ?? [];
  return asked.length === 0 ? "nothing" : shorten(oneLine(asked.map((number) => queries[number]).join(" and ")), 500);
}

function ordered({
  standing: { objectives },
}: Ended): { readonly index: number; readonly standing: ObjectiveStanding }[] {
  return worstFirst(objectives).map((index) => ({ index, standing: objectives[index]! }));
}

export function summaryOf(ended: Ended): Block[] {
  const { verdict, reason } = ended.standing;
  const all = ordered(ended);
  const shown = (all.length > ROWS ? all.slice(0, ROWS) : all.toSorted((one, other) => one.index - other.index)).map(
    ({ index, standing }) => row(ended, index, standing),
  );
  const more = all.length > ROWS ? [paragraph(`and ${all.length - ROWS} more, in the report`)] : [];
  const files = [
    ["Plot", ended.inputs.plotFile],
    ["Report", ended.inputs.reportFile],
  ].flatMap(([name, path]): Inline[] => (path === undefined ? [] : [[`${name}: `, code(path)]]));
  return [
    heading("metrics-gate"),
    paragraph([strong(VERDICTS[verdict]), ` ${shorten(oneLine(reason), 1_000)}`]),
    table(["Objective", "Course", "Value", "Limit", "Evidence against it", "Ticks", "Verdict"], shown),
    ...more,
    ...all
      .filter(({ standing }) => standing.verdict !== "passed" && standing.certain && standing.objective.counted)
      .slice(0, EXPLAINED)
      .map(({ index, standing }) => explained(ended, index, standing)),
    ...(ended.remarks.length === 0
      ? []
      : [details("What Prometheus remarked", [list(ended.remarks.map((remark) => shorten(oneLine(remark), 300)))])]),
    ...(files.length === 0 ? [] : [list(files)]),
  ];
}

function row(ended: Ended, index: number, standing: ObjectiveStanding): Inline[] {
  const { objective, share, ratio, evidence, counts, verdict, certain } = standing;
  const last = ended.ticks.findLast(({ samples }) => samples[index]!.value !== undefined)?.samples[index]?.value;
  const compared = ratio === undefined ? "" : `, ${Number(ratio.value.toPrecision(3))} × the baseline`;
  return [
    shorten(oneLine(objective.name), 100),
    sparkline(ended.ticks, index, standing),
    share === undefined ? numberText(last, objective) : `${estimateText(share)}${compared}`,
    limitText(objective, ended.slos[index]!),
    evidence === undefined
      ? ""
      : `${Number(evidence.value.toPrecision(3))} of ${Number(evidence.needed.toPrecision(3))}`,
    classesText(counts),
    !objective.counted ? "shown only" : certain ? VERDICTS[verdict] : "not at its end",
  ];
}

function explained(ended: Ended, index: number, { objective, reason }: ObjectiveStanding): Block {
  const detail = ended.verdict === "refused" ? "" : lastDetail(ended, index);
  const total = (ended.worst[index] ?? []).reduce((sum, { bad }) => sum + bad, 0);
  const blame = (ended.worst[index] ?? []).map(({ labels, bad }): Inline => [
    code(seriesText(labels)),
    ` ${Math.round(bad)} (${percentText(bad / total)} of these)`,
  ]);
  return details(`${objective.name}: ${shorten(oneLine(reason), 500)}`, [
    paragraph(["Asked: ", code(queryText(ended, index))]),
    ...(detail === "" ? [] : [paragraph(detail)]),
    ...(blame.length === 0 ? [] : [paragraph("Most bad events are from:"), list(blame)]),
  ]);
}

/** The whole report, the plot and JUnit's XML, where they are asked for. */
export async function writeFiles(
  { reportFile, plotFile, junitFile }: GateInputs,
  ended: Ended,
  write: (path: string, content: string | Iterable<string>) => Promise<unknown>,
): Promise<void> {
  if (reportFile !== undefined) await write(reportFile, reportPieces(ended));
  if (plotFile !== undefined) await write(plotFile, await plotOf(ended));
  if (junitFile !== undefined) await write(junitFile, await junitOf(ended));
}

async function junitOf(ended: Ended): Promise<string> {
  const { junitXml } = await import("@release-actions/report/junit");
  const seconds = (ended.ended - ended.started) / 1_000;
  const cases = ended.standing.objectives.map((standing, index) => {
    const { objective, verdict, reason } = standing;
    const result = !objective.counted
      ? ("skipped" as const)
      : verdict === "passed"
        ? ("passed" as const)
        : verdict === "refused"
          ? ("failed" as const)
          : ("error" as const);
    return {
      name: objective.name,
      duration: seconds,
      result,
      message: shorten(oneLine(reason), 1_000),
      detail: `${reason}\n${queryText(ended, index)}\n${blameText(ended, index)}`,
    };
  });
  return junitXml("metrics-gate", [{ name: "metrics-gate", cases }]);
}
