import {
  defineAction,
  duration,
  flag,
  integer,
  output,
  ActionError,
  text,
  type Problem,
} from "@release-actions/action";
import { readSecretHeaders } from "./secret-headers.ts";

const MOST_AT_ONCE = 64;
const MOST_RETRIES = 20;

export default defineAction({
  name: "smoke",
  description:
    "Proves that what was deployed works: health, metrics, versions, real calls with their trace and their counters, and what Prometheus saw of them.",
  inputs: {
    suite: text({
      description:
        "The checks: path of a YAML file, or the YAML itself. Without it: the health and metrics pages of the environment.",
      example: "smoke.yml",
      optional: true,
    }),
    environment: text({
      description: "The environment of release-actions.yml whose services and Prometheus are asked.",
      example: "staging",
      optional: true,
    }),
    headers: text({
      description:
        "Headers with secrets in them, one on a line, each behind the one origin that it is sent to: https://api.example.com Authorization: Bearer …",
      secret: true,
      optional: true,
      gitlab: "SMOKE_HEADERS",
    }),
    timeout: duration({ description: "How long one request may take.", default: "10s" }),
    deadline: duration({ description: "How long all checks together may take.", default: "5m" }),
    retries: integer({
      description:
        "How often a request is sent again that was refused or answered 502, 503 or 504, as by a service that starts.",
      default: "3",
    }),
    parallel: integer({ description: "How many checks run at once, at most 64.", default: "8" }),
    "expect-version": text({
      description: "The version that every service must serve that tells one.",
      example: "1.2.0",
      optional: true,
    }),
    "junit-file": text({
      description: "Where to write the results as JUnit XML, from the root of the workspace.",
      example: "smoke.xml",
      optional: true,
    }),
    "allow-http": flag({ description: "Take plain http for hosts other than this machine.", default: false }),
  },
  outputs: {
    passed: output.integer("How many checks passed."),
    failed: output.integer("How many found something wrong."),
    skipped: output.integer("How many could not be asked, because another failed."),
    unanswered: output.integer("How many had not enough evidence, such as no answer of Prometheus."),
    failure: output.text("The first that did not pass, in one line."),
    results: output.json(
      "All checks, those that did not pass first, at most 64 KiB: each with service, suite, name, result, detail and what was sent, came and was expected.",
    ),
  },
  permissions: { github: {}, gitlab: "None; the services' secrets come from a variable." },
  endpoints: {
    description: ["The services of the suite and of the environment", "Prometheus, where the suite has queries"],
    origins: () => [],
  },
  changes: false,
  check({ suite, environment, headers, parallel, retries, timeout, deadline }) {
    const problems: Problem[] = [];
    if (suite === undefined && environment === undefined) {
      problems.push({
        input: "suite",
        what: "there is neither suite nor environment, so that nothing would be checked",
        remedy: "Give one of them, or both.",
      });
    }
    const bounds = [
      ["parallel", parallel, 1, MOST_AT_ONCE],
      ["retries", retries, 0, MOST_RETRIES],
    ] as const;
    for (const [input, given, least, most] of bounds) {
      if (given < least || given > most)
        problems.push({ input, what: `${input} is ${given}`, remedy: `Give ${least} to ${most}.` });
    }
    for (const [input, given] of [
      ["timeout", timeout],
      ["deadline", deadline],
    ] as const) {
      if (given === 0)
        problems.push({
          input,
          what: `${input} is 0, in which nothing can be asked`,
          remedy: "Give a length of time such as 30s.",
        });
    }
    readSecretHeaders(headers, problems);
    return problems;
  },
  async run(context) {
    const { smoke } = await import("./smoke.ts");
    const { verdict, outputs, details } = await smoke(context);
    if (verdict === "passed") return { verdict, ...outputs };
    const messages = {
      refused: "what was deployed does not work as it should",
      invalid: "the suite asks for what cannot be asked",
      undecided: "it could not be proven that all works",
    };
    throw new ActionError(verdict, messages[verdict], details);
  },
});
