import { checkTable, fittingItems, VERDICT_WORDS, type CheckVerdict } from "@release-actions/report";
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
import { minute, quietBy, type Row } from "./checks.ts";
import type { Compared, CountedAlert } from "./compare.ts";
import type { Scope } from "./scope.ts";

/** Rows of one table; the outputs hold more. */
const ROWS = 50;
/** Labels that say where an alert is, in this order before all others. */
const PLACE_LABELS = [
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

export function summaryOf(
  verdict: CheckVerdict,
  rows: readonly Row[],
  { firing, pending, silenced }: Compared,
  scope: Scope,
): Block[] {
  return [
    heading("alerts-gate"),
    paragraph([strong(VERDICT_WORDS[verdict])]),
    ...checkTable(rows),
    ...alertTable("Firing", firing, scope),
    ...alertTable("Silenced or inhibited", silenced, scope),
    ...alertTable("Pending", pending, scope),
  ];
}

function alertTable(title: string, alerts: readonly CountedAlert[], scope: Scope): Block[] {
  if (alerts.length === 0) return [];
  const quiet = alerts.some(({ silences, inhibited }) => silences.length > 0 || inhibited);
  const rows = alerts.slice(0, ROWS).map((alert): Inline[] => {
    const { name, severity, since, labels, annotations } = alert;
    const runbook = runbookOf(annotations);
    return [
      code(cut(name)),
      cut(severity ?? "none"),
      since === undefined ? "" : minute(since),
      cut(placeLabels(labels, scope), 300),
      runbook === undefined ? "" : link("runbook", runbook),
      ...(quiet ? [cut(quietBy(alert), 300)] : []),
    ];
  });
  const columns = ["Alert", "Severity", "Since", "Labels", "Runbook", ...(quiet ? ["Quiet because"] : [])];
  const more = alerts.length > ROWS ? [paragraph(`and ${alerts.length - ROWS} more`)] : [];
  return [heading(`${title} (${alerts.length})`, 3), table(columns, rows), ...more];
}

/** The labels that say where the alert is, without those that the scope requires. */
function placeLabels(labels: CountedAlert["labels"], scope: Scope): string {
  const rest = Object.keys(labels).filter(
    (name) => name !== "alertname" && name !== "severity" && !scope.labels.has(name),
  );
  const place = (name: string) => (PLACE_LABELS.includes(name) ? PLACE_LABELS.indexOf(name) : PLACE_LABELS.length);
  const ordered = rest.toSorted((one, other) => place(one) - place(other) || (one < other ? -1 : 1));
  const shown = ordered
    .slice(0, SHOWN_LABELS)
    .map((name) => `${name}=${cut(labels[name] ?? "", 80)}`)
    .join(", ");
  return ordered.length > SHOWN_LABELS ? `${shown}, …` : shown;
}

/** Only https: whoever can write rules chooses the address. */
function runbookOf({ runbook_url: url, runbook }: CountedAlert["annotations"]): string | undefined {
  return [url, runbook].find((address) => address?.startsWith("https://") === true);
}

function cut(text: string, max = 120): string {
  return shorten(oneLine(text), max);
}

export function outputsOf({ firing, pending, silenced }: Compared) {
  return { firing: listOutput(firing), pending: listOutput(pending), silenced: listOutput(silenced) };
}

/** As many as fit, most severe first; the output `count` is exact. */
function listOutput(alerts: readonly CountedAlert[]): unknown[] {
  return fittingItems(alerts.map(outputOf));
}

function outputOf({ name, severity, since, labels, annotations, known, silences, inhibited }: CountedAlert): unknown {
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
