/** A handler that adds a credential to a request's headers, as `@actions/http-client` defines it. */
export interface RequestHandler {
  prepareRequest(options: { headers?: Record<string, string> }): void;
}

/** Sends a token in the Authorization header (RFC 6750, section 2.1). */
export class BearerCredentialHandler implements RequestHandler {
  readonly token: string;

  constructor(token: string) {
    this.token = token;
  }

  prepareRequest(options: { headers?: Record<string, string> }): void {
    options.headers = { ...options.headers, authorization: `Bearer ${this.token}` };
  }
}
