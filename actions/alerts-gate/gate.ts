import type { Context } from "@release-actions/action";
import { credentialOf, openHttp, type Http } from "@release-actions/http";
import { openAlertmanager, openPrometheus } from "@release-actions/prometheus";
import { unanswered } from "@release-actions/report";
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
  type Row,
} from "./checks.ts";
import { compare, type Compared } from "./compare.ts";
import type { Inputs } from "./inputs.ts";
import { queryAlertmanager, queryPrometheus, type AlertmanagerState, type PrometheusState } from "./queries.ts";
import { isInScope, type Scope } from "./scope.ts";

/** The state of a server, or the row of its check if it did not answer. */
type Answer<T> = { readonly state: T } | { readonly row: Row };

export interface JudgedAlerts {
  readonly rows: readonly Row[];
  readonly compared: Compared;
  /** Both servers answered; without that, `compared` is not what they know. */
  readonly isComplete: boolean;
}

const NO_ALERTS: Compared = { firing: [], pending: [], silenced: [] };

/** Queries both servers and judges what they report together. Throws only for a signal or a defect. */
export async function judgeAlerts(context: Context<Inputs>, scope: Scope): Promise<JudgedAlerts> {
  const { inputs, clock } = context;
  const credential = credentialOf(inputs);
  const [prometheus, alertmanager] = await Promise.all([
    answerOf("prometheus", context, (http) =>
      queryPrometheus(openPrometheus({ http, url: inputs.prometheusUrl, credential }), scope, clock),
    ),
    answerOf("alertmanager", context, (http) =>
      queryAlertmanager(openAlertmanager({ http, url: inputs.alertmanagerUrl, credential })),
    ),
  ]);
  const isComplete = "state" in prometheus && "state" in alertmanager;
  return { ...judge(prometheus, alertmanager, scope, inputs), isComplete };
}

/** Once one request to a server fails, its other requests are aborted: they could not change the result. */
async function answerOf<T>(
  check: "prometheus" | "alertmanager",
  context: Context<Inputs>,
  work: (http: Http) => Promise<T>,
): Promise<Answer<T>> {
  const { inputs, io, clock, host, endpoints } = context;
  const over = new AbortController();
  const signal = AbortSignal.any([context.signal, over.signal]);
  try {
    const http = openHttp({ io, signal, clock, network: host.network, endpoints, allowHttp: inputs.allowHttp });
    try {
      return { state: await work(http) };
    } finally {
      over.abort();
      http.close();
    }
  } catch (error) {
    return { row: unanswered(check, error) };
  }
}

function judge(
  prometheus: Answer<PrometheusState>,
  alertmanager: Answer<AlertmanagerState>,
  scope: Scope,
  { requireWatchdog, pending, maxStaleness }: Inputs,
): Pick<JudgedAlerts, "rows" | "compared"> {
  const managed = "state" in alertmanager ? alertmanager.state : undefined;
  const managedRow = "state" in alertmanager ? alertmanagerRow(alertmanager.state) : alertmanager.row;
  if (!("state" in prometheus)) {
    const active = managed?.alerts.filter(({ state, labels }) => state !== "suppressed" && isInScope(labels, scope));
    const alerts = active === undefined ? [] : [halfRow(active.length, "Alertmanager")];
    return { rows: [prometheus.row, managedRow, ...alerts], compared: NO_ALERTS };
  }
  const { state } = prometheus;
  // Without Alertmanager nothing is known to be silenced.
  const nothing = { status: { version: undefined, cluster: "" }, alerts: [], silences: [] };
  const compared = compare(state, managed ?? nothing, scope);
  const rows = [
    prometheusRow(state),
    managedRow,
    scopeRow(state, scope),
    rulesRow(state, scope, maxStaleness),
    targetsRow(state, scope),
    watchdogRow(requireWatchdog, state, managed),
    pendingRow(compared, pending),
    managed === undefined ? halfRow(compared.firing.length, "Prometheus") : alertsRow(compared),
  ];
  return { rows, compared };
}
