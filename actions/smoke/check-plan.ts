import { quote, type Problem } from "@release-actions/action";
import { isPath } from "./read-expectation.ts";
import type { Plan } from "./settings.ts";
import type { CheckSpec, ServiceSpec } from "./suite.ts";

const A_PAGE = "Give the service metrics: a path.";

/** What only the whole shows: names that lead nowhere, pages that are missing, nothing to check. `services`: also those without an address. */
export function problemsOfPlan(plan: Plan, services: readonly ServiceSpec[]): Problem[] {
  const { checks, queries, prometheus, expectVersion } = plan;
  const problems = [
    ...services.flatMap(problemsOfService),
    ...checks.flatMap((check) => problemsOfCheck(check, services)),
  ];
  if (queries.length > 0 && prometheus === undefined) {
    problems.push(
      wrong(
        "there are queries, and no Prometheus",
        "Give prometheus: { url: … } in the suite, or declare it in the environment.",
      ),
    );
  }
  if (expectVersion !== undefined && services.every(({ version }) => version === undefined)) {
    const what = "no service says where its version stands, so that nothing would be compared";
    problems.push({ input: "expect-version", what, remedy: "Give a service version: { path: /info, json: version }." });
  }
  if (numberOfChecks(plan) === 0) {
    const remedy =
      "Give a suite with services that have a health page, or with checks; or an environment whose services have one.";
    problems.push(wrong("there is nothing to check, and nothing checked is not passed", remedy));
  }
  return problems;
}

function wrong(what: string, remedy: string): Problem {
  return { input: "suite", what, remedy };
}

function problemsOfService({ name, health, metrics, requiredMetrics, version }: ServiceSpec): Problem[] {
  const paths = [health, metrics].flatMap((page) => (page === undefined || isPath(page.path) ? [] : [page.path]));
  const problems = paths.map((path) =>
    wrong(`${quote(path)} of the service ${quote(name)} is no path`, 'Write a path that begins with "/".'),
  );
  if (metrics !== undefined) return problems;
  if (requiredMetrics.length > 0)
    problems.push(wrong(`the service ${quote(name)} has required metrics and no metrics page`, A_PAGE));
  if (version?.kind === "metric" && version.path === undefined)
    problems.push(wrong(`the service ${quote(name)} tells its version by a metric and has no metrics page`, A_PAGE));
  return problems;
}

function problemsOfCheck({ name, service, trace, counts }: CheckSpec, services: readonly ServiceSpec[]): Problem[] {
  const known = services.map((one) => one.name);
  const named = [
    service,
    ...(trace?.evidence === undefined ? [] : [trace.evidence.service]),
    ...counts.map((count) => count.service),
  ];
  const unknown = named.filter((one) => !known.includes(one));
  const pageless = counts.filter((count) =>
    services.some((one) => one.name === count.service && one.metrics === undefined),
  );
  return [
    ...unknown.map((one) => {
      const remedy = `The declared ones are: ${known.length === 0 ? "none" : known.join(", ")}.`;
      return wrong(`the check ${quote(name)} names the service ${quote(one)}, which is not declared`, remedy);
    }),
    ...pageless.map((count) =>
      wrong(`the check ${quote(name)} counts on ${quote(count.service)}, which has no metrics page`, A_PAGE),
    ),
  ];
}

function numberOfChecks({ services, checks, queries, expectVersion }: Plan): number {
  const pages = services.flatMap(({ health, metrics, version }) => [
    health,
    metrics,
    expectVersion === undefined ? undefined : version,
  ]);
  return pages.filter((page) => page !== undefined).length + checks.length + queries.length;
}
