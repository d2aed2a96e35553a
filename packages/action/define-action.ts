import type { Clock } from "./clock.ts";
import type { HostFacts } from "./host.ts";
import { flag, text, type Input } from "./inputs.ts";
import type { Io } from "./io.ts";
import type { Journal } from "./journal.ts";
import type { Output } from "./outputs.ts";
import type { Problem } from "./errors.ts";
import type { Verdict } from "./verdict.ts";

/** `dry-run` as a user writes it is `dryRun` in the code. */
type Camel<S extends string> = S extends `${infer Head}-${infer Tail}` ? `${Head}${Capitalize<Camel<Tail>>}` : S;
type CamelKeys<T> = { [K in keyof T as Camel<K & string>]: T[K] };

export type InputShape = Readonly<Record<string, Input<unknown>>>;
export type OutputShape = Readonly<Record<string, Output<unknown>>>;

export type InputsOf<I extends InputShape> = CamelKeys<{ [K in keyof I]: I[K] extends Input<infer T> ? T : never }> &
  CommonInputs;
export type OutputsOf<O extends OutputShape> = {
  [K in keyof O as Camel<K & string>]?: (O[K] extends Output<infer T> ? T : never) | undefined;
};

/** What the framework adds to every action. */
export interface CommonInputs {
  /** Path of release-actions.yml; undefined: looked up at the root and in .github/. */
  readonly config: string | undefined;
  readonly summary: boolean;
  /** True only for an action that changes something. */
  readonly dryRun: boolean;
}

export interface Context<I> {
  readonly inputs: I;
  readonly io: Io;
  /** Aborted by a signal or a cancelled job, with an ActionError as its reason. */
  readonly signal: AbortSignal;
  readonly clock: Clock;
  readonly host: HostFacts;
  /** What was intended and what has been made, so that any end of the action can say what exists. */
  readonly journal: Journal;
  /** The origins that this run may connect to. */
  readonly endpoints: readonly string[];
}

export interface ActionDefinition<I extends InputShape = InputShape, O extends OutputShape = OutputShape> {
  readonly name: string;
  /** One sentence. */
  readonly description: string;
  /** By name, as users write it: in kebab case. */
  readonly inputs: I;
  readonly outputs: O;
  /** The least that the action's token needs, per host. */
  readonly permissions: { readonly github: Readonly<Record<string, "read" | "write">>; readonly gitlab: string };
  readonly endpoints: Endpoints<InputsOf<I>>;
  /** Whose errors it may pass on, by the names of packages/action/hints: each service's are explained for it alone. */
  readonly services?: readonly string[];
  /** Serves this repository's own workflows: absent from the list of actions. */
  readonly internal?: boolean;
  /** Whether there is a GitLab component. Default: only for actions that are not internal. */
  readonly component?: boolean;
  /** True adds the input `dry-run`. */
  readonly changes: boolean;
  /** Problems that only several inputs together show. */
  check?(inputs: InputsOf<I>): readonly Problem[];
  run(context: Context<InputsOf<I>>): Promise<OutputsOf<O> & { verdict: Verdict }>;
}

export interface Endpoints<Inputs> {
  /** For the README: whom the action talks to, one line each. */
  readonly description: readonly string[];
  origins(inputs: Inputs, host: HostFacts): readonly (string | undefined)[];
  /** Origins that the credentials are certain to go to, checked before anything is sent. Default: all of `origins`. */
  credentials?(inputs: Inputs, host: HostFacts): readonly (string | undefined)[];
}

export const NO_ENDPOINTS: Endpoints<unknown> = { description: [], origins: () => [] };

/** An action of any shape, as the framework handles it. */
export type Action = Omit<ActionDefinition, "check" | "run" | "endpoints"> & {
  readonly endpoints: Endpoints<never>;
  check?(inputs: never): readonly Problem[];
  run(context: Context<never>): Promise<Readonly<Record<string, unknown>> & { verdict: Verdict }>;
};

/** The one way to make an action: here, and nowhere else, its inputs and outputs are described. */
export function defineAction<const I extends InputShape, const O extends OutputShape>(
  definition: ActionDefinition<I, O>,
): Action {
  const common = {
    config: text({
      description: "Path of release-actions.yml. Default: the root of the repository, then .github/.",
      optional: true,
    }),
    summary: flag({ description: "Write a job summary; in a terminal only when it is requested.", default: true }),
    ...(definition.changes && {
      "dry-run": flag({ description: "Run every check, show the plan, change nothing.", default: false }),
    }),
  };
  return {
    ...definition,
    inputs: { ...definition.inputs, ...common },
  };
}

/** `dry-run` -> `dryRun` */
export function camelCase(name: string): string {
  return name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** `dryRun` -> `dry-run` */
export function kebabCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
