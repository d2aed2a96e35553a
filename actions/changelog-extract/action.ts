import { defineAction, NO_ENDPOINTS, type HostFacts } from "@release-actions/action";
import { changelogStop, extractEntry, reflow, truncateBody } from "@release-actions/changelog";
import { findComponent, loadConfig } from "@release-actions/config";
import { readWorkspaceFile, refuseOutputs, writeWorkspaceFile } from "@release-actions/files";
import { formatCount, secrets } from "@release-actions/text";
import { inputProblems, inputs, outputs, type Inputs } from "./inputs.ts";
import { reportEntry } from "./report.ts";

const DEFAULT_CHANGELOG = "CHANGELOG.md";

export default defineAction({
  name: "changelog-extract",
  description: "Extracts the notes of one version from a changelog.",
  inputs,
  outputs,
  permissions: { github: { contents: "read" }, gitlab: "None beyond reading the repository." },
  endpoints: NO_ENDPOINTS,
  changes: false,
  check: inputProblems,

  async run({ inputs, io, host }) {
    const { version, tail, allowEmpty, outputFile, maxBytes } = inputs;
    refuseOutputs(host, { "output-file": outputFile });
    const { file, component, isTrain } = await findChangelog(inputs, host);
    const source = await readWorkspaceFile(host, file, { typed: inputs.changelog !== undefined });
    const own = extractEntry(source, { version, component, tail, allowEmpty });
    // A component that is released with its train and has no entry has the entry of the train.
    const isMissing = own.kind === "failed" && own.failure.kind === "missing";
    const extraction = isTrain && isMissing ? extractEntry(source, { version, tail, allowEmpty }) : own;
    if (extraction.kind === "failed") throw changelogStop(extraction.failure, file);
    const { entry } = extraction;
    for (const { message, line } of entry.warnings) io.warning(message, { file, line });

    const whole = inputs.reflow === "release" ? reflow(entry.body) : entry.body;
    const { body, truncated } =
      maxBytes === undefined ? { body: whole, truncated: false } : truncateBody(whole, maxBytes);
    if (truncated) {
      const size = formatCount(Buffer.byteLength(whole), "byte");
      const text = `the notes of ${version} have ${size} and were cut to ${Buffer.byteLength(body)}`;
      io.warning(text, { file, line: entry.line });
    }
    if (outputFile !== undefined) await writeWorkspaceFile(host, outputFile, secrets.redact(body), { typed: true });
    reportEntry(io, entry, body, file);
    const { heading, date, status, line } = entry;
    return { verdict: "passed", body, bodyFile: outputFile, heading, date, status, line, truncated };
  },
});

interface ChangelogPlace {
  readonly file: string;
  /** The component as headings write it. */
  readonly component: string | undefined;
  /** The component is released with others, under one version. */
  readonly isTrain: boolean;
}

/** Reads release-actions.yml only if a component is named; inputs override it. */
async function findChangelog(inputs: Inputs, host: HostFacts): Promise<ChangelogPlace> {
  if (inputs.component === undefined && inputs.config === undefined)
    return { file: inputs.changelog ?? DEFAULT_CHANGELOG, component: undefined, isTrain: false };
  const config = await loadConfig({ host, inputs });
  // Without declared components, a component is only what headings name.
  const isDeclared = (config.components ?? []).length > 0;
  const configured = inputs.component !== undefined && isDeclared ? findComponent(config, inputs.component) : undefined;
  return {
    file: inputs.changelog ?? configured?.changelog ?? DEFAULT_CHANGELOG,
    component: configured?.["changelog-name"] ?? inputs.component,
    isTrain: configured?.["version-match"] === "train",
  };
}
