import type { Context, ErrorDetails } from "@release-actions/action";
import { openHttp } from "@release-actions/http";
import type { Credential, Http } from "@release-actions/http";
import { openAlertmanager, openPrometheus } from "@release-actions/prometheus";
import { askAlertmanager, askPrometheus, type Managed, type Watched } from "./ask.ts";
import {
  alertmanagerRow,
  alertsRow,
  halfRow,
  pendingRow,
  prometheusRow,
  rulesRow,
  scopeRow,
  targetsRow,
  watchdogRow,
} from "./checks.ts";
import { compare, type Compared } from "./compare.ts";
import { logRows, outputsOf, problemsOf, summaryOf } from "./report.ts";
import { unanswered, verdictOf, type Row } from "./rows.ts";
import { isInScope, type Scope } from "./scope.ts";
import { scopeOf } from "./settings.ts";

export interface GateInputs {
  readonly prometheusUrl: string;
  readonly alertmanagerUrl: string;
  readonly token: string | undefined;
  readonly username: string | undefined;
  readonly password: string | undefined;
  readonly matchers: string | undefined;
  readonly namespace: string | undefined;
  readonly severity: readonly string[];
  readonly ignore: readonly string[];
  readonly requireWatchdog: boolean;
  readonly pending: "warn" | "refuse";
  readonly maxStaleness: number;
  readonly allowHttp: boolean;
  readonly summary: boolean;
}

type Asked<T> = { readonly answer: T } | { readonly row: Row };
const NONE: Compared = { firing: [], pending: [], silenced: [] };

/** Asks both servers and judges what they say together. Throws only for a signal or a defect. */
export async function judgeAlerts(context: Context<GateInputs>) {
  const { inputs, io } = context;
  const scope = scopeOf(inputs);
  const { watched, managed } = await askBoth(context, scope);
  const { rows, compared } = judge(watched, managed, scope, inputs);
  logRows(io, rows);
  if (inputs.summary) io.summary(...summaryOf(rows, compared, scope));
  const complete = "answer" in watched && "answer" in managed;
  const outputs = complete ? { ...outputsOf(compared), count: compared.firing.length } : {};
  const details: ErrorDetails = { problems: problemsOf(rows), outputs };
  return { verdict: verdictOf(rows), outputs, details };
}

async function askBoth(
  context: Context<GateInputs>,
  scope: Scope,
): Promise<{ watched: Asked<Watched>; managed: Asked<Managed> }> {
  const { prometheusUrl, alertmanagerUrl } = context.inputs;
  const credential = credentialOf(context.inputs);
  const [watched, managed] = await Promise.all([
    asked("prometheus", context, (http) =>
      askPrometheus(openPrometheus({ http, url: prometheusUrl, credential }), scope, context.clock),
    ),
    asked("alertmanager", context, (http) =>
      askAlertmanager(openAlertmanager({ http, url: alertmanagerUrl, credential })),
    ),
  ]);
  return { watched, managed };
}

/** Once one question to a server has no answer, the others are cut off: they could not change that. */
async function asked<T>(
  check: "prometheus" | "alertmanager",
  context: Context<GateInputs>,
  work: (http: Http) => Promise<T>,
): Promise<Asked<T>> {
  const { inputs, io, clock, host, endpoints } = context;
  const over = new AbortController();
  const signal = AbortSignal.any([context.signal, over.signal]);
  try {
    const http = openHttp({ io, signal, clock, network: host.network, endpoints, allowHttp: inputs.allowHttp });
    try {
      return { answer: await work(http) };
    } finally {
      over.abort();
      http.close();
    }
  } catch (error) {
    return { row: unanswered(check, error) };
  }
}

function judge(
  watched: Asked<Watched>,
  managed: Asked<Managed>,
  scope: Scope,
  { requireWatchdog, pending, maxStaleness }: GateInputs,
): { rows: Row[]; compared: Compared } {
  const answered = "answer" in managed ? managed.answer : undefined;
  const managedRow = "answer" in managed ? alertmanagerRow(managed.answer) : managed.row;
  if (!("answer" in watched)) {
    const active = answered?.alerts.filter(
      ({ state, labels }) => state !== "suppressed" && isInScope(labels, scope),
    ).length;
    return {
      rows: [watched.row, managedRow, ...(active === undefined ? [] : [halfRow(active, "Alertmanager")])],
      compared: NONE,
    };
  }
  const { answer } = watched;
  // Without Alertmanager nothing is known to be silenced.
  const compared = compare(
    answer,
    answered ?? { status: { version: undefined, cluster: "" }, alerts: [], silences: [] },
    scope,
  );
  const rows = [
    prometheusRow(answer),
    managedRow,
    scopeRow(answer, scope),
    rulesRow(answer, scope, maxStaleness),
    targetsRow(answer, scope),
    watchdogRow(requireWatchdog, answer, answered),
    pendingRow(compared, pending),
    answered === undefined ? halfRow(compared.firing.length, "Prometheus") : alertsRow(compared),
  ];
  return { rows, compared };
}

function credentialOf({ token, username, password }: GateInputs): Credential | undefined {
  if (token !== undefined) return { header: "authorization", value: `Bearer ${token}` };
  return username !== undefined && password !== undefined ? { user: username, password } : undefined;
}
