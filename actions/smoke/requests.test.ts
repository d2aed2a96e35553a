import { describe, expect, test } from "@jest/globals";
import { makeAuthority } from "../../test/faults/certificates.ts";
import { json, replyLost, startFaultServer } from "../../test/faults/server.ts";
import { resultsOf, wrongIn } from "../../test/worlds/smoke.ts";
import { alone, always, reply, said, useSmokeWorld } from "../../test/worlds/use-smoke-world.ts";

const { open, serve, adopt, current } = useSmokeWorld();

describe("T37: why there is no answer", () => {
  const health = { health: "/health" };
  const reasonOf = async (inputs: Record<string, string>, more: object = {}) => {
    const { run } = await open();
    const result = await run({ retries: "0", ...inputs }, more);
    expect(result.verdict).toBe("refused");
    return resultsOf(result)[0]!;
  };

  test("a refused connection", async () => {
    const server = await serve(json({}));
    await server.close();
    expect(await reasonOf(alone(server.origin, health))).toMatchObject({
      reason: "refused",
      detail: expect.stringContaining("the connection was refused"),
    });
  });

  test("an unknown name", async () => {
    expect(await reasonOf(alone("https://no-such-host.invalid", health))).toMatchObject({
      reason: "dns",
      remedy: expect.stringContaining("typing error"),
    });
  });

  test("an untrusted, an expired and a foreign certificate", async () => {
    const authority = makeAuthority();
    try {
      const certificates = [
        [authority.selfSigned(["IP:127.0.0.1"]), "self-signed"],
        [authority.issue(["IP:127.0.0.1"], { expired: true }), "expired"],
        [authority.issue(["DNS:other.example"]), "for another host"],
      ] as const;
      for (const [certificate, words] of certificates) {
        const server = await startFaultServer({ tls: certificate, steps: [json({ status: "ok" })] });
        adopt(server);
        const network =
          words === "self-signed"
            ? {}
            : { facts: { network: { tlsVerificationDisabled: false, certificateAuthorities: authority.file } } };
        expect(await reasonOf(alone(server.origin, health), network)).toMatchObject({
          reason: "tls",
          detail: expect.stringContaining(words),
        });
        await current().close();
      }
    } finally {
      authority.remove();
    }
  });

  test("plain text instead of TLS", async () => {
    const server = await serve(json({}));
    expect(await reasonOf(alone(server.origin.replace("http:", "https:"), health))).toMatchObject({ reason: "tls" });
  });
});

describe("repeated requests", () => {
  test("waits for a service that is starting, and reports the attempts", async () => {
    const { run, services } = await open({
      faults: { "ai-pipeline": [{ path: "/health", times: 2, effect: reply(503, "starting", "text/plain") }] },
    });
    const result = await run();
    expect(result.verdict).toBe("passed");
    expect(
      resultsOf(result).find(({ service, suite }) => service === "ai-pipeline" && suite === "health"),
    ).toMatchObject({ attempts: 3 });
    expect(services.origins["ai-pipeline"].faults.unused()).toEqual([]);
  });

  test("a wrong answer counts immediately", async () => {
    const { run, services } = await open({
      faults: { "ai-pipeline": [{ path: "/health", effect: reply(500, "boom", "text/plain") }] },
    });
    expect((await run()).verdict).toBe("refused");
    expect(services.origins["ai-pipeline"].ledger.filter(({ url }) => url === "/health")).toHaveLength(1);
  });

  test("a wrong answer may become right within the time that the suite allows", async () => {
    const server = await serve(json({ status: "starting" }), json({ status: "starting" }), json({ status: "ok" }));
    const { run } = await open();
    const page = (more: object) => alone(server.origin, { health: { path: "/health", ...more } });
    expect(resultsOf(await run(page({ eventually: "30s" })))).toMatchObject([{ result: "pass", attempts: 3 }]);
    server.script(json({ status: "starting" }));
    const late = await run(page({ eventually: "3s" }));
    expect(late.verdict).toBe("refused");
    expect(said(late)).toContain("still after 3 s");
  });

  const execute = (more: object) => ({
    name: "do",
    service: "app",
    request: { method: "POST", path: "/do", json: {} },
    expect: { status: 201 },
    ...more,
  });
  const suiteOf = (url: string, check: object) => ({
    environment: "",
    suite: JSON.stringify({ services: [{ name: "app", url }], checks: [check] }),
  });

  test("a POST with an unknown outcome is not repeated unless the suite allows it", async () => {
    const server = await serve(json({}, 502), json({}, 201));
    const { run } = await open();
    expect((await run(suiteOf(server.origin, execute({})))).verdict).toBe("refused");
    expect(server.seen).toHaveLength(1);
    server.script(json({}, 502), json({}, 201));
    expect((await run(suiteOf(server.origin, execute({ repeatable: true })))).verdict).toBe("passed");
    expect(server.seen).toHaveLength(3);
  });

  test("a POST whose answer was lost is not repeated, one whose connection was refused is", async () => {
    const server = await serve(replyLost());
    const { run } = await open();
    expect(resultsOf(await run(suiteOf(server.origin, execute({}))))).toMatchObject([
      { reason: "broken", attempts: 1 },
    ]);
    expect(server.seen).toHaveLength(1);
    await server.close();
    expect(resultsOf(await run(suiteOf(server.origin, execute({}))))).toMatchObject([
      { reason: "refused", attempts: 4 },
    ]);
  });

  test("an expected 503 is an answer", async () => {
    const server = await serve(json({}, 503));
    const { run } = await open();
    expect((await run(suiteOf(server.origin, execute({ repeatable: true, expect: { status: 503 } })))).verdict).toBe(
      "passed",
    );
    expect(server.seen).toHaveLength(1);
  });

  test("checks that are left at the deadline have no answer", async () => {
    const { run } = await open({ faults: { kong: always(reply(503, "starting", "text/plain"), "/status") } });
    const result = await run({ deadline: "2s", retries: "20" });
    expect(result).toMatchObject({ verdict: "undecided", exitCode: 3 });
    expect(wrongIn(result)).toContain("kong health: deadline");
  });
});
