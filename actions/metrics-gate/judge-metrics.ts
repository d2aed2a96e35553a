import { invalid, ActionError, type Context, type Problem } from "@release-actions/action";
import { loadConfig } from "@release-actions/config";
import {
  readWorkspaceFile,
  refuseOutputs,
  refuseSameFile,
  writeReport,
  writeWorkspaceFile,
} from "@release-actions/files";
import { openHttp, type Credential } from "@release-actions/http";
import { matcherText, openPrometheus, type Matcher } from "@release-actions/prometheus";
import { readMatchers } from "@release-actions/prometheus/inject";
import { openJudge, type Judge, type Objective, type Standing } from "@release-actions/slo";
import { runGate } from "./gate.ts";
import { objectiveOf, type Tracks } from "./plan.ts";
import { CONNECTIONS } from "./probe.ts";
import { tickLine } from "./progress.ts";
import { openRecord, type RunRecord } from "./record.ts";
import { outputsOf, problemsOf, summaryOf, writeFiles } from "./report.ts";
import { openSampler, type Sampler } from "./sampler.ts";
import { policyOf, scheduleOf, type GateInputs } from "./settings.ts";
import { DEFAULT_SLOS, isInline, readSlos, type Slo } from "./slos.ts";

type GateContext = Context<GateInputs>;

/** How long a Prometheus that does not answer yet is waited for before the first window. */
const GRACE = 60_000;
const BETWEEN_TRIES = 1_000;
/** An attempt may take this part of a tick, and so may the waits between attempts: an answer comes within half of it or not at all. */
const TICK_SHARE = 0.25;
const LONGEST_ATTEMPT = 30_000;

/** Measures for as long as it takes and judges. Throws for what cannot be asked, for a signal and for a defect. */
export async function judgeMetrics(context: GateContext): Promise<{
  readonly verdict: Standing["verdict"];
  readonly outputs: ReturnType<typeof outputsOf>;
  readonly problems: Problem[];
}> {
  const { inputs, io, signal, clock, host } = context;
  checkFiles(context);
  const tracks = tracksOf(inputs);
  const [slos, url] = await Promise.all([slosOf(context), urlOf(context)]);
  const { interval } = inputs;
  const http = openHttp({
    io,
    signal,
    clock,
    network: host.network,
    endpoints: [...context.endpoints, url],
    allowHttp: inputs.allowHttp,
    connections: CONNECTIONS,
  });
  try {
    const deadline = Math.min(LONGEST_ATTEMPT, interval * TICK_SHARE);
    const prometheus = openPrometheus({
      http,
      url,
      credential: credentialOf(inputs),
      deadline,
      patience: interval * TICK_SHARE,
    });
    const sampler = openSampler({ prometheus, slos, tracks, interval, clock, io, signal });
    const objectives = slos.map((slo) => objectiveOf(slo, tracks.baseline !== undefined));
    refuseNoneCounted(objectives);
    const judge = openJudge(objectives, policyOf(inputs));
    const record = openRecord({ inputs, slos, sampler, host: prometheus.host, started: clock.now() });
    // Written first, too: a place that cannot be written is known before anything is asked, and no older file stays.
    await writeFiles(inputs, record.end(judge.standing(), "undecided", clock.now()), (path, content) =>
      writeWorkspaceFile(host, path, content, { typed: true }),
    );
    const standing = await watched(context, sampler, record, judge, objectives.length);
    const end = record.end(standing, standing.verdict, clock.now());
    await writeFiles(inputs, end, (path, content) => writeReport(host, io, path, content));
    if (inputs.summary) io.summary(...summaryOf(end));
    return { verdict: standing.verdict, outputs: outputsOf(end), problems: problemsOf(end) };
  } finally {
    http.close();
  }
}

async function watched(
  context: GateContext,
  sampler: Sampler,
  record: RunRecord,
  judge: Judge,
  objectives: number,
): Promise<Standing> {
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
      waiting: (tick, milliseconds) => {
        if (host.kind === "terminal")
          io.progress(`tick ${tick + 1} of ${schedule.ticks} in ${Math.ceil(milliseconds / 1_000)} s`);
      },
      observed: (tick) => {
        record.add(tick);
        io.info(tickLine(record, tick));
      },
    });
  } catch (error) {
    // What was measured until then may be what one looks for after a cancelled job.
    if (error instanceof ActionError)
      await writeFiles(inputs, record.end(judge.standing(), error.verdict, clock.now()), (path, content) =>
        writeReport(host, io, path, content),
      );
    throw error;
  }
}

function refuseNoneCounted(objectives: readonly Objective[]): void {
  if (objectives.some(({ counted }) => counted)) return;
  const what = "no objective counts, so that nothing would be judged";
  throw invalid(what, {
    problems: [{ input: "slos", what, remedy: "Take dry-run from one, or give a query below or above." }],
  });
}

/** A server that is just starting refuses connections, then answers 503. */
async function prepare(sampler: Sampler, { clock, io, signal }: GateContext): Promise<void> {
  const started = clock.monotonic();
  for (;;) {
    try {
      return await sampler.prepare();
    } catch (error) {
      if (!(error instanceof ActionError) || error.verdict !== "undecided") throw error;
      if (clock.monotonic() - started > GRACE)
        return io.warning(`Prometheus does not answer; the run begins without it. ${error.message}`);
      io.progress(`waiting for Prometheus: ${error.message}`);
      await clock.sleep(BETWEEN_TRIES, signal);
    }
  }
}

/** Minutes later it would be too late to find that nothing can be written there. */
function checkFiles({ inputs: { slos, reportFile, plotFile, junitFile }, host }: GateContext): void {
  const files = { "report-file": reportFile, "plot-file": plotFile, "junit-file": junitFile };
  refuseOutputs(host, files);
  refuseSameFile(host, { slos: slos === undefined || isInline(slos) ? undefined : slos, ...files });
}

function tracksOf({ selector, baseline }: GateInputs): Tracks {
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
    problems.push({
      input: "baseline",
      what: "baseline selects the same as selector: a release that is compared with itself is never worse",
      remedy: "Give the labels of what it is compared with.",
    });
  }
  if (problems.length > 0) throw invalid(problems[0]!.what, { problems });
  return tracks;
}

async function slosOf({ inputs: { slos }, host }: GateContext): Promise<readonly Slo[]> {
  if (slos === undefined) return DEFAULT_SLOS;
  if (isInline(slos)) return await readSlos(slos, "slos");
  const source = await readWorkspaceFile(host, slos, { maxBytes: 1024 * 1024, typed: true });
  return await readSlos(source.toString("utf8"), slos);
}

async function urlOf(context: GateContext): Promise<string> {
  const { prometheusUrl, environment } = context.inputs;
  if (environment === undefined) return prometheusUrl!;
  const { environments = [] } = await loadConfig(context);
  const found = environments.find(({ name }) => name === environment);
  if (found === undefined) {
    const known = environments.map(({ name }) => name).join(", ");
    throw invalid(`there is no environment ${JSON.stringify(environment)} in release-actions.yml`, {
      remedy: known === "" ? "Declare it under environments." : `The declared ones are: ${known}.`,
    });
  }
  const url = prometheusUrl ?? found.prometheus?.url;
  if (url !== undefined) return url;
  throw invalid(`the environment ${JSON.stringify(environment)} does not say where its Prometheus is`, {
    remedy: "Give it prometheus.url in release-actions.yml, or give prometheus-url.",
  });
}

function credentialOf({ token, username, password }: GateInputs): Credential | undefined {
  if (token !== undefined) return { header: "authorization", value: `Bearer ${token}` };
  return username !== undefined && password !== undefined ? { user: username, password } : undefined;
}
