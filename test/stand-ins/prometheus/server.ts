import type { Answer, Exchange } from "../forge/exchange.ts";
import { segmentsOf } from "../shared/answer.ts";
import { startOrigin } from "../shared/origin.ts";
import { answerAlertmanager } from "./alertmanager.ts";
import { answerPrometheus } from "./prometheus.ts";
import type { Monitoring, MonitoringSetup } from "./types.ts";

/** Starts a Prometheus and an Alertmanager on loopback that say what the setup says. */
export async function startMonitoring(setup: MonitoringSetup = {}): Promise<Monitoring> {
  const now = setup.clock ?? Date.now;
  const prefix = setup.prefix ?? "";
  const start = (
    answer: typeof answerPrometheus,
    faults: NonNullable<MonitoringSetup["faults"]>["prometheus"],
    port: number,
  ) =>
    startOrigin({
      // Of the services known there, the one whose answers carry a date and nothing more.
      service: "storage",
      tokens: setup.token === undefined ? [] : [{ name: "token", value: setup.token }],
      faults: faults ?? [],
      latencyMs: setup.latencyMs,
      port,
      now,
      answer: (exchange) => below(prefix, exchange, setup, (inside) => answer(inside, setup, now())),
      control: { "GET setup": () => setup, "POST reset": () => undefined },
    });
  const port = setup.port ?? 0;
  const prometheus = await start(answerPrometheus, setup.faults?.prometheus, port);
  const alertmanager = await start(answerAlertmanager, setup.faults?.alertmanager, port === 0 ? 0 : port + 1);
  return {
    prometheusUrl: `${prometheus.url}${prefix}`,
    alertmanagerUrl: `${alertmanager.url}${prefix}`,
    prometheus,
    alertmanager,
    setup,
    close: async () => {
      await Promise.all([prometheus.close(), alertmanager.close()]);
    },
  };
}

function below(
  prefix: string,
  exchange: Exchange,
  { token }: MonitoringSetup,
  answer: (exchange: Exchange) => Answer,
): Answer {
  if (token !== undefined && exchange.credential?.token === undefined) {
    return {
      status: 401,
      headers: { "content-type": "text/plain; charset=utf-8", "www-authenticate": "Basic" },
      body: "Unauthorized\n",
    };
  }
  const { pathname } = exchange.url;
  if (!pathname.startsWith(`${prefix}/`)) return { status: 404, body: "404 page not found\n" };
  return answer({ ...exchange, segments: segmentsOf(new URL(pathname.slice(prefix.length), exchange.origin)) ?? [] });
}
