import { invalid, quote, type HostFacts, type Problem } from "@release-actions/action";
import { findEnvironment, loadConfig, type EnvironmentConfig } from "@release-actions/config";
import { readWorkspaceFile } from "@release-actions/files";
import { problemsOfPlan } from "./check-plan.ts";
import { pageOf, readSuite } from "./read-suite.ts";
import { readSecretHeaders, type SecretHeaders } from "./secret-headers.ts";
import type { ServiceSpec, Suite } from "./suite.ts";

const MAX_BYTES = 1024 * 1024;

export interface SmokeInputs {
  readonly suite: string | undefined;
  readonly environment: string | undefined;
  readonly headers: string | undefined;
  readonly timeout: number;
  readonly deadline: number;
  readonly retries: number;
  readonly parallel: number;
  readonly expectVersion: string | undefined;
  readonly junitFile: string | undefined;
  readonly allowHttp: boolean;
  readonly config: string | undefined;
  readonly summary: boolean;
}

/** A service with its address. */
export type Service = ServiceSpec & { readonly url: string };

/** What is to be checked, complete. */
export interface Plan {
  readonly services: readonly Service[];
  readonly checks: Suite["checks"];
  readonly queries: Suite["queries"];
  readonly prometheus: string | undefined;
  readonly expectVersion: string | undefined;
  readonly headers: SecretHeaders;
}

/** Reads the suite and the environment together. Throws `invalid` with all problems. */
export async function planOf(inputs: SmokeInputs, host: Pick<HostFacts, "workspace">): Promise<Plan> {
  const environment =
    inputs.environment === undefined ? undefined : await environmentOf(inputs, inputs.environment, host);
  const { suite, problems } = await suiteOf(inputs, host);
  const all: Problem[] = [...problems];
  const merged = withEnvironment(suite, environment);
  const plan: Plan = {
    services: located(merged, all),
    checks: suite.checks,
    queries: suite.queries,
    prometheus: suite.prometheus ?? environment?.prometheus?.url,
    expectVersion: inputs.expectVersion,
    headers: readSecretHeaders(inputs.headers),
  };
  // Where the suite could not be read, what it lacks is not known.
  if (problems.length === 0) all.push(...problemsOfPlan(plan, merged));
  if (all.length > 0)
    throw invalid(all.length === 1 ? all[0]!.what : `the suite has ${all.length} problems`, { problems: all });
  return plan;
}

async function environmentOf(
  inputs: SmokeInputs,
  name: string,
  host: Pick<HostFacts, "workspace">,
): Promise<EnvironmentConfig> {
  const config = await loadConfig({ host, inputs });
  if (config.file === undefined) {
    const remedy = "Declare the environment in release-actions.yml, or give the services' addresses in the suite.";
    throw invalid(`there is no release-actions.yml that could tell what ${quote(name)} is`, { remedy });
  }
  return findEnvironment(config, name);
}

const EMPTY: Suite = { services: [], checks: [], queries: [], prometheus: undefined };

/** A text of several lines, or one that begins with a brace, is the suite itself; any other is its path. */
export function isInline(given: string): boolean {
  return given.includes("\n") || given.startsWith("{");
}

async function suiteOf(
  { suite: given }: SmokeInputs,
  host: Pick<HostFacts, "workspace">,
): Promise<{ suite: Suite; problems: readonly Problem[] }> {
  if (given === undefined) return { suite: EMPTY, problems: [] };
  const inline = isInline(given);
  const source = inline
    ? given
    : (await readWorkspaceFile(host, given, { maxBytes: MAX_BYTES, typed: true })).toString("utf8");
  const document = (await import("@release-actions/yaml")).openYaml(source, given);
  const read = document.problems.length > 0 ? { suite: EMPTY, problems: document.problems } : readSuite(document);
  if (!inline) return read;
  return { suite: read.suite, problems: read.problems.map(ofInput) };
}

/** An input has no file that a line could be shown of. */
function ofInput({ what, remedy, line }: Problem): Problem {
  return {
    input: "suite",
    what: line === undefined ? what : `line ${line}: ${what}`,
    ...(remedy !== undefined && { remedy }),
  };
}

/** The suite's services with what the environment knows of them, then those that only the environment has. */
function withEnvironment({ services }: Suite, environment: EnvironmentConfig | undefined): ServiceSpec[] {
  const declared = environment?.services ?? [];
  const merged = services.map((service) => {
    const known = declared.find(({ name }) => name === service.name);
    if (known === undefined) return service;
    return {
      ...service,
      url: service.url ?? known.url,
      health: service.health ?? pageOf(known.health),
      metrics: service.metrics ?? pageOf(known.metrics),
    };
  });
  const others = declared.filter(({ name }) => !services.some((service) => service.name === name));
  return [
    ...merged,
    ...others.map(({ name, url, health, metrics }) => ({
      name,
      url,
      health: pageOf(health),
      metrics: pageOf(metrics),
      requiredMetrics: [],
      version: undefined,
    })),
  ];
}

function located(services: readonly ServiceSpec[], problems: Problem[]): Service[] {
  const found = services.filter((service): service is Service => service.url !== undefined);
  for (const { name, url } of services) {
    if (url !== undefined || name === "") continue;
    const remedy = "Give it in the suite, or declare the service in the environment and give the input environment.";
    problems.push({ input: "suite", what: `the service ${quote(name)} has no url`, remedy });
  }
  return found;
}
