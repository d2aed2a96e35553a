import {
  defineAction,
  integer,
  invalid,
  list,
  NO_ENDPOINTS,
  output,
  refused,
  text,
  undecided,
} from "@release-actions/action";
import { jsonText } from "@release-actions/text";
import { posix } from "node:path";
import { readRules } from "./settings.ts";

export default defineAction({
  name: "appinterface-validate",
  description:
    "Validates app-interface data as qontract-validator does, and beyond: schemas, references, uniqueness, the rules of saas files and YAML's traps, all problems at once with their lines.",
  inputs: {
    path: text({ description: "The directory that holds data/ and resources/, or data/ itself.", default: "." }),
    schemas: text({
      description: "The directory of the schemas: schemas/ of a checkout of qontract-schemas inside the workspace.",
      example: "qontract-schemas/schemas",
    }),
    "graphql-schema": text({
      description:
        "The file of the GraphQL schema. Without it: graphql-schemas/schema.yml beside the schemas' directory.",
      optional: true,
    }),
    "changed-since": text({
      description:
        "A branch, tag or commit: only problems of files that changed since are reported. References are resolved over the whole tree all the same.",
      optional: true,
      example: "origin/master",
    }),
    rules: list({ description: "Severities of rules, as rule: error, warn or off.", example: "yaml-1.1: off" }),
    "max-problems": integer({
      description: "So many problems are shown as annotations and in the summary; the report file has them all.",
      default: "50",
    }),
    "report-file": text({
      description: "Also write the whole report to this JSON file.",
      optional: true,
      example: "validation.json",
    }),
    "sarif-file": text({
      description: "Also write the problems to this SARIF file.",
      optional: true,
      example: "validation.sarif",
    }),
  },
  outputs: {
    valid: output.flag("Whether there is no error."),
    files: output.integer("How many files were checked: data, resources, schemas and the GraphQL schema."),
    errors: output.integer("How many errors there are."),
    warnings: output.integer("How many warnings there are."),
    report: output.json("The problems, the worst first, as far as 64 KiB hold them, and how many are omitted."),
    "report-file": output.text("The file that the whole report was written to."),
    "sarif-file": output.text("The SARIF file."),
  },
  permissions: { github: { contents: "read" }, gitlab: "None beyond reading the repository." },
  endpoints: NO_ENDPOINTS,
  changes: false,
  check: ({ rules }) => readRules(rules).problems,

  async run({ inputs, io, host, signal }) {
    const [{ checkTree, openTree }, { boundedReport, logRows, rowsOf, summaryOf }] = await Promise.all([
      import("@release-actions/app-interface"),
      import("./report.ts"),
    ]);
    const { path, schemas, changedSince: since, reportFile, sarifFile, maxProblems: most } = inputs;
    const { refuseOutputs, writeWorkspaceFile } = await import("@release-actions/files");
    refuseOutputs(host, { "report-file": reportFile, "sarif-file": sarifFile });
    const graphql = inputs.graphqlSchema ?? besideSchemas(schemas);
    const tree = await openTree({ host, path, schemas, graphql, typed: true });
    if (!tree.files.some(({ area }) => area === "schemas"))
      throw invalid(`there is no schema below ${schemas}`, {
        remedy: "Give schemas: the directory schemas/ of qontract-schemas.",
      });
    if (
      tree.bundle.data.size === 0 &&
      !tree.files.some(({ area, loaded }) => area === "data" && loaded.error !== undefined)
    ) {
      throw undecided(`there is nothing to check: ${tree.roots.data} holds no YAML or JSON file with content`, {
        remedy: "Give path: the directory that holds data/, and check that it was checked out whole.",
      });
    }

    const all = checkTree(tree);
    const { changedPaths, ofChanges } = await import("./changed.ts");
    const { data } = tree.roots;
    const findings =
      since === undefined ? all : ofChanges(all, tree, await changedPaths({ host, io, signal, since, data }));
    const rows = rowsOf(findings, tree, readRules(inputs.rules).rules);
    const errors = rows.filter(({ severity }) => severity === "error").length;
    const counts = { valid: errors === 0, files: tree.files.length, errors, warnings: rows.length - errors };

    const write = (path: string, value: unknown) =>
      writeWorkspaceFile(host, path, `${jsonText(value, 2)}\n`, { typed: true });
    if (reportFile !== undefined) await write(reportFile, { ...counts, problems: rows });
    if (sarifFile !== undefined) await write(sarifFile, (await import("./sarif.ts")).sarif(rows));

    const verdict = errors === 0 ? "passed" : "refused";
    logRows(io, rows, most, reportFile === undefined ? "which report-file would hold" : `all are in ${reportFile}`);
    io.info(
      `${tree.files.length} files, ${errors} errors, ${rows.length - errors} warnings${since === undefined ? "" : ` in what changed since ${since}`}`,
    );
    io.summary(...summaryOf(rows, { verdict, files: tree.files.length, since, most }));
    const outputs = { ...counts, report: boundedReport(rows), reportFile, sarifFile };
    if (verdict === "passed") return { verdict, ...outputs };
    throw refused(`the data has ${errors} ${errors === 1 ? "error" : "errors"}`, {
      remedy: "Correct them; each has its remedy.",
      outputs,
    });
  },
});

function besideSchemas(schemas: string): string {
  return posix.join(posix.dirname(posix.normalize(schemas)), "graphql-schemas/schema.yml");
}
