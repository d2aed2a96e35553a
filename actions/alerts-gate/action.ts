import { accountProblems, defineAction } from "@release-actions/action";
import { decide, logRows, passOrThrow, problemsOf } from "@release-actions/report";
import { inputs, outputs } from "./inputs.ts";
import { readScope } from "./scope.ts";

export default defineAction({
  name: "alerts-gate",
  description:
    "Verifies that no alert fires where a release is about to go: queries Prometheus and Alertmanager, and passes only if both could have seen one.",
  inputs,
  outputs,
  permissions: { github: {}, gitlab: "None; the servers' credentials come from variables." },
  services: ["prometheus"],
  endpoints: {
    description: ["Prometheus, at `prometheus-url`", "Alertmanager, at `alertmanager-url`"],
    origins: (given) => [given.prometheusUrl, given.alertmanagerUrl],
  },
  changes: false,
  check: (given) => [...readScope(given).problems, ...accountProblems(given)],

  async run(context) {
    const { inputs, io } = context;
    const [{ judgeAlerts }, { RULES }, { outputsOf, summaryOf }] = await Promise.all([
      import("./gate.ts"),
      import("./checks.ts"),
      import("./report.ts"),
    ]);
    const { scope } = readScope(inputs);
    const { rows, compared, isComplete } = await judgeAlerts(context, scope);
    const verdict = decide(rows, RULES);
    logRows(io, rows);
    if (inputs.summary) io.summary(...summaryOf(verdict, rows, compared, scope));
    return passOrThrow(verdict, {
      messages: {
        refused: "do not release now",
        invalid: "the alerts could not be queried",
        undecided: "it is not proven that no alert fires",
      },
      problems: problemsOf(rows, RULES),
      outputs: isComplete ? { ...outputsOf(compared), count: compared.firing.length } : {},
    });
  },
});
