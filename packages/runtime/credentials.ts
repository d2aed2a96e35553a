import {
  CredentialRules,
  readBoundSecret,
  type GivenCredential,
  type HostFacts,
  type InputFacts,
  type Problem,
} from "@release-actions/action-types";

export interface ReadCredentials {
  readonly credentials: readonly GivenCredential[];
  /** All that was given, every credential without the origins before it: no action sees more than the bare secret. */
  readonly values: ReadonlyMap<string, string>;
  readonly problems: readonly Problem[];
}

/** Takes the credentials among the inputs apart: the secret itself, and where whoever gave it lets it go. */
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

/** The host's facts, with the rules for these credentials among them. What is made on first use stays so. */
export function withCredentials(facts: HostFacts, credentials: readonly GivenCredential[]): HostFacts {
  const rules = (facts.network.credentials ?? new CredentialRules()).given(credentials);
  const network = { value: { ...facts.network, credentials: rules }, enumerable: true };
  return Object.defineProperties({}, { ...Object.getOwnPropertyDescriptors(facts), network }) as HostFacts;
}

/** The origin of an address, where it is one: what is wrong with it is said by whoever connects. */
export function originOf(url: string | undefined): string | undefined {
  return url !== undefined && URL.canParse(url) ? new URL(url).origin : undefined;
}
