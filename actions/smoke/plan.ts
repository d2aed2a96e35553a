import { invalid, quote, type HostFacts, type Problem } from "@release-actions/action";
import { findEnvironment, loadConfig, type EnvironmentConfig } from "@release-actions/config";
import { readWorkspaceFile } from "@release-actions/files";
import { EMPTY_SUITE, planSuite, readSuite, type ReadSuite, type SmokePlan } from "@release-actions/smoke";
import type { Inputs } from "./inputs.ts";

const MAX_BYTES = 1024 * 1024;

type FileHost = Pick<HostFacts, "workspace">;

/** Reads the suite and the environment. Throws `invalid` with all problems. */
export async function readPlan(inputs: Inputs, host: FileHost): Promise<SmokePlan> {
  const environment = await readEnvironment(inputs, host);
  const suite = await readSuiteInput(inputs, host);
  const known = { services: environment?.services, prometheus: environment?.prometheus?.url };
  const { plan, problems } = planSuite(suite, known, inputs.expectVersion);
  if (problems.length === 0) return plan;
  throw invalid(problems.length === 1 ? problems[0]!.what : `the suite has ${problems.length} problems`, { problems });
}

async function readEnvironment(inputs: Inputs, host: FileHost): Promise<EnvironmentConfig | undefined> {
  const { environment: name } = inputs;
  if (name === undefined) return undefined;
  const config = await loadConfig({ host, inputs });
  if (config.file !== undefined) return findEnvironment(config, name);
  throw invalid(`there is no release-actions.yml that declares the environment ${quote(name)}`, {
    remedy: "Declare the environment in release-actions.yml, or write the services' addresses into the suite.",
  });
}

/** The path of the suite's file; undefined without a file. */
export function suiteFile({ suite }: Inputs): string | undefined {
  return suite === undefined || isInline(suite) ? undefined : suite;
}

/** A text of several lines, or one that begins with a brace, is the suite itself; any other is its path. */
function isInline(suite: string): boolean {
  return suite.includes("\n") || suite.startsWith("{");
}

async function readSuiteInput({ suite }: Inputs, host: FileHost): Promise<ReadSuite> {
  if (suite === undefined) return EMPTY_SUITE;
  if (!isInline(suite)) {
    const source = await readWorkspaceFile(host, suite, { maxBytes: MAX_BYTES, typed: true });
    return readSuite(source.toString("utf8"), suite);
  }
  const read = readSuite(suite, "suite");
  return { ...read, problems: read.problems.map(ofInput) };
}

/** An input has no file, so the line is part of the text. */
function ofInput({ what, remedy, line }: Problem): Problem {
  return {
    input: "suite",
    what: line === undefined ? what : `line ${line}: ${what}`,
    ...(remedy !== undefined && { remedy }),
  };
}
