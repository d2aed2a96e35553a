import { quote, type Problem } from "@release-actions/action";
import { isPath } from "./read-expectation.ts";
import type { ReadSuite } from "./read-suite.ts";
import type { CallSpec, PageSpec, Service, ServiceSpec, Suite } from "./types.ts";

/** Everything that a run checks, complete. */
export interface SmokePlan extends Pick<Suite, "checks" | "queries" | "prometheus"> {
  readonly services: readonly Service[];
  /** The version that every service must serve that reports one. */
  readonly expectVersion: string | undefined;
}

/** What is known about the environment in addition to the suite. */
export interface SmokeEnvironment {
  readonly services?: readonly DeclaredService[] | undefined;
  readonly prometheus?: string | undefined;
}

export interface DeclaredService {
  readonly name: string;
  readonly url: string;
  /** Paths. */
  readonly health?: string | undefined;
  readonly metrics?: string | undefined;
}

/** The suite completed by its environment, and everything that is wrong with both. The plan is usable without problems. */
export function planSuite(
  { suite, problems: unreadable }: ReadSuite,
  { services: declared = [], prometheus }: SmokeEnvironment,
  expectVersion: string | undefined,
): { plan: SmokePlan; problems: readonly Problem[] } {
  const services = withDeclared(suite.services, declared);
  const plan = {
    services: services.filter((service): service is Service => service.url !== undefined),
    checks: suite.checks,
    queries: suite.queries,
    prometheus: suite.prometheus ?? prometheus,
    expectVersion,
  };
  // What an unreadable suite lacks is not known.
  const missing = unreadable.length === 0 ? problemsOfPlan(plan, services) : [];
  return { plan, problems: [...unreadable, ...services.flatMap(problemsOfAddress), ...missing] };
}

/** The suite's services, completed by the declared ones of the same names; then those that are only declared. */
function withDeclared(services: readonly ServiceSpec[], declared: readonly DeclaredService[]): ServiceSpec[] {
  const completed = services.map((service) => {
    const known = declared.find(({ name }) => name === service.name);
    if (known === undefined) return service;
    const { url, health, metrics } = fromDeclared(known);
    return {
      ...service,
      url: service.url ?? url,
      health: service.health ?? health,
      metrics: service.metrics ?? metrics,
    };
  });
  const others = declared.filter(({ name }) => !services.some((service) => service.name === name));
  return [...completed, ...others.map(fromDeclared)];
}

function fromDeclared({ name, url, health, metrics }: DeclaredService): ServiceSpec {
  return { name, url, health: pageOf(health), metrics: pageOf(metrics), requiredMetrics: [], version: undefined };
}

function pageOf(path: string | undefined): PageSpec | undefined {
  return path === undefined ? undefined : { path, expect: undefined, timeout: undefined, eventually: undefined };
}

const ADD_METRICS = "Give the service metrics: a path.";

function problemsOfAddress({ name, url }: ServiceSpec): Problem[] {
  if (url !== undefined || name === "") return [];
  const remedy = "Add it to the suite, or declare the service in the environment and set the input environment.";
  return [problem(`the service ${quote(name)} has no url`, remedy)];
}

/** What only the whole shows: unknown names, missing pages, nothing to check. */
function problemsOfPlan(plan: SmokePlan, services: readonly ServiceSpec[]): Problem[] {
  const { checks, queries, prometheus, expectVersion } = plan;
  const problems = [
    ...services.flatMap(problemsOfService),
    ...checks.flatMap((check) => problemsOfCheck(check, services)),
  ];
  if (queries.length > 0 && prometheus === undefined) {
    const remedy = "Add prometheus: { url: … } to the suite, or declare it in the environment.";
    problems.push(problem("there are queries, and no Prometheus", remedy));
  }
  if (expectVersion !== undefined && services.every(({ version }) => version === undefined)) {
    const what = "no service says where it reports its version, so nothing would be compared";
    problems.push({ input: "expect-version", what, remedy: "Give a service version: { path: /info, json: version }." });
  }
  if (numberOfChecks(plan) === 0) {
    const remedy =
      "Use a suite with services that have a health page, or with checks; or an environment whose services have one.";
    problems.push(problem("there is nothing to check, and nothing checked is not passed", remedy));
  }
  return problems;
}

function problem(what: string, remedy: string): Problem {
  return { input: "suite", what, remedy };
}

function problemsOfService({ name, health, metrics, requiredMetrics, version }: ServiceSpec): Problem[] {
  const problems = [health, metrics].flatMap((page) => {
    if (page === undefined || isPath(page.path)) return [];
    const what = `${quote(page.path)} of the service ${quote(name)} is not a path`;
    return [problem(what, 'Write a path that begins with "/".')];
  });
  if (metrics !== undefined) return problems;
  if (requiredMetrics.length > 0)
    problems.push(problem(`the service ${quote(name)} has required metrics and no metrics page`, ADD_METRICS));
  if (version?.kind === "metric" && version.path === undefined) {
    const what = `the service ${quote(name)} reports its version by a metric and has no metrics page`;
    problems.push(problem(what, ADD_METRICS));
  }
  return problems;
}

function problemsOfCheck({ name, service, trace, counts }: CallSpec, services: readonly ServiceSpec[]): Problem[] {
  const declared = services.map((one) => one.name);
  const evidence = trace?.evidence === undefined ? [] : [trace.evidence.service];
  const named = [service, ...evidence, ...counts.map((count) => count.service)];
  const unknown = named.filter((one) => !declared.includes(one));
  const withoutPage = counts.filter((count) =>
    services.some((one) => one.name === count.service && one.metrics === undefined),
  );
  const remedy = `The declared ones are: ${declared.length === 0 ? "none" : declared.join(", ")}.`;
  return [
    ...unknown.map((one) =>
      problem(`the check ${quote(name)} names the service ${quote(one)}, which is not declared`, remedy),
    ),
    ...withoutPage.map((count) =>
      problem(`the check ${quote(name)} counts on ${quote(count.service)}, which has no metrics page`, ADD_METRICS),
    ),
  ];
}

function numberOfChecks({ services, checks, queries, expectVersion }: SmokePlan): number {
  const pages = services.flatMap(({ health, metrics, version }) => [
    health,
    metrics,
    expectVersion === undefined ? undefined : version,
  ]);
  return pages.filter((page) => page !== undefined).length + checks.length + queries.length;
}
