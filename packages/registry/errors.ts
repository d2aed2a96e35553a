import { ActionError, type Failure, type ErrorDetails } from "@release-actions/action";
import { parseJson, readAs, type Reply } from "@release-actions/http";

/**
 * Why there is no answer about an image. Neither means that the image is absent. Rate limits, failures of the service
 * and of the network are errors of the HTTP client.
 * - unauthorized: the registry does not let these credentials, or nobody, see it
 * - malformed: what answered does not follow the registry's protocol
 */
export type NoAnswer = "unauthorized" | "malformed";

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
