import { invalid, ActionError } from "./errors.ts";
import { kindOfToken, wordsOf, type TokenKind } from "./token-kind.ts";

/** A forge that issues its own tokens, and the only origins that may receive them. */
export interface OwnForge {
  readonly name: "GitHub" | "GitLab";
  readonly origins: readonly string[];
  /** Tokens known to be its own although no prefix shows it, such as the value of CI_JOB_TOKEN. */
  readonly tokens: readonly string[];
}

/** A secret from an input. */
export interface GivenCredential {
  readonly input: string;
  readonly secret: string;
  /** The only origins that its value binds it to; undefined if it is unbound. */
  readonly origins: readonly string[] | undefined;
}

const JOB_KIND: Readonly<Record<OwnForge["name"], TokenKind>> = { GitHub: "github-job", GitLab: "gitlab-job" };

/** The forges that own the tokens by default. */
export const PUBLIC_FORGES: readonly OwnForge[] = [
  {
    name: "GitHub",
    origins: ["https://api.github.com", "https://github.com", "https://uploads.github.com", "https://ghcr.io"],
    tokens: [],
  },
  { name: "GitLab", origins: ["https://gitlab.com"], tokens: [] },
];

/** Shorter secrets could occur in any text by chance. */
const LEAST_INSIDE = 8;

/** A credential was about to be sent where it must not go. Nothing was sent; no check may treat this as an answer. */
export class CredentialRefused extends ActionError {}

/**
 * The single rule for which origins may receive a secret; everything that sends one checks it. Its fields are private,
 * so that serializing an object that holds it does not reveal the secrets.
 */
export class CredentialRules {
  readonly #forges: readonly OwnForge[];
  readonly #given: readonly GivenCredential[];
  /** Origins that may receive whatever another origin may. */
  readonly #companions: ReadonlyMap<string, string>;

  constructor(
    forges: readonly OwnForge[] = PUBLIC_FORGES,
    given: readonly GivenCredential[] = [],
    companions: ReadonlyMap<string, string> = new Map(),
  ) {
    this.#forges = forges;
    this.#given = given;
    this.#companions = companions;
  }

  /** These rules, extended with a run's secrets. */
  given(given: readonly GivenCredential[]): CredentialRules {
    return new CredentialRules(this.#forges, [...this.#given, ...given], this.#companions);
  }

  /** Also lets `origin` receive whatever `of` may: for an address that a service named and the caller checked. */
  alsoAt(origin: string, of: string): CredentialRules {
    if (origin === of) return this;
    return new CredentialRules(this.#forges, this.#given, new Map([...this.#companions, [origin, of]]));
  }

  /** The kind of a token, by its prefix or because the host knows it. */
  kindOf(token: string): TokenKind {
    const owner = this.#forges.find(({ tokens }) => tokens.includes(token));
    return owner === undefined ? kindOfToken(token) : JOB_KIND[owner.name];
  }

  /** Throws unless every secret in these texts (headers, a user name, a password) may be sent to `origin`. */
  insist(carriers: readonly string[], origin: string): void {
    const from = this.#companions.get(origin) ?? origin;
    const words = new Set(carriers.flatMap(wordsOf));
    for (const { input, secret, origins } of this.#given) {
      if (origins === undefined || origins.includes(from) || !carries(words, carriers, secret)) continue;
      throw mismatch(`the input ${input} is bound to ${origins.join(", ")}`, origin, {
        input,
        remedy: `Check that address. If the secret belongs there, write "${[...origins, origin].join(",")} <secret>".`,
      });
    }
    for (const forge of this.#forges) {
      if (forge.origins.includes(from) || !this.#carriesOwn(forge, words, carriers)) continue;
      const given = this.#given.find(({ secret }) => carries(words, carriers, secret));
      const what = given === undefined ? "a credential" : `the input ${given.input}`;
      throw mismatch(`${what} holds ${forge.name}'s own token, which belongs to ${forge.origins.join(", ")}`, origin, {
        ...(given !== undefined && { input: given.input }),
        remedy: `Check that address, or give an access token made for ${origin}.`,
      });
    }
  }

  /** Throws unless every secret of the run may be sent to all of these origins, where it is certain to go. */
  assertAll(origins: readonly string[]): void {
    for (const { secret } of this.#given) for (const origin of origins) this.insist([secret], origin);
  }

  #carriesOwn({ name, tokens }: OwnForge, words: ReadonlySet<string>, carriers: readonly string[]): boolean {
    if (tokens.some((token) => carries(words, carriers, token))) return true;
    return [...words].some((word) => kindOfToken(word) === JOB_KIND[name]);
  }
}

function carries(words: ReadonlySet<string>, carriers: readonly string[], secret: string): boolean {
  if (words.has(secret)) return true;
  return secret.length >= LEAST_INSIDE && [...carriers, ...words].some((text) => text.includes(secret));
}

function mismatch(
  what: string,
  origin: string,
  { input, remedy }: { input?: string; remedy: string },
): CredentialRefused {
  const text = `${what}, but would have been sent to ${origin}; nothing was sent`;
  const { message, verdict } = invalid(text);
  return new CredentialRefused(
    verdict,
    message,
    input === undefined ? { remedy } : { problems: [{ input, what: text, remedy }] },
  );
}
