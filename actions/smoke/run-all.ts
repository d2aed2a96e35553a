import { invalid, ActionError, type Problem } from "@release-actions/action";
import { inParallel } from "@release-actions/http";
import { openClient } from "./call.ts";
import { checkFunction } from "./check-function.ts";
import { checkQuery } from "./check-query.ts";
import { checkHealth, checkMetrics, checkVersion } from "./check-service.ts";
import { unproven, type Judged, type Outcome } from "./outcome.ts";
import type { Run } from "./run.ts";

/** A piece of work and the outcomes that it must come to, whatever happens. */
interface Task {
  readonly promised: readonly Pick<Outcome, "suite" | "service" | "name">[];
  /** As many as were promised, in their order. */
  work(): Promise<readonly Judged[]>;
}

/**
 * Runs all checks, the independent ones side by side: what services say of themselves and what they do; then, one at a
 * time, what is counted, so that no check's calls are taken for another's; then what Prometheus has seen of it.
 */
export async function runAll(run: Run, onOutcome: (outcome: Outcome) => void): Promise<Outcome[]> {
  checkAddresses(run);
  const { plan, context } = run;
  /** When each check that passed had ended, wall clock milliseconds. */
  const ended = new Map<string, number>();
  const functional = plan.checks.map((check): Task & { counts: boolean } => ({
    counts: check.counts.length > 0,
    promised: [{ suite: "functional", service: check.service, name: check.name }],
    async work() {
      const judged = await checkFunction(run, check);
      if (judged.result === "pass") ended.set(check.name, context.clock.now());
      return [judged];
    },
  }));
  const outcomes: Outcome[] = [];
  const stage = async (most: number, tasks: readonly Task[]) => {
    for (const list of await inParallel(most, tasks, (task) => perform(run, task, onOutcome))) outcomes.push(...list);
  };
  const most = Math.max(1, context.inputs.parallel);
  await stage(most, [...serviceTasks(run), ...functional.filter(({ counts }) => !counts)]);
  await stage(
    1,
    functional.filter(({ counts }) => counts),
  );
  await stage(most, queryTasks(run, ended));
  return outcomes;
}

function serviceTasks(run: Run): Task[] {
  const { services, expectVersion } = run.plan;
  return services.flatMap((service): Task[] => {
    const { name, health, metrics, version, requiredMetrics } = service;
    const of = (suite: Outcome["suite"]) => ({ suite, service: name, name: suite });
    return [
      ...(health === undefined
        ? []
        : [{ promised: [of("health")], work: async () => [await checkHealth(run, service, health)] }]),
      ...(metrics === undefined
        ? []
        : [
            {
              promised: [of("metrics"), ...(requiredMetrics.length === 0 ? [] : [of("critical metrics")])],
              async work() {
                const { page, required } = await checkMetrics(run, service, metrics);
                return required === undefined ? [page] : [page, required];
              },
            },
          ]),
      ...(version === undefined || expectVersion === undefined
        ? []
        : [
            { promised: [of("version")], work: async () => [await checkVersion(run, service, version, expectVersion)] },
          ]),
    ];
  });
}

function queryTasks(run: Run, ended: ReadonlyMap<string, number>): Task[] {
  const { queries, prometheus = "" } = run.plan;
  return queries.map((query) => ({
    promised: [{ suite: "prometheus", service: "Prometheus", name: query.name }],
    async work() {
      const missing = query.after.filter((name) => !ended.has(name));
      if (missing.length > 0)
        return [
          {
            result: "skipped",
            reason: "not-run",
            detail: `not asked: ${missing.join(", ")} did not pass`,
            attempts: 0,
          },
        ];
      const called = query.after.length === 0 ? undefined : Math.max(...query.after.map((name) => ended.get(name)!));
      return [await checkQuery(run, prometheus, query, called)];
    },
  }));
}

async function perform(run: Run, { promised, work }: Task, onOutcome: (outcome: Outcome) => void): Promise<Outcome[]> {
  const { clock } = run.context;
  const start = clock.monotonic();
  const judged = await judge(run, work, promised.length);
  const milliseconds = Math.round(clock.monotonic() - start);
  return judged.map((one, index) => {
    const outcome = { ...promised[index]!, milliseconds, ...one };
    onOutcome(outcome);
    return outcome;
  });
}

/** The end of the time for all checks ends each with no answer; a signal, a wrong suite and a defect end the run. */
async function judge(run: Run, work: Task["work"], promised: number): Promise<readonly Judged[]> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ActionError) || error.verdict !== "undecided" || run.context.signal.aborted) throw error;
    const judged = unproven("deadline", error.message, {
      attempts: 0,
      expected: undefined,
      remedy: error.details.remedy,
    });
    return Array.from({ length: promised }, () => judged);
  }
}

/** Before anything is sent: every address is one that may be connected to, and secrets have somewhere to go. */
function checkAddresses(run: Run): void {
  const { services, prometheus, headers } = run.plan;
  const problems: Problem[] = [];
  const urls = [...new Set([...services.map(({ url }) => url), ...(prometheus === undefined ? [] : [prometheus])])];
  for (const url of urls) {
    try {
      const http = openClient(run, [url]);
      http.api(url);
      http.close();
    } catch (error) {
      if (!(error instanceof ActionError)) throw error;
      const { remedy } = error.details;
      problems.push({ what: error.message, ...(remedy !== undefined && { remedy }) });
    }
  }
  const origins = urls.flatMap((url) => (URL.canParse(url) ? [new URL(url).origin] : []));
  for (const origin of headers.keys()) {
    if (origins.includes(origin)) continue;
    problems.push({
      input: "headers",
      what: `there is a header for ${origin}, where no service of the suite is`,
      remedy: "Check the origin: scheme, host and port.",
    });
  }
  if (problems.length > 0)
    throw invalid(problems.length === 1 ? problems[0]!.what : `${problems.length} problems with the addresses`, {
      problems,
    });
}
