import { quote } from "@release-actions/text";
import { FORGE_TOKEN_REFUSED, isForgeToken } from "./token-kind.ts";

/**
 * The inputs of an action, described in one place. No schema library is behind them: an action starts in every
 * job of every release, and an input is one text that becomes one value.
 */

/** What is shown of an input in action.yml, the GitLab component, the README and --help. */
export interface InputFacts {
  readonly description: string;
  readonly kind: "text" | "list" | "flag" | "choice" | "duration" | "size" | "integer";
  readonly required: boolean;
  /** As a user would write it. */
  readonly default?: string;
  readonly example?: string;
  readonly choices?: readonly string[];
  readonly secret: boolean;
  /** Addresses or images, in which a password is a secret, too. */
  readonly address: boolean;
  /** A secret that is sent to a service: whoever gives it may bind it to an origin, see readBoundSecret. */
  readonly credential: boolean;
  /** The expression that action.yml gives as default, such as `${{ github.token }}`. */
  readonly github?: string;
  /** The GitLab variable that is used for the input when it is not given. */
  readonly gitlab?: string;
}

/** An input: text from outside in, a typed value out. */
export interface Input<T> {
  readonly facts: InputFacts;
  /** Reads what was given, or the default. Throws an Error whose message says what is needed. */
  read(given: string | undefined): T;
}

interface Common {
  readonly description: string;
  readonly example?: string;
  readonly secret?: boolean;
  /**
   * A secret that is sent to a forge, a registry or another service, and may be bound to its origin. One variable can
   * be every action's token: a token of GitHub or GitLab is refused as the credential of another service.
   */
  readonly credential?: "forge" | "registry" | "service";
  /** Addresses or images: a password in one is a secret, too. */
  readonly address?: boolean;
  readonly github?: string;
  readonly gitlab?: string;
}
interface Required extends Common {
  readonly default?: undefined;
  readonly optional?: false;
}
interface Optional extends Common {
  readonly default?: undefined;
  readonly optional: true;
}
interface WithDefault extends Common {
  readonly default: string;
  readonly optional?: false;
}
type Options = Required | Optional | WithDefault;

/** Appended to the description of every credential, wherever it is shown. */
export const BINDING = 'Write "https://host secret" to send it only to that origin.';

function input<T>(
  kind: InputFacts["kind"],
  options: Options,
  read: (given: string) => T,
  choices?: readonly string[],
): Input<T | undefined> {
  const { example, address = false, github, gitlab, default: fallback } = options;
  const required = fallback === undefined && options.optional !== true;
  const credential = options.credential !== undefined;
  const secret = credential || options.secret === true;
  const description = credential ? `${options.description} ${BINDING}` : options.description;
  return {
    facts: {
      description,
      kind,
      required,
      secret,
      credential,
      address,
      ...(fallback !== undefined && { default: fallback }),
      ...(example !== undefined && { example }),
      ...(choices !== undefined && { choices }),
      ...(github !== undefined && { github }),
      ...(gitlab !== undefined && { gitlab }),
    },
    read(given) {
      const value = given ?? fallback;
      if (value !== undefined) return read(value);
      if (required) throw new Error("is required and was not given");
      return undefined;
    },
  };
}

/** Any text. Leading and trailing white space is removed; an empty text counts as not given. */
export function text(options: Required | WithDefault): Input<string>;
export function text(options: Optional): Input<string | undefined>;
export function text(options: Options): Input<string> | Input<string | undefined> {
  return input("text", options, (given) => {
    if (options.credential === "service" && isForgeToken(given)) throw new Error(FORGE_TOKEN_REFUSED);
    return given;
  });
}

/** Values on separate lines or separated by commas; empty ones are dropped. An unset list is empty. */
export function list(options: Common & { readonly default?: string }): Input<string[]> {
  return input("list", { default: "", ...options }, splitList) as Input<string[]>;
}

/** `true` or `false`, as YAML 1.2 writes them. */
export function flag(options: Common & { readonly default: boolean }): Input<boolean> {
  return input("flag", { ...options, default: String(options.default) }, readFlag) as Input<boolean>;
}

/** One of a few words. */
export function choice<const C extends string>(
  choices: readonly C[],
  options: Omit<WithDefault, "default"> & { readonly default: C },
): Input<C>;
export function choice<const C extends string>(choices: readonly C[], options: Optional): Input<C | undefined>;
export function choice<const C extends string>(
  choices: readonly C[],
  options: Options,
): Input<C> | Input<C | undefined> {
  const read = (given: string): C => {
    const found = choices.find((candidate) => candidate === given);
    if (found === undefined) throw new Error(`must be one of ${choices.join(", ")}; given: ${quote(given)}`);
    return found;
  };
  return input("choice", options, read, choices);
}

/** A whole number from 0 to 2^53-1. */
export function integer(options: Common & { readonly default: string }): Input<number>;
export function integer(options: Optional): Input<number | undefined>;
export function integer(options: Options): Input<number> | Input<number | undefined> {
  return input("integer", options, readInteger);
}

/** A length of time such as `30s`, `5m` or `1h30m`; in milliseconds. */
export function duration(options: Common & { readonly default: string }): Input<number>;
export function duration(options: Optional): Input<number | undefined>;
export function duration(options: Options): Input<number> | Input<number | undefined> {
  return input("duration", options, readDuration);
}

/** A number of bytes such as `500`, `64KiB` or `10MiB`. */
export function size(options: Common & { readonly default: string }): Input<number>;
export function size(options: Optional): Input<number | undefined>;
export function size(options: Options): Input<number> | Input<number | undefined> {
  return input("size", options, readSize);
}

function splitList(given: string): string[] {
  return given
    .split(/[\n,]/)
    .map((item) => item.trim())
    .filter((item) => item !== "");
}

function readFlag(given: string): boolean {
  if (given === "true" || given === "True" || given === "TRUE") return true;
  if (given === "false" || given === "False" || given === "FALSE") return false;
  throw new Error(`must be true or false; given: ${quote(given)}`);
}

function readInteger(given: string): number {
  if (!/^[0-9]{1,16}$/.test(given) || !Number.isSafeInteger(Number(given))) {
    throw new Error(`must be a whole number; given: ${quote(given)}`);
  }
  return Number(given);
}

const UNIT_MILLISECONDS = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;
const MAX_DURATION = 30 * UNIT_MILLISECONDS.d;

function readDuration(given: string): number {
  const refuse = (): never => {
    throw new Error(`must be a length of time such as 30s, 5m or 1h30m, at most 30d; given: ${quote(given)}`);
  };
  if (given === "0") return 0;
  if (!/^(?:[0-9]{1,9}(?:ms|s|m|h|d)){1,5}$/.test(given)) return refuse();
  let total = 0;
  for (const [, amount, unit] of given.matchAll(/([0-9]+)(ms|s|m|h|d)/g)) {
    total += Number(amount) * UNIT_MILLISECONDS[unit as keyof typeof UNIT_MILLISECONDS];
  }
  return total <= MAX_DURATION ? total : refuse();
}

const UNIT_BYTES = { "": 1, B: 1, KB: 1e3, MB: 1e6, GB: 1e9, KiB: 1024, MiB: 1024 ** 2, GiB: 1024 ** 3 } as const;

function readSize(given: string): number {
  const match = /^([0-9]{1,12})[ ]?(B|KB|MB|GB|KiB|MiB|GiB|)$/.exec(given);
  const bytes = match && Number(match[1]) * UNIT_BYTES[match[2] as keyof typeof UNIT_BYTES];
  if (bytes === null || !Number.isSafeInteger(bytes)) {
    throw new Error(`must be a number of bytes such as 500, 64KiB or 10MiB; given: ${quote(given)}`);
  }
  return bytes;
}
