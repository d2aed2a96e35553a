import { invalid, type Context, type HostFacts } from "@release-actions/action";
import { readWorkspaceFile, refuseOutputs } from "@release-actions/files";
import { createPace, inParallel, openHttp, type Http } from "@release-actions/http";
import { openQuay, openRegistry, QUAY_LIMITS, type Login } from "@release-actions/registry";
import { answered, decide, unanswered, type CheckVerdict } from "@release-actions/report";
import type { Judgement } from "@release-actions/vulnerabilities";
import {
  expiryRow,
  findImage,
  labelRow,
  RULES,
  signatureRow,
  unmovedRow,
  type SignatureRules,
  type Tools,
} from "./checks.ts";
import type { Inputs } from "./inputs.ts";
import { choosePlatforms } from "./platforms.ts";
import { readRequest, type ExpectedLabel, type ImageRequest } from "./request.ts";
import {
  judgeFindings,
  policyOf,
  readDecisions,
  scanPlatforms,
  type CheckedImage,
  type Decisions,
  type ScanRules,
} from "./scan.ts";

/** What every image must satisfy. */
interface VerifyRules extends ScanRules, SignatureRules {
  readonly wait: number;
  /** Empty: every platform of the image. */
  readonly platforms: readonly string[];
  readonly labels: readonly ExpectedLabel[];
  /** Milliseconds until the tag may expire. */
  readonly minExpiry: number | undefined;
  readonly decisions: Decisions;
}

/** All that is known about one image at the end. */
export interface ImageReport extends CheckedImage {
  readonly judgement: Judgement;
  readonly verdict: CheckVerdict;
}

/** Images that are verified in parallel: enough to use up the strictest rate limit. */
const AT_ONCE = 24;
const CONNECTIONS = 6;

/** Verifies every image that the inputs name, in their order. */
export async function verifyImages(context: Omit<Context<Inputs>, "journal">): Promise<ImageReport[]> {
  const { inputs, host } = context;
  refuseOutputs(host, { "report-file": inputs.reportFile, "sarif-file": inputs.sarifFile });
  const { images, labels } = readRequest(inputs);
  const policy = policyOf(inputs);
  const [decisions, signatureKey] = await Promise.all([
    readDecisions(host, inputs),
    readPublicKey(host, inputs.signatureKey),
  ]);
  const rules: VerifyRules = { ...inputs, policy, labels, decisions, signatureKey };
  const http = openHttp({ ...context, network: host.network, allowHttp: inputs.allowHttp, connections: CONNECTIONS });
  try {
    const toolsOf = openTools(context, http);
    return await inParallel(AT_ONCE, images, (image) => verifyImage(image, rules, toolsOf(image)));
  } finally {
    http.close();
  }
}

async function verifyImage(request: ImageRequest, rules: VerifyRules, tools: Tools): Promise<ImageReport> {
  const checked = await checkImage(request, rules, tools);
  const { judgement, rows: judged } = await judgeFindings(checked, rules.policy, rules.decisions, tools.clock.now());
  const rows = [...checked.rows, ...judged];
  // The tag is read again only if that can still change the verdict.
  const isLost = rows.some(({ result }) => result === "fail" || result === "invalid" || result === "unknown");
  if (!isLost) rows.push(await answered("unmoved", () => unmovedRow(request, checked.digest, tools)));
  return { ...checked, judgement, rows, verdict: decide(rows, RULES) };
}

/** Runs the checks of one image. After the first answer everything is requested by digest. */
async function checkImage(request: ImageRequest, rules: VerifyRules, tools: Tools): Promise<CheckedImage> {
  const { exists, image, rows: found } = await findImage(request, rules, tools);
  const rows = [...found];
  const none = { platforms: [], scans: [], serverTime: undefined };
  const end = (part: Partial<CheckedImage> = {}) => ({
    request,
    exists,
    digest: image?.digest,
    ...none,
    ...part,
    rows,
  });
  // With another digest than the expected one, nothing else about the image matters.
  if (image === undefined || decide(rows, RULES) === "refused") return end();
  let chosen;
  try {
    chosen = await choosePlatforms({
      repository: request.repository,
      digest: image.digest,
      manifest: image.manifest,
      required: rules.platforms,
      needLabels: rules.labels.length > 0,
      needName: rules.decisions.exceptions.some(({ platform }) => platform !== undefined),
      registry: tools.registry,
    });
  } catch (error) {
    rows.push(unanswered("platforms", error));
    return end();
  }
  const platforms = chosen.images;
  rows.push(chosen.row);
  if (chosen.row.result !== "pass") return end({ platforms });
  const [expiry, signature, scans] = await Promise.all([
    answered("expiry", () => expiryRow(request, image.digest, rules.minExpiry, tools)),
    answered("signature", () => signatureRow(request, image.digest, rules, tools)),
    scanPlatforms(request, platforms, rules, tools),
  ]);
  rows.push(labelRow(platforms, rules.labels), expiry, signature, ...scans.rows);
  return end({ platforms, scans: scans.scans, serverTime: scans.serverTime });
}

/** One client per registry, so that its images share its rate limits. */
function openTools(
  { inputs, io, signal, clock }: Omit<Context<Inputs>, "journal">,
  http: Http,
): (request: ImageRequest) => Tools {
  const { username, password, token } = inputs;
  const account: Login | undefined =
    username === undefined || password === undefined ? undefined : { user: username, password };
  // Quay accepts an OAuth token as the password of this user.
  const login = account ?? (token === undefined ? undefined : { user: "$oauthtoken", password: token });
  const open = new Map<string, Tools>();
  return ({ place }) => {
    const known = open.get(place.base);
    if (known !== undefined) return known;
    const pace = (limit: keyof typeof QUAY_LIMITS) =>
      place.quay === "yes" ? createPace(QUAY_LIMITS[limit], clock) : undefined;
    const registry = openRegistry({ http, place, login, pace: pace("manifests"), tokenPace: pace("tokens") });
    const quay = place.quay === "no" ? undefined : openQuay({ http, place, login: account, token, pace: pace("api") });
    const tools: Tools = { io, signal, clock, registry, quay };
    open.set(place.base, tools);
    return tools;
  };
}

const MAX_KEY_BYTES = 64 * 1024;

async function readPublicKey(host: HostFacts, given: string | undefined): Promise<string | undefined> {
  if (given === undefined) return undefined;
  const pem = given.includes("-----BEGIN")
    ? given
    : (await readWorkspaceFile(host, given, { maxBytes: MAX_KEY_BYTES, typed: true })).toString("utf8");
  const { createPublicKey } = await import("node:crypto");
  try {
    createPublicKey(pem);
  } catch (error) {
    throw invalid("signature-key is not a public key in PEM", {
      cause: error,
      remedy: "Set it to the output of cosign public-key, or to the path of a file with that output.",
    });
  }
  return pem;
}
