import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { judge, mergeFindings, type Exception, type Finding, type Policy, type VexDocument } from "./index.ts";

const RUNS = { numRuns: Number(process.env["PROPERTY_RUNS"] ?? 1500) };
const PLATFORMS = ["linux/amd64", "linux/arm64"];
const image = {
  name: "quay.io/team/app",
  digest: "sha256:i",
  platformDigests: { "linux/amd64": "sha256:a", "linux/arm64": "sha256:b" },
};
const NOW = Date.UTC(2026, 10, 21);

const cve = fc.constantFrom("CVE-2024-1001", "CVE-2024-1002");
const advisory = fc.constantFrom("RHSA-2024:0001", "GHSA-aaaa-bbbb-cccc");
const id = fc.oneof(cve, advisory);
const name = fc.constantFrom("curl", "curl-libs");
const version = fc.constantFrom("1", "1.1");
const limited = fc.constantFrom("critical" as const, "high" as const, "medium" as const, "low" as const);

const finding: fc.Arbitrary<Finding> = fc.record(
  {
    id,
    aliases: fc.uniqueArray(id, { maxLength: 2 }),
    package: name,
    version,
    severity: fc.constantFrom("critical", "high", "medium", "low", "negligible", "unknown"),
    reported: fc.constant(""),
    title: fc.constant(""),
    fixedIn: fc.constant("2"),
    platforms: fc.subarray(PLATFORMS, { minLength: 1 }),
  },
  { requiredKeys: ["id", "aliases", "package", "version", "severity", "reported", "title", "platforms"] },
) as fc.Arbitrary<Finding>;
const findings = fc
  .array(finding, { maxLength: 6 })
  .map((list) =>
    mergeFindings([list.map((one) => ({ ...one, aliases: one.aliases.filter((alias) => alias !== one.id) }))]),
  );

const exceptions = fc.array(
  fc.record(
    {
      id: fc.oneof(id, fc.constantFrom("CVE-*", "*1001")),
      package: fc.oneof(name, fc.constant("curl*")),
      version: fc.oneof(version, fc.constant("1*")),
      platform: fc.constantFrom(...PLATFORMS, "linux/*", "*64"),
      reason: fc.constant("r"),
      expires: fc.constantFrom("2026-11-20", "2026-11-21", "2027-01-01"),
      line: fc.nat(9),
    },
    { requiredKeys: ["id", "reason", "line"] },
  ) as fc.Arbitrary<Exception>,
  { maxLength: 5 },
);
const documents = fc
  .array(
    fc.record({
      vulnerabilities: fc.array(id, { minLength: 1, maxLength: 2 }),
      products: fc.array(
        fc.record({
          names: fc.constantFrom(
            ["quay.io/team/app"],
            ["quay.io/team/app@sha256:i"],
            ["quay.io/team/app@sha256:a"],
            ["quay.io/team/other"],
          ),
          subcomponents: fc.array(
            fc.constantFrom({ names: ["pkg:rpm/redhat/curl"] }, { names: ["pkg:rpm/redhat/curl@1.1"] }),
            { maxLength: 1 },
          ),
        }),
        { minLength: 1, maxLength: 2 },
      ),
      status: fc.constantFrom("not_affected", "fixed", "affected", "under_investigation"),
      reason: fc.constant(""),
      time: fc.nat(3),
    }),
    { maxLength: 4 },
  )
  .map((statements) => [{ file: "v", statements }] as VexDocument[]);
const policies: fc.Arbitrary<Policy> = fc.record({
  failOn: fc.oneof(limited, fc.constant("none" as const)),
  maximum: fc.dictionary(limited, fc.nat(2)),
  onlyFixed: fc.boolean(),
  onUnknown: fc.oneof(limited, fc.constantFrom("refuse" as const, "warn" as const)),
});

/** Every rule once more, without an index, one finding on one platform at a time. */
function countsOn(
  platform: string,
  one: Finding,
  rules: readonly Exception[],
  [document]: readonly VexDocument[],
): boolean {
  const glob = (pattern: string | undefined, text: string): boolean => {
    if (pattern === undefined) return true;
    if (!pattern.includes("*")) return pattern === text;
    const [before = "", after = ""] = pattern.split("*");
    return text.startsWith(before) && text.endsWith(after) && text.length >= before.length + after.length;
  };
  const names = [one.id, ...one.aliases];
  const excepted = (which: string) =>
    rules.some(
      (rule) =>
        // What the reader of the list would have refused excludes nothing.
        !(rule.id.includes("*") && (rule.package === undefined || rule.package.includes("*"))) &&
        glob(rule.id, which) &&
        glob(rule.package, one.package) &&
        glob(rule.version, one.version) &&
        glob(rule.platform, platform) &&
        (rule.expires === undefined || rule.expires >= "2026-11-21"),
    );
  const spoken = (which: string) => {
    const about = document!.statements.filter(
      (statement) =>
        statement.vulnerabilities.includes(which) &&
        statement.products.some(
          (product) =>
            (["quay.io/team/app", "quay.io/team/app@sha256:i"].includes(product.names[0]!) ||
              (product.names[0] === "quay.io/team/app@sha256:a" && platform === "linux/amd64")) &&
            (product.subcomponents.length === 0 ||
              (one.package === "curl" &&
                (product.subcomponents[0]!.names[0] === "pkg:rpm/redhat/curl" || one.version === "1.1"))),
        ),
    );
    const newest = Math.max(...about.map(({ time }) => time));
    const last = about.filter(({ time }) => time === newest);
    return {
      newest,
      said: last.length > 0,
      out: last.length > 0 && last.every(({ status }) => status === "not_affected" || status === "fixed"),
    };
  };
  const denied = Math.max(
    -Infinity,
    ...names
      .map(spoken)
      .filter(({ said, out }) => said && !out)
      .map(({ newest }) => newest),
  );
  const gone = (which: string) => excepted(which) || (spoken(which).out && spoken(which).newest > denied);

  const cves = names.filter((which) => which.startsWith("CVE-"));
  const others = one.aliases.filter((which) => !which.startsWith("CVE-"));
  if (gone(one.id)) return false;
  if (cves.length > 0 && cves.every(gone)) return false;
  return !(cves.length < 2 && others.length > 0 && others.every(gone));
}

function refuses(counted: readonly Finding[], policy: Policy): boolean {
  const order = ["critical", "high", "medium", "low"] as const;
  const limits = order.map(
    (severity, index) =>
      policy.maximum[severity] ?? (policy.failOn !== "none" && index <= order.indexOf(policy.failOn) ? 0 : Infinity),
  );
  const gated = policy.onlyFixed ? counted.filter((one) => one.fixedIn !== undefined) : counted;
  const as = (one: Finding) =>
    one.severity !== "unknown" ? one.severity : policy.onUnknown === "refuse" ? "critical" : policy.onUnknown;
  // To treat what is unknown as the worst is to count it as critical.
  return order.some(
    (severity, index) =>
      gated.filter((one) => as(one) === severity).length > limits[index]! &&
      (severity !== "critical" || gated.some((one) => as(one) === severity)),
  );
}

describe("judge, compared with its rules read one by one", () => {
  test("security I114, I115: what counts, where and why is the same as when the rules are read one by one", () => {
    fc.assert(
      fc.property(findings, exceptions, documents, policies, (list, rules, vex, policy) => {
        const judgement = judge(list, policy, { exceptions: rules, vex, image, now: NOW });
        const pairs = (some: readonly Finding[]) =>
          some
            .flatMap((one) => one.platforms.map((platform) => `${one.id} ${one.package} ${one.version} ${platform}`))
            .sort();
        const expected = list.flatMap((one) => {
          const platforms = one.platforms.filter((platform) => countsOn(platform, one, rules, vex));
          return platforms.length === 0 ? [] : [{ ...one, platforms }];
        });
        expect(pairs(judgement.counted)).toEqual(pairs(expected));
        expect(pairs([...judgement.counted, ...judgement.ignored.map((entry) => entry.finding)])).toEqual(pairs(list));
        expect(judgement.violations.length > 0).toBe(refuses(expected, policy));
      }),
      RUNS,
    );
  });

  test("an exception never hides more than it names", () => {
    fc.assert(
      fc.property(findings, exceptions, policies, (list, rules, policy) => {
        const { ignored } = judge(list, policy, { exceptions: rules, vex: [], image, now: NOW });
        const bare = (pattern: string) => pattern.replaceAll("*", "");
        for (const { finding: one } of ignored) {
          const named = rules.filter(
            (rule) =>
              [one.id, ...one.aliases].some((which) => which.includes(bare(rule.id))) &&
              one.package.includes(bare(rule.package ?? "")),
          );
          expect(named).not.toEqual([]);
          if (named.every((rule) => rule.platform !== undefined && !rule.platform.includes("*"))) {
            for (const platform of one.platforms) expect(named.map((rule) => rule.platform)).toContain(platform);
          }
        }
      }),
      RUNS,
    );
  });

  test("an added finding never makes a refused image pass", () => {
    fc.assert(
      fc.property(findings, finding, exceptions, policies, (list, more, rules, policy) => {
        const violations = (some: readonly Finding[]) =>
          judge(some, policy, { exceptions: rules, vex: [], image, now: NOW }).violations.length;
        if (violations(list) > 0) expect(violations([...list, more])).toBeGreaterThan(0);
      }),
      RUNS,
    );
  });
});
