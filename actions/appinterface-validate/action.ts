import { defineAction, invalid, NO_ENDPOINTS, undecided } from "@release-actions/action";
import type { Tree } from "@release-actions/app-interface";
import { decide, passOrThrow } from "@release-actions/report";
import { formatCount, jsonText } from "@release-actions/text";
import { posix } from "node:path";
import { inputs, outputs, readRules, type Inputs } from "./inputs.ts";

export default defineAction({
  name: "appinterface-validate",
  description:
    "Validates app-interface data like qontract-validator and beyond: schemas, references, uniqueness, rules for saas files and YAML pitfalls; reports all problems at once with their line numbers.",
  inputs,
  outputs,
  permissions: { github: { contents: "read" }, gitlab: "None beyond reading the repository." },
  endpoints: NO_ENDPOINTS,
  changes: false,
  check: (given) => readRules(given).problems,

  async run({ inputs, io, host, signal }) {
    const [{ checkTree, openTree }, { boundedReport, checkRowsOf, findingRows, logFindings, summaryOf }] =
      await Promise.all([import("@release-actions/app-interface"), import("./report.ts")]);
    const { changedSince: since, reportFile, sarifFile, maxProblems: most } = inputs;
    const { refuseOutputs, writeWorkspaceFile } = await import("@release-actions/files");
    refuseOutputs(host, { "report-file": reportFile, "sarif-file": sarifFile });
    const { path, schemas, graphqlSchema: graphql = nextToSchemas(schemas) } = inputs;
    const tree = await openTree({ host, path, schemas, graphql, typed: true });
    assertComplete(tree, inputs);

    const all = checkTree(tree);
    const { changedPaths, ofChanges } = await import("./changed.ts");
    const { data } = tree.roots;
    const findings =
      since === undefined ? all : ofChanges(all, tree, await changedPaths({ host, io, signal, since, data }));
    const rows = findingRows(findings, tree, readRules(inputs).rules);
    const errors = rows.filter(({ severity }) => severity === "error").length;
    const counts = { valid: errors === 0, files: tree.files.length, errors, warnings: rows.length - errors };

    const write = (to: string, content: string | Iterable<string>) =>
      writeWorkspaceFile(host, to, content, { typed: true });
    if (reportFile !== undefined) await write(reportFile, `${jsonText({ ...counts, problems: rows }, 2)}\n`);
    if (sarifFile !== undefined) await write(sarifFile, (await import("./sarif.ts")).sarifOf(rows));

    const verdict = decide(checkRowsOf(rows, tree), { required: ["files"] });
    logFindings(io, rows, most, reportFile);
    const { files, warnings } = counts;
    const scope = since === undefined ? "" : ` in what changed since ${since}`;
    io.info(
      `${formatCount(files, "file")}, ${formatCount(errors, "error")}, ${formatCount(warnings, "warning")}${scope}`,
    );
    io.summary(...summaryOf(rows, { verdict, files, since, most }));
    return passOrThrow(verdict, {
      messages: {
        refused: `the data has ${formatCount(errors, "error")}`,
        invalid: "the data could not be checked",
        undecided: "the data could not be checked",
      },
      // Every error is in the log already.
      problems: [],
      remedy: "Fix the errors; each has its remedy.",
      outputs: { ...counts, report: boundedReport(rows), reportFile, sarifFile },
    });
  },
});

function nextToSchemas(schemas: string): string {
  return posix.join(posix.dirname(posix.normalize(schemas)), "graphql-schemas/schema.yml");
}

/** Throws if there are no schemas or no data: every check would pass. */
function assertComplete({ files, bundle, roots }: Tree, { schemas }: Inputs): void {
  if (!files.some(({ area }) => area === "schemas")) {
    throw invalid(`there are no schemas in ${schemas}`, {
      remedy: "Set schemas to the directory schemas/ of qontract-schemas.",
    });
  }
  const hasUnreadable = files.some(({ area, loaded }) => area === "data" && loaded.error !== undefined);
  if (bundle.data.size === 0 && !hasUnreadable) {
    throw undecided(`there is nothing to check: ${roots.data} has no YAML or JSON file with content`, {
      remedy: "Set path to the directory that contains data/, and make sure that the checkout is complete.",
    });
  }
}
