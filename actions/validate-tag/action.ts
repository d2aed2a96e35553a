import {
  choice,
  defineAction,
  flag,
  invalid,
  list,
  output,
  refused,
  ActionError,
  text,
  undecided,
  type HostFacts,
  type Problem,
} from "@release-actions/action";
import { assertFile } from "@release-actions/files";
import { branchRef, openRepository } from "@release-actions/git";
import { isParsed, readTag, SCHEMES, tagNameProblem, type ParsedTag } from "@release-actions/version";
import { anticipate } from "./anticipate.ts";
import { collectEvidence, remoteOf } from "./evidence.ts";
import type { Judgement } from "./judge.ts";
import { logRows, problemsOf, summaryOf, verdictOf } from "./report.ts";
import { readSettings, type ComponentSettings, type Settings, type SettingsInputs } from "./settings.ts";
import { writeSigners } from "./signature.ts";

export default defineAction({
  name: "validate-tag",
  description:
    "Checks a release tag against everything that must agree with it: its grammar, the changelog, the version files, the branch, its signature and what is released already.",
  inputs: {
    tag: text({
      description: "The tag. Without it: the tag whose push started the run.",
      example: "v1.1.0-frontend",
      optional: true,
    }),
    components: list({
      description: "The names of what the repository releases. Without it: the components of release-actions.yml.",
    }),
    "tag-format": text({
      description:
        "How tags are written, with {version} once and {component} at most once. Without it: the formats of release-actions.yml, else v{version}-{component} where components are declared and v{version} where none is.",
      example: "{component}@{version}",
      optional: true,
    }),
    scheme: choice(SCHEMES, {
      description: "How versions are written and ordered. Without it: that of release-actions.yml, else semver.",
      optional: true,
    }),
    changelog: text({
      description: "Path of the changelog. Without it: that of release-actions.yml, else CHANGELOG.md.",
      optional: true,
    }),
    "require-changelog": flag({
      description: "The changelog must have a non-empty entry for the version.",
      default: true,
    }),
    "version-files": list({
      description: "Files that state the version, as path or path#key. Without it: those of release-actions.yml.",
    }),
    "version-match": choice(["component", "train", "none"], {
      description:
        "What version files must say. component: the tag's version. train: the version that the changelog entry lists for the component. none: they are not compared. Without it: that of release-actions.yml, else component.",
      optional: true,
    }),
    "require-annotated": flag({ description: "The tag must be annotated.", default: false }),
    "require-signed": flag({ description: "The tag must be signed by one of allowed-signers.", default: false }),
    "allowed-signers": text({
      description:
        "The trusted SSH keys, one line each as ssh-keygen reads them (principal, key type, key), or the path of a file of such lines.",
      optional: true,
    }),
    branch: text({ description: "The tagged commit must be on this branch.", example: "main", optional: true }),
    "require-unreleased": flag({ description: "The forge must have no published release of the tag.", default: false }),
    "allow-regression": flag({
      description: "Lets a version be lower than what its component has released.",
      default: false,
    }),
    token: text({
      description: "Reads the repository's tags and releases at the forge.",
      secret: true,
      credential: true,
      optional: true,
      github: "${{ github.token }}",
      gitlab: "CI_JOB_TOKEN",
    }),
  },
  outputs: {
    tag: output.text("The tag."),
    version: output.text("The version in it, such as 1.1.0-rc.1."),
    component: output.text("The component in it; empty where it names none."),
    prerelease: output.flag("Whether the version is a prerelease."),
    "prerelease-id": output.text("The prerelease's word, such as rc; empty for a release."),
    major: output.integer("The first number of the version."),
    minor: output.integer("The second number."),
    patch: output.integer("The third number."),
    commit: output.text("The commit that the tag leads to, 40 hex digits."),
    "previous-tag": output.text(
      "The tag of the release before, of the same component by version order; empty for the first.",
    ),
    annotated: output.flag("Whether the tag is annotated; empty where that is not known."),
    images: output.json(
      "The images that release-actions.yml gives the component, as the matrix of a build: name, image, context and dockerfile of each.",
    ),
    report: output.json(
      "One row per finding: check, result (pass, fail, warn, skipped or unknown), detail and remedy.",
    ),
  },
  permissions: {
    github: { contents: "read" },
    gitlab: "The job token is enough; a token of another kind needs read_api and read_repository.",
  },
  services: ["git", "github", "gitlab"],
  endpoints: {
    description: [
      "the repository itself, by git over https, in CI jobs",
      "the forge's REST API, with `require-unreleased`",
    ],
    origins: ({ requireUnreleased }, host) => (requireUnreleased ? [host.serverUrl, host.apiUrl] : [host.serverUrl]),
    // A terminal has no forge whose tags could be read.
    credentials: ({ requireUnreleased }, host) => [
      ...(host.kind === "github" || host.kind === "gitlab" ? [host.serverUrl] : []),
      ...(requireUnreleased ? [host.apiUrl] : []),
    ],
  },
  changes: false,
  check: ({ requireSigned, allowedSigners }) =>
    requireSigned && allowedSigners === undefined
      ? [
          {
            input: "allowed-signers",
            what: "require-signed needs allowed-signers",
            remedy: "Give the trusted keys: <principal> ssh-ed25519 <key>.",
          },
        ]
      : [],
  async run(context) {
    const { inputs, io, host, signal } = context;
    const tag = inputs.tag ?? host.pushedTag;
    if (tag === undefined) {
      throw invalid("no tag was given, and this run was not started by a tag", {
        remedy: "Give the input tag, for example v1.2.3.",
      });
    }
    const repository = openRepository({
      directory: host.workspace,
      environment: host.childEnvironment,
      // Looked at only where git needs one: it is made on first use.
      get temporary() {
        return host.temporary;
      },
      network: host.network,
      // The runner checks out as another user than a container's; the directory is the one that it named itself.
      acceptOwner: host.kind === "github" || host.kind === "gitlab",
      signal,
      io,
    });
    const remote = remoteOf(host, inputs.token);
    const usable = tagNameProblem(tag) === undefined;
    const settling = settle(host, inputs, tag);
    // git is asked first: whatever needs no answer of it happens while it runs.
    const [evidence, { settings, read, anticipated }, { judge }] = await Promise.all([
      usable ? collectEvidence(repository, remote, tag, settling) : undefined,
      readTogether(host, inputs, tag, settling),
      import("./judge.ts"),
    ]);
    const judgement = await judge({ ...context, tag, read, settings, repository, remote, evidence, anticipated });

    const { rows } = judgement;
    const verdict = verdictOf(rows);
    logRows(io, rows);
    io.summary(...summaryOf(tag, rows));
    const outputs = {
      tag,
      ...versionOutputs(isParsed(read) ? read : undefined),
      ...tagOutputs(judgement),
      images: isParsed(read) ? settings.of(read.component).images : [],
      report: rows,
    };
    if (verdict === "passed") return { verdict, ...outputs };
    const problems = problemsOf(rows);
    const details = { problems, outputs };
    throw verdict === "refused"
      ? refused(`${count(problems.length, "check")} of the tag failed`, details)
      : undecided(`${count(problems.length, "check")} of the tag could not be answered`, details);
  },
});

interface LocalInputs extends SettingsInputs {
  readonly requireChangelog: boolean;
  readonly requireSigned: boolean;
  readonly allowedSigners: string | undefined;
  readonly branch: string | undefined;
}

/** The settings, after all local checks. Throws `invalid` with everything that they found wrong. */
async function settle(host: HostFacts, inputs: LocalInputs, tag: string): Promise<Settings> {
  const { requireSigned, allowedSigners, branch } = inputs;
  const ends = await Promise.allSettled([
    settingsOf(host, inputs, tag),
    (async () => branch !== undefined && branchRef(branch))(),
    requireSigned && allowedSigners !== undefined ? writeSigners(host, allowedSigners) : undefined,
  ]);
  const failed = ends.flatMap((end) => (end.status === "rejected" ? [end.reason as unknown] : []));
  const stops = failed.filter((error) => error instanceof ActionError && error.verdict === "invalid") as ActionError[];
  const [settings] = ends;
  if (settings.status === "fulfilled" && failed.length === 0) return settings.value;
  // A defect or a signal takes precedence over problems with inputs.
  if (stops.length < failed.length) throw failed.find((error) => !stops.includes(error as ActionError));
  if (stops.length === 1) throw stops[0]!;
  throw invalid(`${stops.length} problems with inputs and configuration`, { problems: stops.flatMap(problemsOfStop) });
}

function problemsOfStop({ message, details: { problems = [], remedy } }: ActionError): readonly Problem[] {
  return problems.length > 0 ? problems : [{ what: message, ...(remedy !== undefined && { remedy }) }];
}

async function readTogether(host: HostFacts, inputs: LocalInputs, tag: string, settling: Promise<Settings>) {
  const settings = await settling;
  const read = readTag(tag, settings.rules);
  const anticipated = isParsed(read) && inputs.requireChangelog ? await anticipate(host, settings, read) : undefined;
  return { settings, read, anticipated };
}

async function settingsOf(host: HostFacts, inputs: LocalInputs, tag: string): Promise<Settings> {
  const settings = await readSettings(host, inputs);
  const read = readTag(tag, settings.rules);
  if (isParsed(read)) assertFiles(host, settings.of(read.component));
  return settings;
}

/** An invalid path is the fault of whoever wrote it. It says nothing about the tag, to which the files belong. */
function assertFiles(host: HostFacts, { changelog, versionFiles }: ComponentSettings): void {
  const paths = versionFiles.map((file) => file.replace(/(?<=.)#[^#]*$/, ""));
  for (const path of [changelog, ...paths]) assertFile(host, path);
}

function versionOutputs(parsed: ParsedTag | undefined) {
  if (parsed === undefined) return {};
  const { major, minor, patch, prerelease, prereleaseId, text: version } = parsed.version;
  return { version, component: parsed.component, prerelease, prereleaseId, major, minor, patch };
}

function tagOutputs({ commit, annotated, previous }: Judgement) {
  return { commit, annotated, previousTag: previous };
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? "" : "s"}`;
}
