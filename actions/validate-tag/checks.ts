import { ActionError, type Context, type HostFacts } from "@release-actions/action";
import { branchRef, fullRefOf, type ObjectId, type Remote, type Repository } from "@release-actions/git";
import {
  answered,
  fail,
  pass,
  skipped,
  unknown,
  warn,
  type CheckRow,
  type DecisionRules,
} from "@release-actions/report";
import {
  isParsed,
  parseTags,
  previousTag,
  regression,
  type ParsedTag,
  type TagProblem,
} from "@release-actions/version";
import { judgeChangelog, judgeVersionFiles, taggedFiles, type EarlyEntry } from "./contents.ts";
import type { Evidence } from "./evidence.ts";
import type { Inputs } from "./inputs.ts";
import type { TagSettings } from "./settings.ts";
import { judgeTagObject, type TagObject } from "./tag-object.ts";

/** Every check, in the order of the report. */
const CHECKS = [
  "grammar",
  "component",
  "tag-object",
  "moved",
  "annotated",
  "signed",
  "branch",
  "changelog",
  "version-files",
  "regression",
  "unreleased",
] as const;

type Check = (typeof CHECKS)[number];
export type Row = CheckRow<Check>;

export const RULES: DecisionRules<Check> = {
  required: CHECKS,
  accepted: {
    grammar: ["pass"],
    component: ["pass", "skipped"],
    "tag-object": ["pass", "warn"],
    moved: ["pass", "skipped"],
    annotated: ["pass", "warn", "skipped"],
    signed: ["pass", "warn", "skipped"],
    branch: ["pass", "skipped"],
    changelog: ["pass", "warn", "skipped"],
    "version-files": ["pass", "skipped"],
    regression: ["pass", "warn", "skipped"],
    unreleased: ["pass", "warn", "skipped"],
  },
};

export interface TagRequest extends Pick<Context<Inputs>, "inputs" | "io" | "signal" | "clock" | "host" | "endpoints"> {
  readonly tag: string;
  readonly read: ParsedTag | TagProblem;
  readonly settings: TagSettings;
  readonly repository: Repository;
  readonly remote: Remote | undefined;
  /** Undefined if the tag is not a valid tag name, so that git never saw it. */
  readonly evidence: Evidence | undefined;
  readonly early: EarlyEntry | undefined;
}

export interface CheckedTag {
  /** In the order of CHECKS; a check may have several. */
  readonly rows: readonly Row[];
  readonly commit: ObjectId | undefined;
  readonly annotated: boolean | undefined;
  readonly previous: string | undefined;
}

/** Runs every check that can run; one that fails does not keep the others from being answered. */
export async function checkTag(request: TagRequest): Promise<CheckedTag> {
  const { evidence, read, tag, host, inputs } = request;
  if (evidence === undefined) {
    const others = CHECKS.slice(2).map((check) => skipped(check, "needs a valid tag name"));
    const rows = [...readingRows(request), ...others];
    return { rows, commit: undefined, annotated: undefined, previous: undefined };
  }
  const parsed = isParsed(read) ? read : undefined;
  const object = judgeTagObject(tag, evidence, host, inputs.requireAnnotated);
  const history = parsed && judgeHistory(parsed, request, evidence);
  const [signed, branch, files, unreleased] = await Promise.all([
    signedRow(request, object, evidence),
    branchRow(request, object, evidence),
    fileRows(request, object, evidence, parsed),
    unreleasedRow(request),
  ]);
  const rows = [
    ...readingRows(request),
    ...object.rows,
    signed,
    branch,
    ...files,
    history?.row ?? skipped("regression", "needs a version"),
    unreleased,
  ];
  return { rows, commit: object.commit, annotated: object.annotated, previous: history?.previous?.tag };
}

function readingRows({ read, settings }: TagRequest): Row[] {
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
    : [pass("grammar", "the tag is well-formed except for its ending"), problem];
}

async function signedRow(
  { tag, inputs, repository, remote, host }: TagRequest,
  { commit, flattened, rows }: TagObject,
  { local }: Evidence,
): Promise<Row> {
  const { requireSigned, allowedSigners } = inputs;
  if (!requireSigned || allowedSigners === undefined) return skipped("signed", "not required");
  const hasFailed = rows.some(({ check, result }) => check === "tag-object" && result === "fail");
  if (commit === undefined || hasFailed) return skipped("signed", "needs the tag");
  const { judgeSignature } = await import("./signature.ts");
  const isAbsent = !(local instanceof ActionError) && local.tag === undefined;
  return judgeSignature(repository, host, { tag, commit, allowedSigners, remote, flattened: flattened || isAbsent });
}

/** Whether the commit is on the branch, as the remote had it at the checkout. No evidence is never "not on the branch". */
async function branchRow(
  { inputs: { branch }, repository, host }: TagRequest,
  { commit }: TagObject,
  { local }: Evidence,
): Promise<Row> {
  if (branch === undefined) return skipped("branch", "no branch was named");
  if (commit === undefined) return skipped("branch", "needs the tagged commit");
  const isLocal = host.kind === "terminal" || host.kind === "memory";
  const refs = [fullRefOf(`refs/remotes/origin/${branch}`), ...(isLocal ? [branchRef(branch)] : [])];
  return await answered("branch", async () => {
    const objects = await Promise.all(refs.map((ref) => repository.resolve(ref)));
    const found = refs.find((_, index) => objects[index] !== undefined);
    if (found === undefined)
      return unknown("branch", `the branch ${branch} is not in this checkout`, fetchHistory(host));
    switch (await repository.isAncestor(commit, found)) {
      case "yes":
        return pass("branch", `the commit is on ${branch}`);
      case "no": {
        const remedy = `tag a commit of ${branch}, or merge this one first`;
        return fail("branch", `the tagged commit ${commit.slice(0, 12)} is not on ${branch}`, remedy);
      }
      case "unknown": {
        const isShallow = !(local instanceof ActionError) && local.shallow;
        const why = isShallow ? "this checkout is shallow" : "history is missing here";
        const detail = `${why}, so whether the commit is on ${branch} is not known`;
        return unknown("branch", detail, fetchHistory(host));
      }
    }
  });
}

/** How to get the whole history on this host. */
function fetchHistory({ kind }: Pick<HostFacts, "kind">): string {
  if (kind === "github") return "set fetch-depth: 0 at actions/checkout";
  if (kind === "gitlab") return 'set the job\'s variable GIT_DEPTH: "0"';
  return "git fetch --unshallow --tags origin; if it is not shallow, git fetch origin";
}

async function fileRows(
  { settings, repository, host, inputs, early }: TagRequest,
  { commit }: TagObject,
  { local }: Evidence,
  parsed: ParsedTag | undefined,
): Promise<Row[]> {
  if (parsed === undefined)
    return [skipped("changelog", "needs a version"), skipped("version-files", "needs a version")];
  const { changelog, changelogName, versionFiles, versionMatch } = settings.of(parsed.component);
  const read = taggedFiles(repository, host, commit, local instanceof ActionError ? undefined : local.head);
  const { row, entry } = await judgeChangelog(read, {
    parsed,
    changelog,
    component: changelogName,
    required: inputs.requireChangelog,
    needed: versionFiles.length > 0 && versionMatch !== "none",
    train: versionMatch === "train",
    early,
  });
  return [row, ...(await judgeVersionFiles(read, { parsed, files: versionFiles, match: versionMatch, entry }))];
}

/** The tag among the other tags of its component, in version order. */
function judgeHistory(
  parsed: ParsedTag,
  { settings, host, inputs }: TagRequest,
  evidence: Evidence,
): { readonly previous: ParsedTag | undefined; readonly row: Row } {
  const tags = parseTags(evidence.tags, settings.rules);
  const row = regressionRow(parsed, tags, evidence, host, inputs.allowRegression);
  return { previous: previousTag(tags, parsed), row };
}

function regressionRow(
  parsed: ParsedTag,
  tags: readonly ParsedTag[],
  { tagsComplete }: Evidence,
  host: HostFacts,
  isAllowed: boolean,
): Row {
  const higher = regression(tags, parsed);
  const { version, component } = parsed;
  const of = component === undefined ? "" : ` of ${component}`;
  if (higher !== undefined) {
    const detail = `${version.text}${of} comes after ${higher.tag} and is lower, and does not continue an older line`;
    const remedy = "release a higher version, or set allow-regression: true if this is intended";
    return isAllowed
      ? warn("regression", detail, "nothing: allow-regression is set")
      : fail("regression", detail, remedy);
  }
  if (tagsComplete)
    return pass("regression", `no release${of} is higher than ${version.text}, or it continues an older line`);
  if (isAllowed) return skipped("regression", "allow-regression is set");
  const detail = `this checkout may lack tags${of}, so whether ${version.text} is a step forward is not known`;
  return unknown("regression", detail, fetchHistory(host));
}

/** Whether the forge has no release of the tag yet. */
async function unreleasedRow({ tag, inputs, io, signal, clock, host, endpoints }: TagRequest): Promise<Row> {
  if (!inputs.requireUnreleased) return skipped("unreleased", "not required");
  const { kind, apiUrl, projectId } = host;
  const name = host.repository ?? (kind === "gitlab" ? projectId : undefined);
  if (apiUrl === undefined || name === undefined) {
    const remedy = "run it in a CI job, or remove require-unreleased";
    return unknown("unreleased", "there is no forge here whose releases could be read", remedy);
  }
  const [{ findRelease }, { openHttp }] = await Promise.all([
    import("@release-actions/forge"),
    import("@release-actions/http"),
  ]);
  const http = openHttp({ io, signal, clock, network: host.network, endpoints });
  try {
    return await answered("unreleased", async () => {
      const options = { apiUrl, repository: name, projectId, http, token: inputs.token };
      const found = await findRelease(kind === "gitlab" ? "gitlab" : "github", options, tag);
      if (found === undefined) return pass("unreleased", `there is no release of ${tag}`);
      if (!found.draft) return fail("unreleased", `${tag} is released already`, "release under a new version");
      const remedy = "nothing, if it belongs to this release: publish-release continues it";
      return warn("unreleased", `there is a draft release of ${tag}`, remedy);
    });
  } finally {
    http.close();
  }
}
