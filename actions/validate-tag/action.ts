import { defineAction, invalid } from "@release-actions/action";
import { openCheckout } from "@release-actions/git";
import { checkTable, decide, logRows, passOrThrow, problemsOf, VERDICT_WORDS } from "@release-actions/report";
import { code, formatCount, heading, paragraph, strong } from "@release-actions/text";
import { isParsed, readTag, tagNameProblem, type ParsedTag } from "@release-actions/version";
import { extractEarly } from "./contents.ts";
import { collectEvidence, remoteOf } from "./evidence.ts";
import { inputProblems, inputs, outputs } from "./inputs.ts";
import { readSettings } from "./settings.ts";

export default defineAction({
  name: "validate-tag",
  description:
    "Checks a release tag against everything that must agree with it: its grammar, the changelog, the version files, the branch, its signature and earlier releases.",
  inputs,
  outputs,
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
  check: inputProblems,

  async run(context) {
    const { inputs, io, host } = context;
    const tag = inputs.tag ?? host.pushedTag;
    if (tag === undefined) {
      throw invalid("tag is missing, and this run was not started by a tag", {
        remedy: "Set the input tag, for example v1.2.3.",
      });
    }
    const repository = openCheckout(context);
    const remote = remoteOf(host, inputs.token);
    const settled = readSettings(host, inputs, tag);
    const readEarly = async () => {
      const settings = await settled;
      const read = readTag(tag, settings.rules);
      const early = isParsed(read) && inputs.requireChangelog ? await extractEarly(host, settings, read) : undefined;
      return { settings, read, early };
    };
    // git starts first: everything that does not need its answers happens while it runs.
    const [evidence, { settings, read, early }, { checkTag, RULES }] = await Promise.all([
      tagNameProblem(tag) === undefined ? collectEvidence(repository, remote, tag, settled) : undefined,
      readEarly(),
      import("./checks.ts"),
    ]);
    const checked = await checkTag({ ...context, tag, read, settings, repository, remote, evidence, early });

    const { rows, commit, annotated, previous } = checked;
    const verdict = decide(rows, RULES);
    logRows(io, rows);
    io.summary(
      heading("validate-tag"),
      paragraph([code(tag), " ", strong(VERDICT_WORDS[verdict])]),
      ...checkTable(rows),
    );
    const problems = problemsOf(rows, RULES);
    const checks = `${formatCount(problems.length, "check")} of the tag`;
    return passOrThrow(verdict, {
      messages: {
        refused: `${checks} failed`,
        invalid: `${checks} could not be run`,
        undecided: `${checks} could not be answered`,
      },
      problems,
      outputs: {
        tag,
        ...versionOutputs(isParsed(read) ? read : undefined),
        commit,
        annotated,
        previousTag: previous,
        images: isParsed(read) ? settings.of(read.component).images : [],
        report: rows,
      },
    });
  },
});

function versionOutputs(parsed: ParsedTag | undefined) {
  if (parsed === undefined) return {};
  const { major, minor, patch, prerelease, prereleaseId, text: version } = parsed.version;
  return { version, component: parsed.component, prerelease, prereleaseId, major, minor, patch };
}
