import { ActionError, invalid, type Problem } from "@release-actions/action";
import { inParallel } from "@release-actions/http";
import { checkFunction } from "./check-function.ts";
import { checkQuery } from "./check-query.ts";
import { checkHealth, checkMetrics, checkVersion } from "./check-service.ts";
import { startRun, type SmokeOptions, type SmokeRun } from "./context.ts";
import type { SmokePlan } from "./plan.ts";
import { notRun, unproven, type Evaluation, type SmokeResult } from "./result.ts";
import type { CallSpec, QuerySpec, Service } from "./types.ts";

type CheckId = Pick<SmokeResult, "suite" | "service" | "name">;

interface Task {
  /** The checks that get a result from it, whatever happens. */
  readonly checks: readonly CheckId[];
  /** One evaluation for each check, in their order. */
  run(): Promise<readonly Evaluation[]>;
}

/** Wall clock milliseconds when each functional check ended that passed, by its name. */
type EndTimes = Map<string, number>;

/**
 * Runs all checks and returns a result for each. Independent checks run in parallel: what services report and what
 * they do. Then, one at a time, the checks that count, so that none takes another's calls for its own. Then what
 * Prometheus has seen of them. Throws `invalid` before anything is sent if an address may not be connected to, and
 * for a signal or a defect.
 */
export async function runSuite(plan: SmokePlan, options: SmokeOptions): Promise<SmokeResult[]> {
  const run = startRun(plan, options);
  assertAddresses(run);
  const ended: EndTimes = new Map();
  const results: SmokeResult[] = [];
  const stage = async (parallel: number, tasks: readonly Task[]) => {
    const lists = await inParallel(parallel, tasks, (task) => perform(run, task));
    results.push(...lists.flat());
  };
  const parallel = Math.max(1, options.limits.parallel);
  const independent = plan.checks.filter(({ counts }) => counts.length === 0);
  const counting = plan.checks.filter(({ counts }) => counts.length > 0);
  const callTask = (check: CallSpec) => functionTask(run, check, ended);
  await stage(parallel, [
    ...plan.services.flatMap((service) => serviceTasks(run, service)),
    ...independent.map(callTask),
  ]);
  await stage(1, counting.map(callTask));
  await stage(
    parallel,
    plan.queries.map((query) => queryTask(run, query, ended)),
  );
  return results;
}

function serviceTasks(run: SmokeRun, service: Service): Task[] {
  const { name, health, metrics, version, requiredMetrics } = service;
  const { expectVersion } = run.plan;
  const idOf = (suite: SmokeResult["suite"]): CheckId => ({ suite, service: name, name: suite });
  const tasks: Task[] = [];
  if (health !== undefined)
    tasks.push({ checks: [idOf("health")], run: async () => [await checkHealth(run, service, health)] });
  if (metrics !== undefined) {
    const required = requiredMetrics.length === 0 ? [] : [idOf("critical metrics")];
    tasks.push({
      checks: [idOf("metrics"), ...required],
      async run() {
        const found = await checkMetrics(run, service, metrics);
        return found.required === undefined ? [found.page] : [found.page, found.required];
      },
    });
  }
  if (version !== undefined && expectVersion !== undefined) {
    tasks.push({
      checks: [idOf("version")],
      run: async () => [await checkVersion(run, service, version, expectVersion)],
    });
  }
  return tasks;
}

function functionTask(run: SmokeRun, check: CallSpec, ended: EndTimes): Task {
  return {
    checks: [{ suite: "functional", service: check.service, name: check.name }],
    async run() {
      const found = await checkFunction(run, check);
      if (found.result === "pass") ended.set(check.name, run.clock.now());
      return [found];
    },
  };
}

function queryTask(run: SmokeRun, query: QuerySpec, ended: EndTimes): Task {
  return {
    checks: [{ suite: "prometheus", service: "Prometheus", name: query.name }],
    async run() {
      const missing = query.after.filter((name) => !ended.has(name));
      if (missing.length > 0) return [notRun(`not run: ${missing.join(", ")} did not pass`)];
      const called = query.after.length === 0 ? undefined : Math.max(...query.after.map((name) => ended.get(name)!));
      return [await checkQuery(run, run.plan.prometheus ?? "", query, called)];
    },
  };
}

async function perform(run: SmokeRun, task: Task): Promise<SmokeResult[]> {
  const start = run.clock.monotonic();
  const evaluations = await evaluateTask(run, task);
  const milliseconds = Math.round(run.clock.monotonic() - start);
  return task.checks.map((check, index) => {
    const result = { ...check, ...evaluations[index]!, milliseconds };
    run.onResult?.(result);
    return result;
  });
}

/** At the end of the time for all checks those that are left have no answer; anything else that is thrown ends the run. */
async function evaluateTask({ signal }: SmokeRun, { checks, run }: Task): Promise<readonly Evaluation[]> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof ActionError) || error.verdict !== "undecided" || signal.aborted) throw error;
    const { remedy } = error.details;
    const found = unproven("deadline", error.message, { attempts: 0 }, { ...(remedy !== undefined && { remedy }) });
    return checks.map(() => found);
  }
}

/** Before anything is sent: every address may be connected to, and every secret belongs to one of them. */
function assertAddresses({ plan, headers, http }: SmokeRun): void {
  const { services, prometheus } = plan;
  const urls = [...new Set([...services.map(({ url }) => url), ...(prometheus === undefined ? [] : [prometheus])])];
  const problems = urls.flatMap((url): Problem[] => {
    try {
      const client = http(url);
      client.api(url);
      client.close();
      return [];
    } catch (error) {
      if (!(error instanceof ActionError)) throw error;
      const { remedy } = error.details;
      return [{ what: error.message, ...(remedy !== undefined && { remedy }) }];
    }
  });
  const origins = urls.flatMap((url) => (URL.canParse(url) ? [new URL(url).origin] : []));
  for (const origin of headers.keys()) {
    if (origins.includes(origin)) continue;
    const what = `there is a header for ${origin}, where no service of the suite is`;
    problems.push({ input: "headers", what, remedy: "Check the origin: scheme, host and port." });
  }
  if (problems.length === 0) return;
  const message = problems.length === 1 ? problems[0]!.what : `${problems.length} problems with the addresses`;
  throw invalid(message, { problems });
}
