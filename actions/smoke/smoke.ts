import type { Context } from "@release-actions/action";
import { refuseOutputs, refuseSameFile, writeReport, writeWorkspaceFile } from "@release-actions/files";
import { openHttp } from "@release-actions/http";
import { openPrometheus } from "@release-actions/prometheus";
import { passOrThrow } from "@release-actions/report";
import {
  decideSmoke,
  junitOf,
  runSuite,
  smokeProblems,
  titleOf,
  unfinishedJunit,
  type SmokeOptions,
} from "@release-actions/smoke";
import { credentialFor, readSecretHeaders, secretsIn, type SecretHeaders } from "@release-actions/smoke/secret-headers";
import type { Inputs } from "./inputs.ts";
import { readPlan, suiteFile } from "./plan.ts";
import { lineOf, outputsOf, summaryOf } from "./report.ts";

/** Runs the suite and reports it. Throws unless every check passed. */
export async function smoke(context: Context<Inputs>) {
  const { inputs, io, host } = context;
  const { junitFile } = inputs;
  refuseOutputs(host, { "junit-file": junitFile });
  const plan = await readPlan(inputs, host);
  const headers = readSecretHeaders(inputs.headers);
  for (const secret of [...headers.values()].flat().flatMap(secretsIn)) io.secret(secret);
  refuseSameFile(host, { suite: suiteFile(inputs), "junit-file": junitFile });
  // Also written first: a file that cannot be written is found before anything is sent, and no older one stays.
  if (junitFile !== undefined) await writeWorkspaceFile(host, junitFile, unfinishedJunit(), { typed: true });

  const results = await runSuite(plan, optionsOf(context, headers));

  if (junitFile !== undefined) await writeReport(host, io, junitFile, junitOf(results));
  if (inputs.summary) io.summary(...summaryOf(results));
  return passOrThrow(decideSmoke(results), {
    messages: {
      refused: "the deployment does not work as it should",
      invalid: "the suite requests what cannot be checked",
      undecided: "there is no proof that everything works",
    },
    problems: smokeProblems(results),
    outputs: outputsOf(results),
  });
}

function optionsOf({ inputs, io, signal, clock, host }: Context<Inputs>, headers: SecretHeaders): SmokeOptions {
  const { timeout, deadline, retries, parallel, allowHttp } = inputs;
  const { network } = host;
  return {
    http: (address) => openHttp({ io, signal, clock, network, endpoints: [address], allowHttp, patience: timeout }),
    prometheus: ({ url, ...options }) => {
      const found = credentialFor(headers, new URL(url).origin);
      const credential = found === undefined ? undefined : { header: found.name, value: found.value };
      return openPrometheus({ ...options, url, credential });
    },
    headers,
    clock,
    signal,
    limits: { timeout, deadline, retries, parallel },
    onResult(result) {
      io.info(lineOf(result));
      if (result.warning !== undefined) io.warning(`${titleOf(result)}: ${result.warning}`);
    },
  };
}
