import {
  CredentialRules,
  readBoundSecret,
  type GivenCredential,
  type HostFacts,
  type InputFacts,
  type Problem,
} from "../index.ts";

export interface ReadCredentials {
  readonly credentials: readonly GivenCredential[];
  /** All input values, with each credential stripped of its origins: an action sees only the bare secret. */
  readonly values: ReadonlyMap<string, string>;
  readonly problems: readonly Problem[];
}

/** Splits each credential among the inputs into the secret and the origins that it is bound to. */
export function readCredentials(
  inputs: ReadonlyMap<string, InputFacts>,
  given: ReadonlyMap<string, string>,
): ReadCredentials {
  const credentials: GivenCredential[] = [];
  const problems: Problem[] = [];
  const values = new Map(given);
  for (const [input, value] of given) {
    if (inputs.get(input)?.credential !== true) continue;
    try {
      const bound = readBoundSecret(value);
      credentials.push({ input, ...bound });
      values.set(input, bound.secret);
    } catch (error) {
      problems.push({ input, what: `input ${input} ${(error as Error).message}` });
    }
  }
  return { credentials, values, problems };
}

/** The host's facts, extended with the rules for these credentials. Lazy properties stay lazy. */
export function withCredentials(facts: HostFacts, credentials: readonly GivenCredential[]): HostFacts {
  const rules = (facts.network.credentials ?? new CredentialRules()).given(credentials);
  const network = { value: { ...facts.network, credentials: rules }, enumerable: true };
  return Object.defineProperties({}, { ...Object.getOwnPropertyDescriptors(facts), network }) as HostFacts;
}

/** The origin of an address; undefined if it is not a URL, which the client reports when it connects. */
export function originOf(url: string | undefined): string | undefined {
  return url !== undefined && URL.canParse(url) ? new URL(url).origin : undefined;
}
