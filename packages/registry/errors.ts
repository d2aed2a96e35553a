import { ActionError, type Failure, type ErrorDetails } from "@release-actions/action";
import { HttpError, parseJson, type Reply } from "@release-actions/http";

/**
 * Why there is no answer about an image. None of them says that the image is absent:
 * - unauthorised: the registry does not let these credentials, or nobody, see it
 * - rate-limited: it asks to come back later
 * - unreachable: no whole answer came, or the service has a problem of its own
 * - malformed: something answered that is not what the registry's protocol says
 */
export type NoAnswer = "unauthorised" | "rate-limited" | "unreachable" | "malformed";

/** A registry's answer that is none. */
export class RegistryError extends ActionError {
  readonly answer: NoAnswer;

  constructor(answer: NoAnswer, message: string, details: ErrorDetails = {}) {
    super(VERDICTS[answer], message, details);
    this.name = "RegistryError";
    this.answer = answer;
  }
}

const VERDICTS = {
  unauthorised: "invalid",
  "rate-limited": "undecided",
  unreachable: "undecided",
  malformed: "undecided",
} as const satisfies Record<NoAnswer, Failure>;

/** What kind of no answer an error of this package or of the HTTP client is. A signal and a defect are none. */
export function noAnswerOf(error: unknown): NoAnswer | undefined {
  if (error instanceof RegistryError) return error.answer;
  if (!(error instanceof HttpError)) return undefined;
  if (error.status === 401 || error.status === 403 || error.status === 407) return "unauthorised";
  if (error.status === 429 || error.retryAt !== undefined) return "rate-limited";
  return error.code === "CONTENT" || error.code === "REDIRECT" ? "malformed" : "unreachable";
}

/** The codes in an error body of the distribution protocol; undefined when it is no such body. */
export function errorCodes(reply: Reply): readonly string[] | undefined {
  try {
    const { errors } = parseJson(reply.text()) as { errors?: unknown };
    if (!Array.isArray(errors)) return undefined;
    const codes = errors.map((error) => (error as { code?: unknown } | null)?.code);
    return codes.length > 0 && codes.every((code) => typeof code === "string") ? (codes as string[]) : undefined;
  } catch {
    return undefined;
  }
}
