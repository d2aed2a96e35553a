import { CredentialRules, interrupted, invalid } from "@release-actions/action";
import { parseBase, parseEndpoint } from "./address.ts";
import { sendAttempt } from "./attempt.ts";
import { openConnections } from "./connections.ts";
import type { Api, ApiOptions, Http, HttpOptions, ReadRequest, Reply, SendRequest } from "./types.ts";
import { readLines } from "./lines.ts";
import { walkPages } from "./pages.ts";
import { readWithRetries } from "./read.ts";
import { makeReply } from "./reply.ts";
import { checkedHeaders, checkedValue, prepare } from "./request.ts";
import { carriersOf, credentialHeader, keepSecrets } from "./secrets.ts";
import { ended, failureOfFault } from "./session.ts";
import { writeOnce } from "./write.ts";
import type { Prepared } from "./request.ts";
import type { Limits, Session, AttemptNumber } from "./session.ts";

const DEADLINE = 30_000;
const MAX_BYTES = 10 * 1024 * 1024;
const ATTEMPTS = 4;
const PATIENCE = 120_000;
const CONNECTIONS = 4;
const MAX_PAGES = 100;
const ONCE: AttemptNumber = { attempt: 1, attempts: 1 };

/**
 * Opens the one HTTP client of an action. Nothing is loaded or connected before the first request.
 * Throws `invalid` when certificate checks are switched off or an endpoint is not an address.
 */
export function openHttp(options: HttpOptions): Http {
  const { io, clock, network } = options;
  const closing = new AbortController();
  const signal = AbortSignal.any([options.signal, closing.signal]);
  if (network.tlsVerificationDisabled) {
    throw invalid("NODE_TLS_REJECT_UNAUTHORIZED=0 switches certificate checks off, and every token with them.", {
      remedy: "Remove it. A private authority's certificate is given as a PEM file in NODE_EXTRA_CA_CERTS.",
    });
  }
  const allowHttp = options.allowHttp === true;
  const origins = new Set(options.endpoints.map(parseEndpoint));
  const secrets = keepSecrets(io);
  const connections = openConnections({
    network,
    secrets,
    connections: options.connections ?? CONNECTIONS,
    allowLoopback: allowHttp,
    lookup: options.lookup,
    authorities: options.authorities,
  });
  const random = options.random ?? Math.random;
  const rules = network.credentials ?? new CredentialRules();
  const session: Session = { io, signal, clock, random, secrets, connections, allowHttp, rules };

  function api(base: string, apiOptions: ApiOptions = {}): Api {
    const url = parseBase(base, allowHttp);
    const { namedBy } = apiOptions;
    if (namedBy === undefined && !origins.has(url.origin)) {
      throw invalid(`${url.origin} is not one of the addresses this action declares: ${[...origins].join(", ")}.`, {
        remedy: "Check the address given as input.",
      });
    }
    const bound = namedBy === undefined ? rules : rules.alsoAt(url.origin, namedBy.origin);
    return openApi({ ...session, rules: bound }, url, { patience: options.patience ?? PATIENCE, ...apiOptions });
  }

  /** What is still waiting to try again, after another request failed for good, is never sent. */
  function close(): void {
    closing.abort(interrupted("The connections were closed before the request was complete."));
    connections.close();
  }

  return { api, kindOf: (token) => rules.kindOf(token), close };
}

function openApi(session: Session, base: URL, options: ApiOptions): Api {
  session.rules.insist([...carriersOf(options.credential), ...Object.values(options.headers ?? {})], base.origin);
  const [name, value] = options.credential === undefined ? [] : credentialHeader(options.credential, session.secrets);
  const credential = name === undefined ? {} : { [checkedName(name)]: checkedValue(name, value ?? "") };
  const headers = { ...checkedHeaders(options.headers ?? {}), ...credential };
  if (options.secretPath === true) session.secrets.add(base.pathname);

  function limitsOf(request: Omit<SendRequest, "method">): Limits {
    return {
      deadline: request.deadline ?? options.deadline ?? DEADLINE,
      maxBytes: request.maxBytes ?? options.maxBytes ?? MAX_BYTES,
      attempts: request.attempts ?? options.attempts ?? ATTEMPTS,
      patience: request.patience ?? options.patience ?? PATIENCE,
      permission: request.permission ?? options.permission,
      pace: options.pace,
    };
  }

  function prepared(request: Omit<SendRequest, "method">, method: string): Prepared {
    session.rules.insist(Object.values(request.headers ?? {}), base.origin);
    return prepare(base, request, method, headers);
  }

  async function read(request: ReadRequest): Promise<Reply> {
    return readWithRetries(session, prepared(request, request.method ?? "GET"), limitsOf(request), request);
  }

  async function sendOnce(request: SendRequest): Promise<Reply> {
    const ready = prepared(request, request.method);
    const outcome = await sendAttempt(session, ready, limitsOf(request), request.progress);
    if ("reply" in outcome) return makeReply(session, ready, outcome.reply, ready.url, ONCE);
    if (outcome.fault.code === "ABORTED") throw ended(session.signal);
    throw failureOfFault(session, ready, outcome.fault, ONCE);
  }

  return {
    base: base.href.replace(/\/$/, ""),
    origin: base.origin,
    read,
    sendOnce,
    pages(request) {
      const limits = limitsOf(request);
      const first = prepared(request, request.method ?? "GET");
      const readPage = (page: Prepared): Promise<Reply> => readWithRetries(session, page, limits, request);
      return walkPages(session, first, request.maxPages ?? MAX_PAGES, readPage);
    },
    lines: (request) => readLines(session, prepared(request, "GET"), limitsOf(request), request.signal),
    write: async (request) => writeOnce(session, prepared(request, request.method), limitsOf(request), request),
  };
}

function checkedName(name: string): string {
  if (/^[a-z0-9-]{1,100}$/.test(name)) return name;
  throw invalid("The name of the credential's header is not a header's name.");
}
