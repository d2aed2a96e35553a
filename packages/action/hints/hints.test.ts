import { describe, expect, test } from "@jest/globals";
import { findHint, KNOWN_HINTS, readHints, type OwnHint, type Service } from "./index.ts";
import fc from "fast-check";

const hintFor = (error: string, ...services: string[]) => findHint(error, services, KNOWN_HINTS)?.hint ?? "none";

describe("built-in hints", () => {
  test.each<[string, Service, RegExp]>([
    ["manifest unknown: manifest unknown", "quay", /build has not finished/],
    [
      '{"errors":[{"code":"MANIFEST_UNKNOWN","detail":{},"message":"manifest unknown"}]}',
      "quay",
      /build has not finished/,
    ],
    ["reading manifest 0123 in quay.io/org/app: name unknown: repository not found", "quay", /build has not finished/],
    ["unauthorized: access to the requested resource is not authorized", "quay", /sign in again/],
    ["error: You must be logged in to the server (Unauthorized)", "kubernetes", /token has expired/],
    [
      "api.example answered 401 Unauthorized to GET /apis/appstudio.redhat.com/v1alpha1/snapshots (attempt 1 of 4).",
      "kubernetes",
      /token has expired/,
    ],
    ['releases.appstudio.redhat.com "r1" already exists', "kubernetes", /list the releases/],
    ['components.appstudio.redhat.com "app" not found', "kubernetes", /list them/],
    ['snapshots is forbidden: User "x" cannot list resource', "kubernetes", /lacks the right/],
    ["Validation Failed: already_exists", "github", /list the releases/],
    ["Release already exists", "gitlab", /list the releases/],
    ["dial tcp 10.0.0.1:443: connect: no route to host", "kubernetes", /VPN/],
    ["dial tcp: lookup api.internal: no such host", "jira", /VPN/],
    ["quay.internal: the host name is unknown (GET /v2/, phase dns, attempt 4 of 4).", "quay", /VPN/],
    ["answered 429 Too Many Requests", "quay", /wait some minutes/],
    ["API rate limit exceeded for user ID 1", "github", /wait some minutes/],
  ])("T30: %s of %s", (error, service, hint) => {
    expect(hintFor(error, service)).toMatch(hint);
  });

  test("T30: match each raw error exactly once", () => {
    for (const { match, service } of KNOWN_HINTS) {
      const error = match.join(" ");
      const speaking = KNOWN_HINTS.filter(
        (rule) =>
          (rule.service === service || rule.service === "any") && findHint(error, [service], [rule]) !== undefined,
      );
      expect(new Set(speaking.map(({ hint }) => hint)).size).toBe(1);
    }
  });

  test("T30: explain a service's errors only for that service", () => {
    expect(hintFor("manifest unknown", "kubernetes")).toBe("none");
    expect(hintFor("manifest unknown")).toBe("none");
    expect(hintFor("already exists", "quay")).toBe("none");
  });
});

const own: OwnHint[] = [
  { service: "kubernetes", match: "quota exceeded", hint: "Ask the platform team.", command: "oc describe quota" },
  { service: "any", match: "a.b(c)* Überlauf", hint: "Two." },
  { service: "any", match: " .-! ", hint: "Never." },
];

describe("matching", () => {
  test.each(["manifests unknown", "unmanifest unknown", "manifest: not unknown", "", "   "])(
    "T30: compares whole, adjacent words: %j",
    (error) => {
      expect(hintFor(error, "quay")).toBe("none");
    },
  );

  test("T30: a repository's hints match if all their words occur, in any order, whatever is between them", () => {
    const rules = readHints(own);
    expect(findHint("exceeded: the quota of pods", ["kubernetes"], rules)).toMatchObject({
      hint: "Ask the platform team.",
      command: "oc describe quota",
    });
    expect(findHint("exceeded: the quotas", ["kubernetes"], rules)).toBeUndefined();
    expect(findHint("ÜBERLAUF c b a", [], rules)?.hint).toBe("Two.");
  });

  test("T30: treats no text as an expression, and always ends quickly", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (error, match) => {
        const [rule] = readHints([{ service: "any", match, hint: "x" }]);
        if (rule !== undefined) expect(findHint(`${match} ${error}`, [], [rule])).toBe(rule);
      }),
    );
    expect(findHint(`${"manifest ".repeat(200_000)}`, ["quay"], KNOWN_HINTS)).toBeUndefined();
  });
});
