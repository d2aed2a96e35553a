import { describe, expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { json } from "../../test/faults/server.ts";
import { said, useSmokeWorld } from "../../test/worlds/use-smoke-world.ts";

const { open, serve, current } = useSmokeWorld();

describe("secrets", () => {
  const SECRET = "smoke-secret-0123456789";
  const lines = (origin: string) => ({
    headers: `${origin} Authorization: Bearer ${SECRET}\n${origin} X-Api-Key: key-${SECRET}`,
  });

  test("security D62: headers go to their own origin only, and appear nowhere", async () => {
    const echo = json({ status: `failed with Bearer ${SECRET}` });
    const [ours, other] = [await serve(echo), await serve(echo)];
    const { run, workspace } = await open();
    const suite = JSON.stringify({
      services: [
        { name: "ours", url: ours.origin, health: "/" },
        { name: "other", url: other.origin, health: "/" },
      ],
    });
    const result = await run({ environment: "", suite, ...lines(ours.origin), "junit-file": "out/smoke.xml" });
    expect(result.verdict).toBe("refused");
    expect(ours.seen[0]!.headers).toMatchObject({ authorization: `Bearer ${SECRET}`, "x-api-key": `key-${SECRET}` });
    expect(JSON.stringify(other.seen[0]!.headers)).not.toContain(SECRET);
    const file = readFileSync(join(workspace, "out/smoke.xml"), "utf8");
    for (const place of [said(result), JSON.stringify(result.outputs), result.summary, file])
      expect(place).not.toContain(SECRET);
    expect(file).toContain("***");
  });

  test.each([
    ["a password", "Authorization", `Basic ${Buffer.from(`user:pass-${SECRET}`).toString("base64")}`, `pass-${SECRET}`],
    ["a cookie's value", "Cookie", `theme=dark; session=cookie-${SECRET}`, `cookie-${SECRET}`],
    [
      "the beginning of a long token",
      "Authorization",
      `Bearer ${"eyJhbGciOi.".repeat(90)}`,
      `${"eyJhbGciOi.".repeat(90)}`,
    ],
  ])("%s that the service repeats appears nowhere", async (_, name, value, secret) => {
    const ours = await serve(json({ who: secret, status: secret }));
    const { run } = await open();
    const suite = JSON.stringify({
      services: [{ name: "app", url: ours.origin, health: { path: "/", expect: { json: { who: "me" } } } }],
    });
    const result = await run({
      environment: "",
      suite,
      headers: `${ours.origin} ${name}: ${value}`,
      "junit-file": "smoke.xml",
    });
    expect(result.verdict).toBe("refused");
    expect(said(result)).toContain("who is");
    const written = readFileSync(join(current().workspace, "smoke.xml"), "utf8");
    expect(JSON.stringify([result, written])).not.toContain(secret.slice(0, 12));
  });

  test.each<[string, string, string]>([
    ["a line without an origin", "Authorization: Bearer x", "line 1: it does not begin with the origin"],
    [
      "a path behind the origin",
      "https://a.example/x Authorization: Bearer x",
      "line 1: it does not begin with the origin",
    ],
    [
      "a forge's token",
      "https://a.example Authorization: Bearer ghs_0123456789abcdef",
      "holds a token of GitHub or GitLab",
    ],
    [
      "an origin that no service has",
      "https://a.example Authorization: Bearer abcdef",
      "there is a header for https://a.example, where no service of the suite is",
    ],
    [
      "two credentials for one origin",
      "https://a.example Authorization: Bearer abc\nhttps://a.example Cookie: abc",
      "only one of Authorization, Cookie",
    ],
  ])("%s is invalid, and nothing is sent", async (_, headers, words) => {
    const { run, services } = await open();
    const result = await run({ headers });
    expect([result.verdict, said(result).includes(words)]).toEqual(["invalid", true]);
    expect(services.origins.kong.ledger).toEqual([]);
  });
});
