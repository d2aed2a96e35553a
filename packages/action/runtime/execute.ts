import {
  createJournal,
  exitCode,
  interrupted,
  invalid,
  invalidWith,
  isSuccess,
  kebabCase,
  outputText,
  ActionError,
  type Action,
  type Clock,
  type CommonInputs,
  type Context,
  type InputFacts,
  type Journal,
  type Problem,
  type ErrorDetails,
  type Verdict,
} from "../index.ts";
import { formatCount, secrets as registry, secretsInAddresses } from "@release-actions/text";
import type { End, GivenInputs, Host } from "./host.ts";
import { withHints, type OwnHints } from "./hints.ts";
import { originOf, readCredentials, withCredentials } from "./credentials.ts";
import { inputsOf, readInputs } from "./inputs.ts";
import { failureBlocks } from "./report.ts";

/** How long an interrupted action may take to tidy up. GitHub's runner kills the step after 7.5 seconds. */
const GRACE_MILLISECONDS = 5_000;

/** The shortest secret that runners mask. */
const LEAST_SECRET = 4;

/**
 * Runs one action on one host and returns the exit code. Nothing that can throw lies outside: bad input, a
 * refusal, a signal and a defect all end in one report, with outputs and summary written.
 */
export async function execute(
  action: Action,
  host: Host,
  clock: Clock,
  ownHints: OwnHints = async () => [],
): Promise<number> {
  const journal = createJournal();
  const abort = new AbortController();
  let signalCode: number | undefined;
  host.onSignal((name, code) => {
    signalCode ??= code;
    abort.abort(interrupted(`stopped by ${name}`));
  });

  let wantsSummary = true;
  let config: string | undefined;
  const result = await settle(action, async () => {
    const context = prepareContext(action, host, clock, abort.signal, journal);
    ({ summary: wantsSummary, config } = context.inputs);
    await host.prepare(action.name, [...Object.keys(action.outputs), "verdict"]);
    return await withGrace(action.run(context as Context<never>), abort.signal, clock);
  });

  const { verdict, outputs } = result;
  const explained = result.failure !== undefined && verdict !== "interrupted";
  const failure = explained
    ? await withHints(result.failure, action.services ?? [], () => ownHints(config))
    : result.failure;
  const code = verdict === "interrupted" ? (signalCode ?? exitCode(verdict)) : exitCode(verdict);
  const end: End = {
    action: action.name,
    verdict,
    exitCode: code,
    problems: [],
    ...failure,
    journal: journalOf(journal, failure?.details),
    outputs,
    jsonOutputs: new Set(
      Object.entries(action.outputs).flatMap(([name, { facts }]) => (facts.kind === "json" ? [name] : [])),
    ),
  };
  try {
    await host.writeOutputs(action.name, end.outputs);
    if (wantsSummary) await host.writeSummary(action.name, failureBlocks(end));
  } catch (error) {
    // What was done is done; that it could not be reported must be seen, and must not pass.
    const lost = isSuccess(verdict) ? "unknown" : verdict;
    await host.conclude({
      ...end,
      verdict: lost,
      exitCode: exitCode(lost),
      message: `the outputs could not be written: ${(error as Error).message}`,
    });
    return exitCode(lost);
  } finally {
    await host.cleanUp();
  }
  await host.conclude(end);
  return code;
}

interface Settled {
  readonly verdict: Verdict;
  readonly outputs: Readonly<Record<string, string>>;
  readonly failure?: { message: string; problems: readonly Problem[]; remedy?: string; details: ErrorDetails };
}

type Run = () => Promise<Readonly<Record<string, unknown>> & { verdict: Verdict }>;

async function settle(action: Action, run: Run): Promise<Settled> {
  try {
    const returned = await run();
    return { verdict: returned.verdict, outputs: writtenOutputs(action, returned) };
  } catch (error) {
    const stop = error instanceof ActionError ? error : defect(error);
    const { problems = [], remedy, outputs = {} } = stop.details;
    return {
      verdict: stop.verdict,
      outputs: writtenOutputs(action, { ...outputs, verdict: stop.verdict }),
      failure: { message: stop.message, problems, details: stop.details, ...(remedy !== undefined && { remedy }) },
    };
  }
}

type Reported = Pick<CommonInputs, "summary" | "config">;

/** Something that no one foresaw: after it nothing is known. */
function defect(error: unknown): ActionError {
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return new ActionError("unknown", `a defect in release-actions: ${message}`, {
    remedy: "Please report this with the lines above. Running again is safe: what exists is looked up first.",
  });
}

function prepareContext(
  action: Action,
  host: Host,
  clock: Clock,
  signal: AbortSignal,
  journal: Journal,
): Context<Reported> {
  const facts = inputsOf(action);
  const given = host.readInputs(facts);
  const bound = readCredentials(facts, given.values);
  // Of a secret that is bound, the origin before it is none: errors name it.
  const secrets = [...bound.values].filter(([name]) => facts.get(name)?.secret === true);
  for (const [, value] of secrets) host.io.secret(value);
  warnOfShortSecrets(host, secrets);
  for (const secret of hiddenSecrets(facts, given)) registry.add(secret);
  if (secrets.length > 0 && host.leaks !== undefined) {
    const [mode, ...others] = host.leaks as readonly [Problem, ...Problem[]];
    const message = others.length === 0 ? `${mode.what}, and` : `${host.leaks.length} settings expose secrets, and`;
    const remedy = `${others.length === 0 ? `${mode.remedy} ` : ""}Switch the tracing off, or run without the secret.`;
    throw invalid(`${message} this step has a secret`, { problems: others.length === 0 ? [] : host.leaks, remedy });
  }
  const { values, problems } = readInputs(action, bound.values);
  const all = [...given.problems, ...bound.problems, ...problems];
  if (bound.problems.length + problems.length === 0) all.push(...(action.check?.(values as never) ?? []));
  if (all.length > 0) {
    throw invalidWith(all);
  }
  const here = withCredentials(host.facts, bound.credentials);
  const { origins, credentials = origins } = action.endpoints;
  here.network.credentials?.assertAll(credentials(values as never, here).flatMap((url) => originOf(url) ?? []));
  const endpoints = origins(values as never, here).filter((url) => url !== undefined && url !== "") as string[];
  return { inputs: values as Reported, io: host.io, signal, clock, host: here, journal, endpoints };
}

/** A secret of a few characters cannot be masked: that would mask every text that happens to contain them. */
function warnOfShortSecrets({ io }: Host, given: readonly (readonly [name: string, value: string])[]): void {
  for (const [name, value] of given) {
    if (value.length >= LEAST_SECRET) continue;
    const what = `${name} has only ${formatCount(value.length, "character")}, too few to mask, so it may appear in logs and reports`;
    io.warning(`${what}\nUse a longer secret.`);
  }
}

/**
 * A password in an address is as much a secret as one in an input for secrets, and such addresses are quoted in errors. It
 * is searched for in addresses alone: in a text from a changelog, whoever wrote that would choose what disappears. The
 * runner is not told to mask it, since it shows the input itself.
 */
function hiddenSecrets(facts: ReadonlyMap<string, InputFacts>, { values, problems }: GivenInputs): string[] {
  const addresses = [...values].flatMap(([name, value]) => (facts.get(name)?.address === true ? [value] : []));
  return [...addresses, ...problems.map(({ what }) => what)].flatMap(secretsInAddresses);
}

/** The action's own end, or after a signal whatever comes first: its own tidy end or the end of the grace. */
async function withGrace<T>(running: Promise<T>, signal: AbortSignal, clock: Clock): Promise<T> {
  const ended = new AbortController();
  const expired = new Promise<never>((_, reject) => {
    const giveUp = () =>
      void clock.sleep(GRACE_MILLISECONDS, ended.signal).then(
        () => reject(signal.reason as Error),
        () => undefined,
      );
    if (signal.aborted) giveUp();
    else signal.addEventListener("abort", giveUp, { once: true });
  });
  try {
    return await Promise.race([running, expired]);
  } catch (error) {
    // After a signal, whatever error the work died of, the signal is the reason.
    if (signal.aborted && !(error instanceof ActionError && error.verdict === "unknown")) throw signal.reason;
    throw error;
  } finally {
    ended.abort();
  }
}

function journalOf(journal: Journal, details: ErrorDetails = {}): End["journal"] {
  const { exists, missing, next } = journal.state;
  const nextStep = details.next ?? next;
  return {
    exists: [...exists, ...(details.exists ?? []).map((what) => ({ what }))],
    missing: [...missing, ...(details.missing ?? [])],
    ...(nextStep !== undefined && { next: nextStep }),
  };
}

/** Every declared output, so that a later step never reads one that was left out. */
function writtenOutputs(action: Action, returned: Readonly<Record<string, unknown>>): Record<string, string> {
  const values = new Map(Object.entries(returned).map(([name, value]) => [kebabCase(name), value]));
  const names = [...Object.keys(action.outputs), "verdict"];
  const undeclared = [...values.keys()].find((name) => !names.includes(name));
  if (undeclared !== undefined)
    throw new TypeError(`${action.name} returned an output that it does not declare: ${undeclared}`);
  const textOf = (name: string) => outputText(values.get(name), action.outputs[name]?.facts.kind);
  // The verdict is our own word, even if a secret is the same word.
  return Object.fromEntries(names.map((name) => [name, name === "verdict" ? String(values.get(name)) : textOf(name)]));
}
