import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import type { ActionError } from "@release-actions/action";
import { failureOf, testClock, type TestClock } from "../../test/faults/client.ts";
import {
  json,
  redirect,
  silence,
  startFaultServer,
  text,
  type FaultServer,
  type Step,
} from "../../test/faults/server.ts";
import { executedCommands } from "../../test/runner-emulator/index.ts";
import { openCore } from "./core.ts";
import { githubHost } from "./github.ts";
import { requestIdToken } from "./id-token.ts";
import { gitlabHost, terminalHost } from "./index.ts";

const REQUEST_TOKEN = "request.CANARY-0123456789";
const AUDIENCE = "https://fulcio.example/v2?a=b&c #é";
const open: { close(): unknown }[] = [];
let clock: TestClock;
let printed: string;

beforeEach(() => {
  clock = testClock();
  printed = "";
});

afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

function tokenFor(aud: unknown): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  return `${part({ alg: "RS256" })}.${part({ aud, sub: "repo:acme/shop:ref:refs/tags/v1" })}.c2lnbmF0dXJl`;
}

async function endpoint(...steps: readonly Step[]): Promise<FaultServer> {
  const server = await startFaultServer({ steps });
  open.push(server);
  return server;
}

/** The message and the remedy, as the log shows them. */
function describeError(error: unknown): string {
  const { message, details } = error as ActionError;
  return `${message} ${details.remedy}`;
}

/** The log without the commands that mask a secret. */
function unmasked(): string {
  return printed
    .split("\n")
    .filter((line) => !line.startsWith("::add-mask::"))
    .join("\n");
}

const variables = (origin: string) => ({
  // As GitHub's runner sets it, with an empty segment and a query.
  ACTIONS_ID_TOKEN_REQUEST_URL: `${origin}/63//idtoken/4f0c/9b1e?api-version=2.0`,
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: REQUEST_TOKEN,
});

function processWith(env: Record<string, string>): NodeJS.Process {
  const stdout = { write: (chunk: string) => ((printed += chunk), true), on: () => undefined };
  return { env, cwd: () => "/", on: () => undefined, stdout, stderr: stdout } as unknown as NodeJS.Process;
}

async function request(env: Record<string, string>, audience = AUDIENCE, signal = new AbortController().signal) {
  return await githubHost(processWith(env)).idToken!(audience, { clock, signal });
}

describe("an OIDC token on GitHub", () => {
  test("is requested with the job's request token for one audience, and masked", async () => {
    const token = tokenFor(AUDIENCE);
    const server = await endpoint(json({ count: 1, value: token }));

    expect(await request(variables(server.origin))).toBe(token);

    expect(server.seen).toHaveLength(1);
    const { method, url, headers } = server.seen[0]!;
    expect({ method, url }).toEqual({
      method: "GET",
      url: `/63//idtoken/4f0c/9b1e?api-version=2.0&audience=${encodeURIComponent(AUDIENCE)}`,
    });
    expect(headers).toMatchObject({ authorization: `Bearer ${REQUEST_TOKEN}`, accept: "application/json" });
    expect(server.connections()).toBe(1);
  });

  test("is masked in the log before anything else can print it; the request token is masked as well", async () => {
    const token = tokenFor(AUDIENCE);
    const server = await endpoint(json({ value: token }));
    const process = processWith(variables(server.origin));
    const host = githubHost(process);
    await host.idToken!(AUDIENCE, { clock, signal: new AbortController().signal });
    host.io.info(`the token is ${token}, requested with ${REQUEST_TOKEN}`);

    const masked = executedCommands(printed).filter(({ command }) => command === "add-mask");
    expect(masked.map(({ data }) => data)).toEqual(expect.arrayContaining([token, REQUEST_TOKEN]));
    expect(unmasked()).not.toContain(token);
    expect(unmasked()).not.toContain("CANARY");
  });

  test("is requested again after a 500", async () => {
    const token = tokenFor([AUDIENCE]);
    const server = await endpoint(text("down", 500), json({ value: token }));
    expect(await request(variables(server.origin))).toBe(token);
    expect(server.seen).toHaveLength(2);
    expect(clock.waits).toHaveLength(1);
  });

  test.each<[string, Step, { verdict: string; attempts: number }, RegExp]>([
    [
      "a 403",
      json({ message: `no: ${REQUEST_TOKEN}` }, 403),
      { verdict: "invalid", attempts: 1 },
      /403 Forbidden.*It needs `permissions: id-token: write`\./s,
    ],
    ["a 404", text("", 404), { verdict: "invalid", attempts: 1 }, /404 Not Found/],
    ["a 500 without end", text("", 500), { verdict: "undecided", attempts: 4 }, /500 Internal Server Error/],
    [
      "a body that is cut off",
      text('{"value":"a', 200, { "content-type": "application/json" }),
      { verdict: "undecided", attempts: 4 },
      /cut off/,
    ],
    [
      "a page of HTML",
      text("<html>", 200, { "content-type": "text/html" }),
      { verdict: "undecided", attempts: 4 },
      /not JSON/,
    ],
    ["no body", text("", 204), { verdict: "undecided", attempts: 1 }, /204/],
  ])("%s is a failure with a remedy", async (_, step, facts, message) => {
    const server = await endpoint(step);
    const failure = await failureOf(request(variables(server.origin)));
    expect(failure).toMatchObject({ name: "HttpError", ...facts });
    expect(describeError(failure)).toMatch(message);
    expect(server.seen).toHaveLength(facts.attempts);
    expect(unmasked() + describeError(failure)).not.toContain("CANARY");
  });

  test.each<[string, unknown]>([
    ["an empty value", { value: "" }],
    ["no value", {}],
    ["null", null],
    ["a value that is not text", { value: { token: "x" } }],
    ["text that is not a JSON Web Token", { value: "ghs_0123456789" }],
    ["a token whose claims are not JSON", { value: "e30.e30e.c2ln" }],
    ["a token for another audience", { value: tokenFor("https://other.example") }],
    ["a token for no audience", { value: tokenFor(undefined) }],
  ])("%s is undecided", async (_, body) => {
    const server = await endpoint(json(body));
    const failure = await failureOf(request(variables(server.origin)));
    expect(failure).toMatchObject({ verdict: "undecided" });
    expect(String(failure)).toContain("is not a JSON Web Token for the audience");
    // Whatever it is, it may be a secret.
    const { value } = (body ?? {}) as { value?: unknown };
    if (typeof value === "string" && value !== "") expect(unmasked() + String(failure)).not.toContain(value);
  });

  test("security D59: an OIDC request is not redirected to another origin, which sees nothing", async () => {
    const other = await endpoint(json({ value: tokenFor(AUDIENCE) }));
    const server = await endpoint(redirect(`${other.origin}/token`));
    const failure = await failureOf(request(variables(server.origin)));
    expect(failure).toMatchObject({ name: "HttpError" });
    expect(String(failure)).toContain("redirects to another host");
    expect(other.connections()).toBe(0);
  });

  test("a service that never answers ends at the deadline", async () => {
    const server = await endpoint(silence);
    const env = variables(server.origin);
    const { io, facts } = githubHost(processWith(env));
    const core = openCore(env, () => undefined);
    const { signal } = new AbortController();
    const call = { audience: AUDIENCE, io, network: facts.network, leaks: undefined, clock, signal, deadline: 50 };
    expect(await failureOf(requestIdToken(env, core, call))).toMatchObject({
      verdict: "undecided",
      code: "DEADLINE",
      attempts: 4,
    });
  });

  test("a signal ends the request at once", async () => {
    const abort = new AbortController();
    const server = await endpoint({ run: () => abort.abort() });
    const failure = await failureOf(request(variables(server.origin), AUDIENCE, abort.signal));
    expect(failure).toMatchObject({ verdict: "interrupted" });
  });

  test.each(["ACTIONS_ID_TOKEN_REQUEST_URL", "ACTIONS_ID_TOKEN_REQUEST_TOKEN"] as const)(
    "without %s the missing permission is named, and nothing is sent",
    async (name) => {
      const server = await endpoint(json({ value: tokenFor(AUDIENCE) }));
      const failure = await failureOf(request({ ...variables(server.origin), [name]: "" }));
      expect(failure).toMatchObject({ verdict: "invalid" });
      expect(describeError(failure)).toBe(
        `This job cannot request an OIDC token: ${name} is not set. ` +
          "Add `permissions: id-token: write` to the job. Pull requests from forks cannot have it.",
      );
      expect(server.connections()).toBe(0);
    },
  );

  test.each([
    ["http://tokens.example/idtoken?v=2", "is not encrypted"],
    ["https://user:pass@tokens.example/idtoken?v=2", "not an address with a query"],
    ["https://tokens.example/idtoken", "not an address with a query"],
    ["https://tokens.example/idtoken?v=2#x", "not an address with a query"],
    ["https://tokens.example/idtoken?v=2\n::set-env name=x::y", "not an address with a query"],
    ["https://169.254.169.254/idtoken?v=2", "not the address of a service"],
    ["file:///etc/passwd?v=2", "not an https address"],
    ["tokens", "not an address with a query"],
  ])("security D62: the request token is not sent to %j", async (address, message) => {
    const env = { ACTIONS_ID_TOKEN_REQUEST_URL: address, ACTIONS_ID_TOKEN_REQUEST_TOKEN: REQUEST_TOKEN };
    const failure = await failureOf(request(env));
    expect(failure).toMatchObject({ verdict: "invalid" });
    expect(String(failure)).toContain(message);
    expect(executedCommands(printed).filter(({ command }) => command !== "debug" && command !== "add-mask")).toEqual(
      [],
    );
  });

  test.each(["", "\ud800"])("the audience %j is refused", async (audience) => {
    const server = await endpoint(json({ value: tokenFor(audience) }));
    expect(await failureOf(request(variables(server.origin), audience))).toMatchObject({ verdict: "invalid" });
    expect(server.connections()).toBe(0);
  });

  test("security G97: no OIDC token is requested if a tracing mode would print it", async () => {
    const server = await endpoint(json({ value: tokenFor(AUDIENCE) }));
    const failure = await failureOf(request({ ...variables(server.origin), NODE_DEBUG: "http" }));
    expect(failure).toMatchObject({ verdict: "invalid", details: { problems: [{ remedy: "Unset NODE_DEBUG." }] } });
    expect(server.connections()).toBe(0);
  });
});

test.each([
  ["GitLab", () => gitlabHost(processWith({}), [])],
  ["A terminal", () => terminalHost(processWith({}), [], { json: false })],
])("%s has no OIDC token and names the host that has", async (name, host) => {
  const failure = await failureOf(host().idToken!(AUDIENCE, { clock, signal: new AbortController().signal }));
  expect(failure).toMatchObject({ verdict: "invalid" });
  expect(describeError(failure)).toBe(
    `${name} issues no OIDC tokens on request. ` +
      "Run this step in GitHub Actions, in a job with `permissions: id-token: write`.",
  );
});
