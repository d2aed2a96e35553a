import {
  choice,
  defineAction,
  flag,
  NO_ENDPOINTS,
  output,
  size,
  text,
  type CommonInputs,
  type HostFacts,
  type Io,
  type Problem,
} from "@release-actions/action";
import {
  changelogStop,
  extractEntry,
  reflow,
  SMALLEST_LIMIT,
  truncateBody,
  type ExtractedEntry,
} from "@release-actions/changelog";
import { loadConfig } from "@release-actions/config";
import { readWorkspaceFile, refuseOutputs, writeWorkspaceFile } from "@release-actions/files";
import { codeBlock, heading, secrets, table } from "@release-actions/text";

const DEFAULT_CHANGELOG = "CHANGELOG.md";
/** A job summary holds 1 MiB; the notes need not fill it. */
const MOST_SHOWN = 64 * 1024;

export default defineAction({
  name: "changelog-extract",
  description: "Takes the notes of one version out of a changelog.",
  inputs: {
    version: text({
      description: "The version, with or without a leading v, or unreleased.",
      example: "1.2.3",
      gitlab: "VALIDATE_TAG_VERSION",
    }),
    component: text({
      description: "Whose entry, where the headings name components.",
      optional: true,
      example: "frontend",
      gitlab: "VALIDATE_TAG_COMPONENT",
    }),
    changelog: text({
      description: "Path of the changelog. Without it: the component's in release-actions.yml, else CHANGELOG.md.",
      optional: true,
    }),
    tail: choice(["stop", "include"], {
      description:
        "What a heading at the entries' level that names no version does after the entry: end it, or belong to it.",
      default: "stop",
    }),
    "allow-empty": flag({ description: "Accept an entry that says nothing.", default: false }),
    reflow: choice(["none", "release"], {
      description: "release joins hard-wrapped lines, because release pages show every line ending as a line break.",
      default: "none",
    }),
    "output-file": text({
      description: "Also write the notes to this file in the workspace.",
      optional: true,
      example: "notes.md",
    }),
    "max-bytes": size({
      description: "Cut longer notes to this size, between blocks. GitHub takes releases of up to 125000 characters.",
      optional: true,
      example: "125000",
    }),
  },
  outputs: {
    body: output.text("The notes: the entry's lines, and the link definitions that they use."),
    "body-file": output.text("The file that the notes were written to, if output-file was given."),
    heading: output.text("The entry's heading as written, without its markers."),
    date: output.text("The heading's date as YYYY-MM-DD; empty where it has none."),
    status: output.text("released, prerelease, yanked or unreleased."),
    line: output.integer("The line of the heading."),
    truncated: output.flag("Whether the notes were cut to max-bytes."),
  },
  permissions: { github: { contents: "read" }, gitlab: "None beyond reading the repository." },
  endpoints: NO_ENDPOINTS,
  changes: false,
  check: ({ maxBytes }) => (maxBytes === undefined || maxBytes >= SMALLEST_LIMIT ? [] : [tooSmall()]),

  async run({ inputs, io, host }) {
    const { version, tail, allowEmpty, outputFile, maxBytes } = inputs;
    refuseOutputs(host, { "output-file": outputFile });
    const { file, component, train } = await whereToLook(inputs, host);
    const source = await readWorkspaceFile(host, file, { typed: inputs.changelog !== undefined });
    const own = extractEntry(source, { version, component, tail, allowEmpty });
    // A component that is released with its train, and has no entry of its own, has the train's.
    const orphan = train && own.kind === "failed" && own.failure.kind === "missing";
    const extraction = orphan ? extractEntry(source, { version, tail, allowEmpty }) : own;
    if (extraction.kind === "failed") throw changelogStop(extraction.failure, file);
    const { entry } = extraction;
    for (const { message, line } of entry.warnings) io.warning(message, { file, line });

    const flowed = inputs.reflow === "release" ? reflow(entry.body) : entry.body;
    const { body, truncated } =
      maxBytes === undefined ? { body: flowed, truncated: false } : truncateBody(flowed, maxBytes);
    if (truncated)
      io.warning(
        `the notes of ${version} have ${Buffer.byteLength(flowed)} bytes and were cut to ${Buffer.byteLength(body)}`,
        { file, line: entry.line },
      );
    if (outputFile !== undefined) await writeWorkspaceFile(host, outputFile, secrets.redact(body), { typed: true });
    report(io, entry, body, file);
    const { heading, date, status, line } = entry;
    return { verdict: "passed", body, bodyFile: outputFile, heading, date, status, line, truncated };
  },
});

interface Named {
  readonly component: string | undefined;
  readonly changelog: string | undefined;
}

interface Where {
  readonly file: string;
  /** The component as it stands in headings. */
  readonly component: string | undefined;
  readonly train: boolean;
}

/** From release-actions.yml where a component is named; what is given as an input wins. */
async function whereToLook(inputs: Named & CommonInputs, host: HostFacts): Promise<Where> {
  if (inputs.component === undefined && inputs.config === undefined)
    return { file: inputs.changelog ?? DEFAULT_CHANGELOG, component: undefined, train: false };
  const { components = [] } = await loadConfig({ host, inputs });
  const configured = components.find(({ name }) => name === inputs.component);
  return {
    file: inputs.changelog ?? configured?.changelog ?? DEFAULT_CHANGELOG,
    component: configured?.["changelog-name"] ?? inputs.component,
    train: configured?.["version-match"] === "train",
  };
}

function report(io: Io, entry: ExtractedEntry, body: string, file: string): void {
  io.info(`${file}, line ${entry.line}: ${entry.heading} (${entry.status}), ${Buffer.byteLength(body)} bytes of notes`);
  io.summary(
    heading("Release notes"),
    table(
      ["Heading", "Date", "Status", "From"],
      [[entry.heading, entry.date === "" ? "none" : entry.date, entry.status, `${file}, line ${entry.line}`]],
    ),
    codeBlock(truncateBody(body, MOST_SHOWN).body, "markdown"),
  );
}

function tooSmall(): Problem {
  return {
    input: "max-bytes",
    what: `must be at least ${SMALLEST_LIMIT}`,
    remedy: "Notes that are cut shorter say nothing; leave the input out for no limit.",
  };
}
