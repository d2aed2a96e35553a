import { ActionError, type Failure, type ErrorDetails } from "@release-actions/action";
import { parseJson, readAs, type Reply } from "@release-actions/http";

/**
 * Why there is no answer about an image. None of them means that the image is absent:
 * - unauthorized: the registry does not let these credentials, or nobody, see it
 * - rate-limited: it asks to come back later
 * - unreachable: no whole answer came, or the service itself has a problem
 * - malformed: what answered does not follow the registry's protocol
 */
export type NoAnswer = "unauthorized" | "rate-limited" | "unreachable" | "malformed";

/** What a registry answered instead of an answer about an image. */
export class RegistryError extends ActionError {
  readonly answer: NoAnswer;

  constructor(answer: NoAnswer, message: string, details: ErrorDetails = {}) {
    super(VERDICTS[answer], message, details);
    this.name = "RegistryError";
    this.answer = answer;
  }
}

const VERDICTS = {
  unauthorized: "invalid",
  "rate-limited": "undecided",
  unreachable: "undecided",
  malformed: "undecided",
} as const satisfies Record<NoAnswer, Failure>;

/** The codes in an error body of the distribution protocol; undefined if it is another body. */
export async function errorCodes(reply: Reply): Promise<readonly string[] | undefined> {
  const { ErrorReply } = await import("./schema.ts");
  try {
    const { errors } = readAs(ErrorReply, parseJson(reply.text()));
    return errors.length > 0 ? errors.map(({ code }) => code) : undefined;
  } catch {
    return undefined;
  }
}
