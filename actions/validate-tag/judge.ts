import { ActionError, type Clock, type HostFacts, type Io } from "@release-actions/action";
import type { ObjectId, Remote, Repository } from "@release-actions/git";
import { isParsed, type ParsedTag, type TagProblem } from "@release-actions/version";
import type { Anticipated } from "./anticipate.ts";
import { judgeBranch } from "./branch.ts";
import { judgeChangelog } from "./changelog.ts";
import type { Evidence } from "./evidence.ts";
import { taggedFiles } from "./files.ts";
import { judgeHistory } from "./history.ts";
import { CHECKS, fail, pass, skipped, type Row } from "./report.ts";
import type { Settings } from "./settings.ts";
import { judgeTagObject, type TagObject } from "./tag-object.ts";
import { judgeVersionFiles } from "./version-files.ts";

export interface Case {
  readonly tag: string;
  readonly read: ParsedTag | TagProblem;
  readonly settings: Settings;
  readonly repository: Repository;
  readonly remote: Remote | undefined;
  /** Undefined where the tag is no tag name at all, so that git never saw it. */
  readonly evidence: Evidence | undefined;
  readonly anticipated: Anticipated | undefined;
  readonly inputs: {
    readonly requireChangelog: boolean;
    readonly requireAnnotated: boolean;
    readonly requireSigned: boolean;
    readonly allowedSigners: string | undefined;
    readonly branch: string | undefined;
    readonly requireUnreleased: boolean;
    readonly allowRegression: boolean;
    readonly token: string | undefined;
  };
  readonly io: Io;
  readonly signal: AbortSignal;
  readonly clock: Clock;
  readonly host: HostFacts;
  readonly endpoints: readonly string[];
}

export interface Judgement {
  /** In the order of CHECKS; a check may have several. */
  readonly rows: readonly Row[];
  readonly commit: ObjectId | undefined;
  readonly annotated: boolean | undefined;
  readonly previous: string | undefined;
}

/** Asks every question that can be asked; one that fails does not keep the others from being answered. */
export async function judge(given: Case): Promise<Judgement> {
  const { evidence, read } = given;
  if (evidence === undefined) {
    const rows = [
      ...readingRows(given),
      ...CHECKS.slice(2).map((check) => skipped(check, "needs a tag name that can be used")),
    ];
    return { rows, commit: undefined, annotated: undefined, previous: undefined };
  }
  const parsed = isParsed(read) ? read : undefined;
  const object = judgeTagObject(given.tag, evidence, given.host, given.inputs.requireAnnotated);
  const history =
    parsed && judgeHistory(parsed, given.settings.rules, evidence, given.host, given.inputs.allowRegression);
  const [signed, branch, files, unreleased] = await Promise.all([
    signedRow(given, object),
    branchRow(given, evidence, object),
    fileRows(given, evidence, object, parsed),
    unreleasedRow(given),
  ]);
  return {
    rows: [
      ...readingRows(given),
      ...object.rows,
      signed,
      branch,
      ...files,
      history?.row ?? skipped("regression", "needs a version"),
      unreleased,
    ],
    commit: object.commit,
    annotated: object.annotated,
    previous: history?.previous?.tag,
  };
}

function readingRows({ read, settings }: Case): Row[] {
  const declared = settings.rules.components;
  if (isParsed(read)) {
    const { version, component, format } = read;
    const belongs =
      component === undefined ? "the tag names none of the declared components" : `${component} is declared`;
    return [
      pass("grammar", `version ${version.text}${version.prerelease ? ", a prerelease" : ""}, read as ${format}`),
      declared.length === 0 ? skipped("component", "no component is declared") : pass("component", belongs),
    ];
  }
  const problem = fail(read.check, read.what, read.remedy);
  return read.check === "grammar"
    ? [problem, skipped("component", "needs a well-formed tag")]
    : [pass("grammar", "the tag is well-formed but for its ending"), problem];
}

async function signedRow(
  { tag, inputs, repository, remote, host, evidence }: Case,
  { commit, flattened, rows }: TagObject,
): Promise<Row> {
  const { requireSigned, allowedSigners } = inputs;
  if (!requireSigned || allowedSigners === undefined) return skipped("signed", "not required");
  if (commit === undefined || rows.some(({ check, result }) => check === "tag-object" && result === "fail"))
    return skipped("signed", "needs the tag");
  const { judgeSignature } = await import("./signature.ts");
  const absent = evidence !== undefined && !(evidence.local instanceof ActionError) && evidence.local.tag === undefined;
  return judgeSignature(repository, host, { tag, commit, allowedSigners, remote, flattened: flattened || absent });
}

async function branchRow({ inputs, repository, host }: Case, { local }: Evidence, { commit }: TagObject): Promise<Row> {
  const { branch } = inputs;
  if (branch === undefined) return skipped("branch", "no branch was named");
  if (commit === undefined) return skipped("branch", "needs the tagged commit");
  return judgeBranch(repository, host, { branch, commit, shallow: !(local instanceof ActionError) && local.shallow });
}

async function fileRows(
  given: Case,
  { local }: Evidence,
  { commit }: TagObject,
  parsed: ParsedTag | undefined,
): Promise<Row[]> {
  if (parsed === undefined)
    return [skipped("changelog", "needs a version"), skipped("version-files", "needs a version")];
  const { settings, repository, host, inputs } = given;
  const { changelog, changelogName, versionFiles, versionMatch } = settings.of(parsed.component);
  const read = taggedFiles(repository, host, commit, local instanceof ActionError ? undefined : local.head);
  const compares = versionFiles.length > 0 && versionMatch !== "none";
  const { row, entry } = await judgeChangelog(read, {
    parsed,
    changelog,
    component: changelogName,
    required: inputs.requireChangelog,
    wanted: compares,
    train: versionMatch === "train",
    anticipated: given.anticipated,
  });
  return [row, ...(await judgeVersionFiles(read, { parsed, files: versionFiles, match: versionMatch, entry }))];
}

async function unreleasedRow({ tag, inputs, io, signal, clock, host, endpoints }: Case): Promise<Row> {
  if (!inputs.requireUnreleased) return skipped("unreleased", "not required");
  const { judgeUnreleased } = await import("./releases.ts");
  return judgeUnreleased({ io, signal, clock, host }, { tag, token: inputs.token, endpoints });
}
