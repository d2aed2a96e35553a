import { invalid, type Context, type HostFacts, type Verdict } from "@release-actions/action";
import { readWorkspaceFile, refuseOutputs, writeWorkspaceFile } from "@release-actions/files";
import { createPace, inParallel, openHttp, type Http } from "@release-actions/http";
import { openQuay, openRegistry, QUAY_LIMITS, type Login } from "@release-actions/registry";
import type { Judgement, Severity } from "@release-actions/vulnerabilities";
import { pinned, reportDocument, reportText, shortReport } from "./document.ts";
import { wantedImages, type ImageInputs, type ImageRequest } from "./images.ts";
import { expectedLabels } from "./labels.ts";
import { judgeImage, policyOf, readDecisions, type Decisions, type PolicyInputs } from "./policy.ts";
import { logImage, overall, problemsOf, summaryOf, type ImageReport } from "./report.ts";
import { confirm, verifyImage, type Rules, type Tools } from "./verify.ts";

export interface Inputs extends ImageInputs, PolicyInputs {
  readonly username: string | undefined;
  readonly password: string | undefined;
  readonly token: string | undefined;
  readonly wait: number;
  readonly scanWait: number;
  readonly interval: number;
  readonly platforms: readonly string[];
  readonly ignoreFile: string | undefined;
  readonly vex: readonly string[];
  readonly onUnscanned: "refuse" | "warn";
  readonly minExpiry: number | undefined;
  readonly requireSignature: boolean;
  readonly signatureKey: string | undefined;
  readonly reportFile: string | undefined;
  readonly sarifFile: string | undefined;
}

/** Images that are looked at side by side: enough to keep the slowest limit busy. */
const AT_ONCE = 24;
const CONNECTIONS = 6;

/** Verifies every image, writes the reports, and says how it came out. */
export async function verifyAll(context: Omit<Context<Inputs>, "journal">) {
  const { inputs, io, host } = context;
  refuseOutputs(host, { "report-file": inputs.reportFile, "sarif-file": inputs.sarifFile });
  const wanted = wantedImages(inputs);
  const policy = policyOf(inputs);
  const [decisions, signatureKey] = await Promise.all([
    readDecisions(host, inputs.ignoreFile, inputs.vex),
    publicKey(host, inputs.signatureKey),
  ]);
  const rules: Rules = {
    ...inputs,
    policy,
    labels: expectedLabels(inputs.labels, inputs.commitSha),
    needPlatforms: decisions.exceptions.some(({ platform }) => platform !== undefined),
    signatureKey,
  };
  const http = openHttp({ ...context, network: host.network, allowHttp: inputs.allowHttp, connections: CONNECTIONS });
  let reports: ImageReport[];
  try {
    const toolsOf = toolsFor(context, http);
    reports = await inParallel(AT_ONCE, wanted, (one) => reportImage(one, rules, decisions, toolsOf(one)));
  } finally {
    http.close();
  }
  for (const report of reports) logImage(io, report);
  io.summary(...summaryOf(reports));
  const verdict = overall(reports);
  return {
    verdict,
    outputs: await writeReports(host, inputs, verdict, reports),
    problems: problemsOf(reports),
    count: wanted.length,
  };
}

async function reportImage(
  wanted: ImageRequest,
  rules: Rules,
  decisions: Decisions,
  tools: Tools,
): Promise<ImageReport> {
  const verified = await verifyImage(wanted, rules, tools);
  const { judgement, rows } = await judgeImage(verified, rules.policy, decisions, tools.clock.now());
  const before = [...verified.rows, ...(verified.rows.some(({ check }) => check === "scan") ? rows : [])];
  // The tag is read again only where that can still decide something.
  const hopeless = before.some(({ result }) => result === "fail" || result === "invalid" || result === "unknown");
  return { verified, judgement, rows: hopeless ? before : [...before, await confirm(verified, tools)] };
}

/** One connection to each registry; images of one share its limits. */
function toolsFor(
  { inputs, io, signal, clock }: Omit<Context<Inputs>, "journal">,
  http: Http,
): (wanted: ImageRequest) => Tools {
  const { username, password, token } = inputs;
  const account: Login | undefined =
    username === undefined || password === undefined ? undefined : { user: username, password };
  const open = new Map<string, Tools>();
  return ({ place }) => {
    const known = open.get(place.base);
    if (known !== undefined) return known;
    const isQuay = place.quay === "yes";
    const pace = (limit: keyof typeof QUAY_LIMITS) => (isQuay ? createPace(QUAY_LIMITS[limit], clock) : undefined);
    // Quay takes an OAuth token for a password of this user.
    const login = account ?? (token === undefined ? undefined : { user: "$oauthtoken", password: token });
    const registry = openRegistry({ http, place, login, pace: pace("manifests"), tokenPace: pace("tokens") });
    const quay = place.quay === "no" ? undefined : openQuay({ http, place, login: account, token, pace: pace("api") });
    const tools: Tools = { io, signal, clock, registry, quay };
    open.set(place.base, tools);
    return tools;
  };
}

async function writeReports(
  host: HostFacts,
  { reportFile, sarifFile }: Inputs,
  verdict: Verdict,
  reports: readonly ImageReport[],
) {
  const document = reportDocument(verdict, reports);
  if (reportFile !== undefined) await writeWorkspaceFile(host, reportFile, reportText(document), { typed: true });
  if (sarifFile !== undefined) {
    const { sarifText } = await import("@release-actions/vulnerabilities");
    const images = reports.map(({ verified: { wanted, digest = "" }, judgement }) => ({
      name: `${wanted.place.host}/${wanted.repository}`,
      digest,
      judgement,
    }));
    const tool = {
      name: "release-actions quay-verify",
      version: "1",
      informationUri: "https://github.com/org/release-actions",
    };
    await writeWorkspaceFile(host, sarifFile, sarifText({ tool, images }), { typed: true });
  }
  const judged = reports.filter(({ verified }) => verified.scans.some(({ status }) => status === "scanned"));
  const exists = reports.map(({ verified }) => verified.exists);
  return {
    image: verdict === "passed" ? reports.map(pinned).join("\n") : undefined,
    digest: lines(reports.map(({ verified }) => verified.digest)),
    exists: exists.includes(false) ? false : exists.includes(undefined) ? undefined : true,
    platforms: [...new Set(reports.flatMap(({ verified }) => verified.platforms.map(({ platform }) => platform)))]
      .sort()
      .join(","),
    ...(judged.length > 0 && countsOf(judged.map(({ judgement }) => judgement))),
    report: await shortReport(document),
    reportFile,
    sarifFile,
  };
}

function countsOf(judgements: readonly Judgement[]) {
  const sum = (pick: (judgement: Judgement) => number) =>
    judgements.reduce((total, judgement) => total + pick(judgement), 0);
  const of = (severity: Severity) => sum(({ counts }) => counts[severity]);
  return {
    critical: of("critical"),
    high: of("high"),
    medium: of("medium"),
    low: of("low"),
    unknown: of("unknown"),
    fixable: sum(({ fixable }) => fixable),
    ignored: sum(({ ignored }) => ignored.length),
  };
}

function lines(texts: readonly (string | undefined)[]): string | undefined {
  return texts.every((text) => text === undefined) ? undefined : texts.map((text) => text ?? "").join("\n");
}

async function publicKey(host: HostFacts, given: string | undefined): Promise<string | undefined> {
  if (given === undefined) return undefined;
  const pem = given.includes("-----BEGIN")
    ? given
    : (await readWorkspaceFile(host, given, { maxBytes: 64 * 1024, typed: true })).toString("utf8");
  const { createPublicKey } = await import("node:crypto");
  try {
    createPublicKey(pem);
  } catch (error) {
    throw invalid("signature-key is not a public key in PEM", {
      cause: error,
      remedy: "Give what cosign public-key prints, or the path of that file.",
    });
  }
  return pem;
}
