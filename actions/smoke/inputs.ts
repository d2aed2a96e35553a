import { duration, flag, integer, output, text, type InputsOf, type Problem } from "@release-actions/action";
import { readSecretHeaders } from "@release-actions/smoke/secret-headers";

const MAX_PARALLEL = 64;
const MAX_RETRIES = 20;

export const inputs = {
  suite: text({
    description:
      "Checks to run: path of a YAML file, or the YAML itself. Default: the health and metrics pages of the environment.",
    example: "smoke.yml",
    optional: true,
  }),
  environment: text({
    description: "Environment in release-actions.yml whose services and Prometheus are checked.",
    example: "staging",
    optional: true,
  }),
  headers: text({
    description:
      "Headers with secrets, one per line, each after the only origin it is sent to: https://api.example.com Authorization: Bearer …",
    secret: true,
    optional: true,
    gitlab: "SMOKE_HEADERS",
  }),
  timeout: duration({ description: "Time limit for one request.", default: "10s" }),
  deadline: duration({ description: "Time limit for all checks together.", default: "5m" }),
  retries: integer({
    description:
      "How often to repeat a request that was refused or answered 502, 503 or 504, e.g. because the service is starting.",
    default: "3",
  }),
  parallel: integer({ description: "Checks to run at the same time, at most 64.", default: "8" }),
  "expect-version": text({
    description: "Version that every service must serve that reports one.",
    example: "1.2.0",
    optional: true,
  }),
  "junit-file": text({
    description: "File to write the results to as JUnit XML, relative to the workspace.",
    example: "smoke.xml",
    optional: true,
  }),
  "allow-http": flag({ description: "Allow plain HTTP for non-loopback hosts.", default: false }),
} as const;

export const outputs = {
  passed: output.integer("Checks that passed."),
  failed: output.integer("Checks that found something wrong."),
  skipped: output.integer("Checks that did not run because another one did not pass."),
  unanswered: output.integer("Checks without enough evidence, e.g. because Prometheus did not answer."),
  failure: output.text("The first check that did not pass, in one line."),
  results: output.json(
    "All checks, those that did not pass first, at most 64 KiB: each with service, suite, name, result, detail, a warning if there is one, and what was sent, what came back and what was expected.",
  ),
};

export type Inputs = InputsOf<typeof inputs>;

/** Problems that only several inputs together show, or that their types allow. */
export function checkInputs({ suite, environment, headers, ...numbers }: Inputs): Problem[] {
  const problems: Problem[] = [];
  if (suite === undefined && environment === undefined) {
    const what = "there is neither suite nor environment, so nothing would be checked";
    problems.push({ input: "suite", what, remedy: "Set one of them, or both." });
  }
  const ranges = [
    ["parallel", 1, MAX_PARALLEL],
    ["retries", 0, MAX_RETRIES],
  ] as const;
  for (const [input, min, max] of ranges) {
    const value = numbers[input];
    if (value >= min && value <= max) continue;
    problems.push({ input, what: `${input} is ${value}`, remedy: `Use ${min} to ${max}.` });
  }
  for (const input of ["timeout", "deadline"] as const) {
    if (numbers[input] > 0) continue;
    problems.push({ input, what: `${input} must be greater than 0`, remedy: "Use a duration such as 30s." });
  }
  readSecretHeaders(headers, problems);
  return problems;
}
