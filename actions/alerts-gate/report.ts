import type { Io, Problem } from "@release-actions/action";
import { CHECK_WORDS, fittingItems } from "@release-actions/report";
import {
  code,
  heading,
  link,
  oneLine,
  paragraph,
  shorten,
  strong,
  table,
  type Block,
  type Inline,
} from "@release-actions/text";
import { minute, quietBy } from "./checks.ts";
import type { Compared, Standing } from "./compare.ts";
import { verdictOf, type Row } from "./rows.ts";
import type { Scope } from "./scope.ts";

const VERDICTS = {
  passed: "✅ passed",
  refused: "❌ refused",
  invalid: "🚫 invalid",
  undecided: "❓ undecided",
} as const;
const DECISIVE = { refused: "fail", invalid: "invalid", undecided: "unknown" } as const;
/** Rows of one table; the outputs hold more. */
const ROWS = 50;
const MATTERING = [
  "service",
  "namespace",
  "deployment",
  "statefulset",
  "pod",
  "container",
  "job",
  "instance",
  "node",
  "cluster",
];
const SHOWN_LABELS = 4;

/** Prints the rows; those that decide are printed by the framework at the end. */
export function logRows(io: Io, rows: readonly Row[]): void {
  for (const { check, result, detail, remedy = "" } of rows) {
    if (result === "warn") io.warning(`${check}: ${detail}${remedy === "" ? "" : `\n${remedy}`}`);
    else io.info(`${CHECK_WORDS[result]}  ${check}: ${detail}`);
  }
}

/** What decided, as problems; what else has no answer stands in the log and the summary. */
export function problemsOf(rows: readonly Row[]): Problem[] {
  const verdict = verdictOf(rows);
  if (verdict === "passed") return [];
  const decisive = rows.filter(({ result }) => result === DECISIVE[verdict]);
  return decisive.map(({ check, detail, remedy }) => ({
    what: `${check}: ${detail}`,
    ...(remedy !== undefined && { remedy }),
  }));
}

export function summaryOf(rows: readonly Row[], { firing, pending, silenced }: Compared, scope: Scope): Block[] {
  return [
    heading("alerts-gate"),
    paragraph([strong(VERDICTS[verdictOf(rows)])]),
    table(
      ["Check", "Result", "Detail", "Remedy"],
      rows.map(({ check, result, detail, remedy = "" }) => [
        check,
        CHECK_WORDS[result],
        detail,
        result === "pass" || result === "skipped" ? "" : remedy,
      ]),
    ),
    ...alertTable("Firing", firing, scope),
    ...alertTable("Silenced or inhibited", silenced, scope),
    ...alertTable("Pending", pending, scope),
  ];
}

function alertTable(title: string, alerts: readonly Standing[], scope: Scope): Block[] {
  if (alerts.length === 0) return [];
  const quiet = alerts.some(({ silences, inhibited }) => silences.length > 0 || inhibited);
  const rows = alerts.slice(0, ROWS).map((standing): Inline[] => {
    const { name, severity, since, labels, annotations } = standing;
    const runbook = runbookOf(annotations);
    return [
      code(cut(name)),
      cut(severity ?? "none given"),
      since === undefined ? "" : minute(since),
      cut(matteringLabels(labels, scope), 300),
      runbook === undefined ? "" : link("runbook", runbook),
      ...(quiet ? [cut(quietBy(standing), 300)] : []),
    ];
  });
  const columns = ["Alert", "Severity", "Since", "Labels", "Runbook", ...(quiet ? ["Quiet because"] : [])];
  const more = alerts.length > ROWS ? [paragraph(`and ${alerts.length - ROWS} more`)] : [];
  return [heading(`${title} (${alerts.length})`, 3), table(columns, rows), ...more];
}

/** Those that say where it is; what the scope already says is left out. */
function matteringLabels(labels: Standing["labels"], scope: Scope): string {
  const rest = Object.keys(labels).filter(
    (name) => name !== "alertname" && name !== "severity" && !scope.labels.has(name),
  );
  const place = (name: string) => (MATTERING.includes(name) ? MATTERING.indexOf(name) : MATTERING.length);
  const ordered = rest.toSorted((one, other) => place(one) - place(other) || (one < other ? -1 : 1));
  const shown = ordered
    .slice(0, SHOWN_LABELS)
    .map((name) => `${name}=${cut(labels[name] ?? "", 80)}`)
    .join(", ");
  return ordered.length > SHOWN_LABELS ? `${shown}, …` : shown;
}

/** Only https: the address comes from whoever may write rules. */
function runbookOf({ runbook_url: url, runbook }: Standing["annotations"]): string | undefined {
  return [url, runbook].find((address) => address?.startsWith("https://") === true);
}

function cut(text: string, max = 120): string {
  return shorten(oneLine(text), max);
}

export function outputsOf({ firing, pending, silenced }: Compared) {
  return { firing: listOutput(firing), pending: listOutput(pending), silenced: listOutput(silenced) };
}

/** The worst ones first, as many as fit: a host drops an output of a megabyte whole. `count` is exact. */
function listOutput(alerts: readonly Standing[]): unknown[] {
  return fittingItems(alerts.map(outputOf));
}

function outputOf({ name, severity, since, labels, annotations, known, silences, inhibited }: Standing): unknown {
  const runbook = runbookOf(annotations);
  const { summary } = annotations;
  return {
    alert: name,
    severity: severity ?? null,
    since: since === undefined ? null : new Date(since).toISOString(),
    labels,
    ...(summary !== undefined && { summary: shorten(summary, 500) }),
    ...(runbook !== undefined && { runbook }),
    known,
    ...((silences.length > 0 || inhibited) && {
      silencedBy: silences.map(({ id, createdBy, comment, endsAt }) => ({
        id,
        createdBy,
        comment: shorten(comment, 500),
        until: endsAt === undefined ? null : new Date(endsAt).toISOString(),
      })),
      inhibited,
    }),
  };
}
