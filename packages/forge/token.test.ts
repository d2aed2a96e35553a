import { afterEach, describe, expect, test } from "@jest/globals";
import { CredentialRules } from "@release-actions/action";
import type { Api, Reply } from "@release-actions/http";
import { failureOf, openTestClient } from "../../test/faults/client.ts";
import type { TestClient } from "../../test/faults/client.ts";
import { json, replyLost, startFaultServer } from "../../test/faults/server.ts";
import type { FaultServer, Seen, Step } from "../../test/faults/server.ts";
import { openForgeApi } from "./token.ts";
import type { GitLabTokenKind } from "./token.ts";
import type { ForgeKind } from "./types.ts";

/** Has no prefix, as older GitLab versions issue tokens. */
const PLAIN = "0123456789abcdefghij";

let server: FaultServer;
let client: TestClient;
afterEach(async () => {
  client.http.close();
  await server.close();
});

async function open(
  forge: ForgeKind,
  token: string | undefined,
  steps: Step[] = [json([])],
  tokenKind?: GitLabTokenKind,
): Promise<Api> {
  server = await startFaultServer({ steps });
  const own = { name: "GitLab", origins: [server.origin], tokens: ["known-job-token"] } as const;
  const credentials = new CredentialRules([own, { name: "GitHub", origins: [server.origin], tokens: [] }]);
  client = openTestClient([server.origin], { network: { tlsVerificationDisabled: false, credentials } });
  return openForgeApi(forge, { http: client.http, apiUrl: server.origin, token, tokenKind });
}

/** The header that carried a credential, and the credential. */
function sent({ headers }: Seen): string {
  const names = ["authorization", "private-token", "job-token"].filter((name) => headers[name] !== undefined);
  return names.map((name) => `${name}: ${String(headers[name])}`).join(", ");
}

const UNAUTHORIZED = json({ message: "401 Unauthorized" }, 401);

describe("the header of a token", () => {
  test.each([
    ["github", "ghs_x", "authorization: Bearer ghs_x"],
    ["github", PLAIN, `authorization: Bearer ${PLAIN}`],
    ["gitlab", "glcbt-64_x", "job-token: glcbt-64_x"],
    ["gitlab", "eyJa.b.c", "job-token: eyJa.b.c"],
    ["gitlab", "known-job-token", "job-token: known-job-token"],
    ["gitlab", "glpat-x", "private-token: glpat-x"],
    ["gitlab", PLAIN, `private-token: ${PLAIN}`],
    ["gitlab", undefined, ""],
    ["github", undefined, ""],
  ] as const)("%s, %s", async (forge, token, header) => {
    await (await open(forge, token)).read({ path: ["x"] });
    expect(server.seen.map(sent)).toEqual([header]);
  });

  test.each([
    ["private", "private-token: glcbt-x"],
    ["job", "job-token: glcbt-x"],
    ["bearer", "authorization: Bearer glcbt-x"],
  ] as const)("is the one that the caller names: %s", async (kind, header) => {
    await (await open("gitlab", "glcbt-x", undefined, kind)).read({ path: ["x"] });
    expect(server.seen.map(sent)).toEqual([header]);
  });
});

describe("a token without a prefix", () => {
  test("is tried as a job token if GitLab refuses it as a private one, and then remains one", async () => {
    const api = await open("gitlab", PLAIN, [UNAUTHORIZED, json([])]);
    await api.read({ path: ["a"] });
    await api.read({ path: ["b"] });
    await api.write({ method: "POST", path: ["c"], what: "c", accept: () => true, readBack: async () => true });
    expect(server.seen.map((seen) => `${seen.url} ${sent(seen)}`)).toEqual([
      `/a private-token: ${PLAIN}`,
      `/a job-token: ${PLAIN}`,
      `/b job-token: ${PLAIN}`,
      `/c job-token: ${PLAIN}`,
    ]);
  });

  test("settles with the first page of a list, and with a 401 that the caller expects", async () => {
    const next = { link: '</list?page=2>; rel="next"' };
    const api = await open("gitlab", PLAIN, [UNAUTHORIZED, json([1], 200, next), json([2])]);
    const pages: unknown[] = [];
    for await (const page of api.pages({ path: ["list"] })) pages.push(page.json());
    expect(pages).toEqual([[1], [2]]);
    expect(server.seen.map(sent).at(-1)).toBe(`job-token: ${PLAIN}`);
    client.http.close();
    await server.close();

    const other = await open("gitlab", PLAIN, [UNAUTHORIZED, json([])]);
    const reply: Reply = await other.read({ path: ["x"], expect: [200, 401] });
    expect(reply.status).toBe(200);
  });

  test("is refused with the first answer if GitLab accepts it in neither header", async () => {
    const api = await open("gitlab", PLAIN, [json({ message: "first" }, 401), json({ message: "second" }, 401)]);
    expect(await failureOf(api.read({ path: ["x"] }))).toMatchObject({
      verdict: "invalid",
      status: 401,
      message: expect.stringContaining("first"),
    });
    expect(server.seen).toHaveLength(2);
  });

  test("is not reported as wrong if the second header got no answer", async () => {
    const api = await open("gitlab", PLAIN, [UNAUTHORIZED, replyLost()]);
    expect(await failureOf(api.read({ path: ["x"] }))).toMatchObject({ verdict: "undecided", status: undefined });
  });

  test("keeps the answer that the second header got, whatever it is", async () => {
    const api = await open("gitlab", PLAIN, [UNAUTHORIZED, json({ message: "404 Not Found" }, 404)]);
    expect(await failureOf(api.read({ path: ["x"] }))).toMatchObject({ status: 404 });
  });

  test.each(["glpat-x", "glcbt-x"])("has no second header if it has a prefix: %s", async (token) => {
    const api = await open("gitlab", token, [UNAUTHORIZED]);
    expect(await failureOf(api.read({ path: ["x"] }))).toMatchObject({ status: 401 });
    expect(server.seen).toHaveLength(1);
  });
});
