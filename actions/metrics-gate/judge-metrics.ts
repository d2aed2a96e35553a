import { ActionError, invalid, type Context, type Problem, type Verdict } from "@release-actions/action";
import { findEnvironment, loadConfig } from "@release-actions/config";
import {
  readWorkspaceFile,
  refuseOutputs,
  refuseSameFile,
  writeReport,
  writeWorkspaceFile,
} from "@release-actions/files";
import { credentialOf, openHttp, type Http } from "@release-actions/http";
import { matcherText, openPrometheus, type Matcher, type Prometheus } from "@release-actions/prometheus";
import { readMatchers } from "@release-actions/prometheus/inject";
import { passOrThrow } from "@release-actions/report";
import { openJudge, runGate, type Judge, type Objective, type Standing } from "@release-actions/slo";
import { DEFAULT_SLOS, isInlineSlos, readSlos, type Slo } from "@release-actions/slo/file";
import { CONNECTIONS, objectiveOf, openSampler, type Sampler, type Tracks } from "@release-actions/slo/prometheus";
import { policyOf, scheduleOf, type Inputs } from "./inputs.ts";
import { openRecord, type RunRecord } from "./record.ts";
import { outputsOf, problemsOf, summaryOf, writeFiles } from "./report.ts";
import { tickLine } from "./text.ts";

type GateContext = Context<Inputs>;

/** How long a Prometheus that does not answer yet may take before the first window. Milliseconds. */
const GRACE = 60_000;
const RETRY_INTERVAL = 1_000;
/** Share of a tick that an attempt may take, and that the waits between attempts may: half of it together. */
const TICK_SHARE = 0.25;
const MAX_ATTEMPT = 30_000;

/** Measures for as long as it takes and judges. Throws unless every objective that counts holds. */
export async function judgeMetrics(context: GateContext) {
  const { inputs, io, signal, clock, host } = context;
  checkFiles(context);
  const tracks = readTracks(inputs);
  const [slos, url] = await Promise.all([readSlosInput(context), prometheusUrl(context)]);
  const http = connect(context, url);
  try {
    const prometheus = openServer(inputs, http, url);
    const sampler = openSampler({ prometheus, slos, tracks, interval: inputs.interval, clock, io, signal });
    const objectives = slos.map((slo) => objectiveOf(slo, tracks.baseline !== undefined));
    assertOneCounts(objectives);
    const judge = openJudge(objectives, policyOf(inputs));
    const record = openRecord({ inputs, slos, sampler, host: prometheus.host, started: clock.now() });
    // Also written first: a file that cannot be written is found before anything is queried, and no older one stays.
    await writeFiles(inputs, record.end(judge.standing(), "undecided", clock.now()), (path, content) =>
      writeWorkspaceFile(host, path, content, { typed: true }),
    );
    const standing = await watch(context, { sampler, record, judge, objectives: objectives.length });
    const ended = record.end(standing, standing.verdict, clock.now());
    await writeFiles(inputs, ended, (path, content) => writeReport(host, io, path, content));
    if (inputs.summary) io.summary(...summaryOf(ended));
    return passOrThrow(standing.verdict, {
      messages: {
        refused: "the release breaks its objectives",
        invalid: "the objectives cannot be judged",
        undecided: "there is no proof that the release keeps its objectives",
      },
      problems: problemsOf(ended),
      outputs: outputsOf(ended),
    });
  } finally {
    http.close();
  }
}

function connect({ inputs, io, signal, clock, host, endpoints }: GateContext, url: string): Http {
  return openHttp({
    io,
    signal,
    clock,
    network: host.network,
    endpoints: [...endpoints, url],
    allowHttp: inputs.allowHttp,
    connections: CONNECTIONS,
  });
}

function openServer(inputs: Inputs, http: Http, url: string): Prometheus {
  const patience = inputs.interval * TICK_SHARE;
  const deadline = Math.min(MAX_ATTEMPT, patience);
  return openPrometheus({ http, url, credential: credentialOf(inputs), deadline, patience });
}

interface Watched {
  readonly sampler: Sampler;
  readonly record: RunRecord;
  readonly judge: Judge;
  readonly objectives: number;
}

/** Runs the gate. If it is interrupted, what was measured until then is written. */
async function watch(context: GateContext, { sampler, record, judge, objectives }: Watched): Promise<Standing> {
  const { inputs, io, signal, clock, host } = context;
  const schedule = scheduleOf(inputs);
  try {
    await prepare(sampler, context);
    return await runGate({
      source: sampler,
      judge,
      objectives,
      schedule,
      clock,
      signal,
      onWait(tick, milliseconds) {
        if (host.kind !== "terminal") return;
        io.progress(`tick ${tick + 1} of ${schedule.ticks} in ${Math.ceil(milliseconds / 1_000)} s`);
      },
      onTick(tick) {
        record.add(tick);
        io.info(tickLine(record, tick));
      },
    });
  } catch (error) {
    if (error instanceof ActionError) await writeUnfinished(context, record, judge, error.verdict);
    throw error;
  }
}

async function writeUnfinished(
  { inputs, io, host, clock }: GateContext,
  record: RunRecord,
  judge: Judge,
  verdict: Verdict,
): Promise<void> {
  const ended = record.end(judge.standing(), verdict, clock.now());
  await writeFiles(inputs, ended, (path, content) => writeReport(host, io, path, content));
}

/** A server that is starting refuses connections, then answers 503. */
async function prepare(sampler: Sampler, { clock, io, signal }: GateContext): Promise<void> {
  const started = clock.monotonic();
  for (;;) {
    try {
      return await sampler.prepare();
    } catch (error) {
      if (!(error instanceof ActionError) || error.verdict !== "undecided") throw error;
      if (clock.monotonic() - started > GRACE)
        return io.warning(`Prometheus does not answer; the run starts without it. ${error.message}`);
      io.progress(`waiting for Prometheus: ${error.message}`);
      await clock.sleep(RETRY_INTERVAL, signal);
    }
  }
}

function assertOneCounts(objectives: readonly Objective[]): void {
  if (objectives.some(({ counted }) => counted)) return;
  const what = "no objective counts, so nothing would be judged";
  const remedy = "Remove dry-run from one, or give a query below or above.";
  throw invalid(what, { problems: [{ input: "slos", what, remedy }] });
}

/** Minutes later it would be too late to find that nothing can be written there. */
function checkFiles({ inputs: { slos, reportFile, plotFile, junitFile }, host }: GateContext): void {
  const files = { "report-file": reportFile, "plot-file": plotFile, "junit-file": junitFile };
  refuseOutputs(host, files);
  refuseSameFile(host, { slos: slos === undefined || isInlineSlos(slos) ? undefined : slos, ...files });
}

function readTracks({ selector, baseline }: Inputs): Tracks {
  const problems: Problem[] = [];
  const read = (input: string, text: string): readonly Matcher[] => {
    try {
      return readMatchers(text);
    } catch (error) {
      if (!(error instanceof ActionError)) throw error;
      const { remedy } = error.details;
      problems.push({ input, what: `${input} is ${error.message}`, ...(remedy !== undefined && { remedy }) });
      return [];
    }
  };
  const tracks = {
    canary: read("selector", selector),
    baseline: baseline === undefined ? undefined : read("baseline", baseline),
  };
  const textOf = (matchers: readonly Matcher[]) => matchers.map(matcherText).sort().join();
  if (problems.length === 0 && tracks.baseline !== undefined && textOf(tracks.baseline) === textOf(tracks.canary)) {
    const what = "baseline selects the same as selector: a release that is compared with itself is never worse";
    problems.push({ input: "baseline", what, remedy: "Set it to the labels of what the release is compared with." });
  }
  if (problems.length > 0) throw invalid(problems[0]!.what, { problems });
  return tracks;
}

async function readSlosInput({ inputs: { slos }, host }: GateContext): Promise<readonly Slo[]> {
  if (slos === undefined) return DEFAULT_SLOS;
  if (isInlineSlos(slos)) return await readSlos(slos, "slos");
  const source = await readWorkspaceFile(host, slos, { maxBytes: 1024 * 1024, typed: true });
  return await readSlos(source.toString("utf8"), slos);
}

async function prometheusUrl(context: GateContext): Promise<string> {
  const { prometheusUrl: given, environment } = context.inputs;
  if (environment === undefined) return given!;
  const { prometheus } = findEnvironment(await loadConfig(context), environment);
  const url = given ?? prometheus?.url;
  if (url !== undefined) return url;
  throw invalid(`the environment ${JSON.stringify(environment)} does not say where its Prometheus is`, {
    remedy: "Add prometheus.url to it in release-actions.yml, or set prometheus-url.",
  });
}
