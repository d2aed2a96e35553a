import { describe, expect, test } from "@jest/globals";
import { judge, SEVERITIES } from "./index.ts";
import type { Exception, Finding, Judgement, JudgeOptions, Policy, VexDocument, VexStatement } from "./index.ts";

const NOW = Date.UTC(2026, 10, 21, 12);
const POLICY: Policy = { failOn: "high", maximum: {}, onlyFixed: false, onUnknown: "refuse" };
const AMD64 = `sha256:${"2".repeat(64)}`;
const image = {
  name: "quay.io/team/app",
  digest: `sha256:${"1".repeat(64)}`,
  platformDigests: { "linux/amd64": AMD64, "linux/arm64": `sha256:${"3".repeat(64)}` },
};

const finding = (more: Partial<Finding> = {}): Finding => ({
  id: "CVE-2024-1000",
  aliases: [],
  package: "openssl",
  version: "3.0",
  severity: "high",
  reported: "High",
  title: "t",
  platforms: ["linux/amd64"],
  ...more,
});
const exception = (more: Partial<Exception> = {}): Exception => ({
  id: "CVE-2024-1000",
  reason: "not reachable",
  line: 2,
  file: "exceptions.yml",
  ...more,
});
const statement = (more: Partial<VexStatement> = {}): VexStatement => ({
  vulnerabilities: ["CVE-2024-1000"],
  products: [{ names: ["quay.io/team/app"], subcomponents: [] }],
  status: "not_affected",
  reason: "component_not_present",
  time: 1,
  ...more,
});
const vex = (...statements: VexStatement[]): VexDocument => ({ file: "app.openvex.json", statements });
const run = (
  findings: readonly Finding[],
  options: Partial<JudgeOptions> = {},
  policy: Partial<Policy> = {},
): Judgement => judge(findings, { ...POLICY, ...policy }, { exceptions: [], vex: [], image, now: NOW, ...options });
const violated = (judgement: Judgement) =>
  judgement.violations.map(({ severity, found, allowed }) => [severity, found, allowed]);
const many = (severity: Finding["severity"], count: number, more: Partial<Finding> = {}) =>
  Array.from({ length: count }, (_, index) => finding({ id: `CVE-2024-${1000 + index}`, severity, ...more }));

describe("limits", () => {
  test("T6: no findings pass, three critical ones are three", () => {
    expect(run([])).toEqual({
      counts: Object.fromEntries(SEVERITIES.map((severity) => [severity, 0])),
      fixable: 0,
      ignored: [],
      counted: [],
      violations: [],
      warnings: [],
    });
    expect(run(many("critical", 3)).violations).toEqual([
      { severity: "critical", found: 3, allowed: 0, what: "3 findings of critical severity, none allowed" },
    ]);
  });

  test.each([
    ["critical", ["critical"]],
    ["high", ["critical", "high"]],
    ["medium", ["critical", "high", "medium"]],
    ["low", ["critical", "high", "medium", "low"]],
    ["none", []],
  ] as const)("fail-on %s limits %j", (failOn, limited) => {
    const findings = SEVERITIES.filter((severity) => severity !== "unknown").map((severity) =>
      finding({ severity, id: severity }),
    );
    expect(run(findings, {}, { failOn }).violations.map(({ severity }) => severity)).toEqual(limited);
  });

  test("a maximum overrides fail-on, in both directions", () => {
    expect(violated(run(many("high", 2), {}, { maximum: { high: 2 } }))).toEqual([]);
    expect(violated(run(many("high", 3), {}, { maximum: { high: 2 } }))).toEqual([["high", 3, 2]]);
    expect(violated(run(many("low", 3), {}, { failOn: "none", maximum: { low: 2 } }))).toEqual([["low", 3, 2]]);
    expect(violated(run(many("high", 1), {}, { maximum: { high: NaN } }))).toEqual([["high", 1, 0]]);
  });

  test("with only-fixed, a finding without a fix counts, but not against the limits", () => {
    const judgement = run([...many("high", 2), finding({ id: "b", fixedIn: "3.1" })], {}, { onlyFixed: true });
    expect([judgement.counts.high, judgement.fixable, violated(judgement)]).toEqual([3, 1, [["high", 1, 0]]]);
    expect(violated(run(many("high", 2), {}, { onlyFixed: true }))).toEqual([]);
  });

  test("T8: unknown severities are refused as the worst, and pass only if the policy allows it", () => {
    const unknown = many("unknown", 2);
    const tolerated = ["2 findings of unknown severity are tolerated by the policy"];
    expect(violated(run(unknown))).toEqual([["unknown", 2, 0]]);
    expect(run(unknown, {}, { failOn: "none" })).toMatchObject({
      violations: [],
      warnings: tolerated,
      counts: { unknown: 2 },
    });
    expect(run(unknown, {}, { onUnknown: "warn" })).toMatchObject({
      violations: [],
      warnings: tolerated,
      counts: { unknown: 2 },
    });
    expect(run(unknown, {}, { onUnknown: "low" })).toMatchObject({ violations: [], warnings: tolerated });
    expect(run([...unknown, finding({ id: "b" })], {}, { onUnknown: "high" })).toMatchObject({
      violations: [
        {
          severity: "high",
          found: 3,
          allowed: 0,
          what: "3 findings of high severity (2 of unknown severity among them), none allowed",
        },
      ],
      counts: { unknown: 2, high: 1 },
      warnings: [],
    });
  });

  test("security I114: unknown findings use what the critical ones leave of their limit", () => {
    const mixed = [...many("critical", 1), ...many("unknown", 1, { package: "curl" })];
    expect(violated(run(mixed, {}, { maximum: { critical: 2 } }))).toEqual([]);
    expect(violated(run(mixed, {}, { maximum: { critical: 1 } }))).toEqual([["unknown", 1, 0]]);
  });
});

describe("exceptions", () => {
  test("an exception excludes its finding, with its reason and place", () => {
    const judgement = run([finding(), finding({ id: "CVE-2024-2000" })], {
      exceptions: [exception({ expires: "2027-01-01" })],
    });
    expect(judgement.ignored).toEqual([
      {
        finding: finding(),
        by: "exception",
        reason: "not reachable",
        expires: "2027-01-01",
        source: "exceptions.yml:2",
      },
    ]);
    expect([judgement.counted.map(({ id }) => id), judgement.counts.high, judgement.warnings]).toEqual([
      ["CVE-2024-2000"],
      1,
      [],
    ]);
  });

  test.each([
    [{}, true],
    [{ id: "cve-2024-1000" }, true],
    [{ id: "CVE-2024-100" }, false],
    [{ package: "openssl" }, true],
    [{ package: "openssl-libs" }, false],
    [{ package: "open*" }, true],
    [{ version: "3.0" }, true],
    [{ version: "3.0.1" }, false],
    [{ version: "3.*" }, true],
    [{ platform: "linux/amd64" }, true],
    [{ platform: "linux/*" }, true],
    [{ platform: "linux/arm64" }, false],
    [{ id: "CVE-2024-*", package: "openssl" }, true],
    [{ id: "CVE-2023-*", package: "openssl" }, false],
    [{ id: "CVE-*", package: "curl" }, false],
    [{ id: "*" }, false],
    [{ id: "*", package: "*" }, false],
  ])("the exception %j excludes the finding: %s", (more, out) => {
    expect(run([finding()], { exceptions: [exception(more)] }).counted).toHaveLength(out ? 0 : 1);
  });

  test.each([
    ["RHSA-2024:0647", ["CVE-2024-1001", "CVE-2024-2001"], ["RHSA-2024:0647"], true],
    ["RHSA-2024:0647", ["CVE-2024-1001", "CVE-2024-2001"], ["CVE-2024-1001"], false],
    ["RHSA-2024:0647", ["CVE-2024-1001", "CVE-2024-2001"], ["CVE-2024-1001", "CVE-2024-2001"], true],
    ["RHSA-2024:0647", ["CVE-2024-1001"], ["CVE-2024-1001"], true],
    ["CVE-2024-1000", ["pyup.io-1"], ["pyup.io-1"], true],
    ["CVE-2024-1000", ["pyup.io-1", "pyup.io-2"], ["pyup.io-1"], false],
    ["CVE-2024-1000", ["pyup.io-1", "pyup.io-2"], ["pyup.io-1", "pyup.io-2"], true],
    ["two flaws", ["CVE-2024-1001", "CVE-2024-2001"], ["CVE-2024-2001"], false],
    ["RHSA-2024:0647", ["CVE-2024-1001", "CVE-2024-2001", "RHSA-2024:0648"], ["RHSA-2024:0648"], false],
  ])("an exception for one does not hide the others: %s with %j under %j", (id, aliases, excepted, out) => {
    const exceptions = excepted.map((name, index) => exception({ id: name, line: index + 2 }));
    const judgement = run([finding({ id, aliases })], { exceptions });
    expect(judgement.counted).toHaveLength(out ? 0 : 1);
    expect(judgement.warnings).toEqual(
      out
        ? []
        : [
            `exceptions.yml:2: the exception for ${excepted[0]} excludes nothing: ${id} in openssl covers more than that and counts`,
          ],
    );
  });

  test("an exception for a platform leaves the finding on the others", () => {
    const both = finding({ platforms: ["linux/amd64", "linux/arm64"] });
    const judgement = run([both], { exceptions: [exception({ platform: "linux/arm64" })] });
    expect(judgement.counted).toEqual([{ ...both, platforms: ["linux/amd64"] }]);
    expect(judgement.ignored.map((entry) => entry.finding.platforms)).toEqual([["linux/arm64"]]);
    expect(violated(judgement)).toEqual([["high", 1, 0]]);
    const apart = run([both], {
      exceptions: [
        exception({ platform: "linux/arm64" }),
        exception({ platform: "linux/amd64", reason: "other", line: 3 }),
      ],
    });
    expect([apart.counted, apart.ignored.map((entry) => [entry.finding.platforms, entry.reason])]).toEqual([
      [],
      [
        [["linux/amd64"], "other"],
        [["linux/arm64"], "not reachable"],
      ],
    ]);
  });

  test("a finding without a platform is not excluded by an exception for one", () => {
    const nowhere = finding({ platforms: [] });
    expect(run([nowhere], { exceptions: [exception({ platform: "*" })] }).counted).toEqual([nowhere]);
    expect(run([nowhere], { exceptions: [exception()] }).ignored[0]!.finding).toEqual(nowhere);
  });

  test.each([
    [{ expires: "2026-11-21" }, true, ["exceptions.yml:2: the exception for CVE-2024-1000 expires on 2026-11-21"]],
    [{ expires: "2026-12-05" }, true, ["exceptions.yml:2: the exception for CVE-2024-1000 expires on 2026-12-05"]],
    [{ expires: "2026-12-06" }, true, []],
    [
      { expires: "2026-11-20" },
      false,
      [
        "exceptions.yml:2: the exception for CVE-2024-1000 expired on 2026-11-20 and is no longer applied: CVE-2024-1000 in openssl counts",
      ],
    ],
    [
      { expires: "soon" },
      false,
      [
        "exceptions.yml:2: the exception for CVE-2024-1000 expired on soon and is no longer applied: CVE-2024-1000 in openssl counts",
      ],
    ],
    [
      { id: "CVE-2020-1", expires: "2026-11-20" },
      false,
      ["exceptions.yml:2: the exception for CVE-2020-1 expired on 2026-11-20 and matches nothing; remove it"],
    ],
    [{ id: "CVE-2020-1" }, false, ["exceptions.yml:2: the exception for CVE-2020-1 matches nothing; remove it"]],
    [
      { platform: "linux/s390x", file: undefined },
      false,
      ["line 2: the exception for CVE-2024-1000 matches nothing; remove it"],
    ],
  ])(
    "security I115: an exception holds through its last day and is missed by nobody after it: %j",
    (more, out, warnings) => {
      const judgement = run([finding()], { exceptions: [exception(more as Partial<Exception>)] });
      expect([judgement.counted.length === 0, judgement.warnings]).toEqual([out, warnings]);
    },
  );

  test("the last day ends at midnight in UTC", () => {
    const at = (now: number) =>
      run([finding()], { exceptions: [exception({ expires: "2026-11-21" })], now }).counted.length;
    expect([at(Date.UTC(2026, 10, 22) - 1), at(Date.UTC(2026, 10, 22))]).toEqual([0, 1]);
  });
});

describe("OpenVEX statements", () => {
  test.each([
    ["not_affected", true],
    ["fixed", true],
    ["affected", false],
    ["under_investigation", false],
  ] as const)("a statement of %s takes the finding out: %s", (status, out) => {
    const judgement = run([finding()], { vex: [vex(statement({ status }))] });
    expect(judgement.counted).toHaveLength(out ? 0 : 1);
    expect(judgement.ignored).toEqual(
      out
        ? [{ finding: finding(), by: "vex", reason: `${status}: component_not_present`, source: "app.openvex.json" }]
        : [],
    );
    expect(judgement.warnings).toEqual([]);
  });

  test("the newest statement applies, whatever the order and the document; of two of one time, the one that suppresses nothing", () => {
    const earlier = statement({ status: "not_affected", time: 1 });
    const later = statement({ status: "affected", time: 2 });
    for (const documents of [[vex(earlier, later)], [vex(later, earlier)], [vex(later), vex(earlier)]])
      expect(run([finding()], { vex: documents }).counted).toHaveLength(1);
    expect(run([finding()], { vex: [vex({ ...earlier, time: 3 }, later)] }).counted).toHaveLength(0);
    for (const documents of [[vex(earlier, { ...later, time: 1 })], [vex({ ...later, time: 1 }, earlier)]])
      expect(run([finding()], { vex: documents }).counted).toHaveLength(1);
  });

  test("a later statement on the CVE overrides an earlier one on its other name", () => {
    const other = statement({ vulnerabilities: ["pyup.io-1"], time: 1 });
    const own = (time: number) => statement({ status: "affected", time });
    expect(run([finding({ aliases: ["pyup.io-1"] })], { vex: [vex(other)] }).counted).toHaveLength(0);
    expect(run([finding({ aliases: ["pyup.io-1"] })], { vex: [vex(other, own(2))] }).counted).toHaveLength(1);
    expect(run([finding({ aliases: ["pyup.io-1"] })], { vex: [vex(other, own(0))] }).counted).toHaveLength(0);
  });

  test("a statement on one CVE does not hide the others of an advisory; the rest may be excepted", () => {
    const rhsa = finding({ id: "RHSA-2024:0647", aliases: ["CVE-2024-1000", "CVE-2024-1001"] });
    expect(run([rhsa], { vex: [vex(statement())] }).counted).toHaveLength(1);
    const judgement = run([rhsa], {
      vex: [vex(statement())],
      exceptions: [exception({ id: "CVE-2024-1001", expires: "2027-01-01" })],
    });
    expect(judgement.ignored).toEqual([
      {
        finding: rhsa,
        by: "exception",
        reason: "not_affected: component_not_present; not reachable",
        expires: "2027-01-01",
        source: "app.openvex.json; exceptions.yml:2",
      },
    ]);
  });

  test("a product that is a child's digest excludes its platform alone; a subcomponent its package alone", () => {
    const both = finding({ platforms: ["linux/amd64", "linux/arm64"] });
    const child = run([both], { vex: [vex(statement({ products: [{ names: [AMD64], subcomponents: [] }] }))] });
    expect(child.counted).toEqual([{ ...both, platforms: ["linux/arm64"] }]);
    const subcomponents = [{ names: ["pkg:rpm/redhat/openssl@3.0"] }];
    const part = vex(statement({ products: [{ names: ["quay.io/team/app"], subcomponents }] }));
    const judged = run([finding(), finding({ package: "curl" }), finding({ version: "3.1" })], { vex: [part] });
    expect(judged.ignored.map((entry) => [entry.finding.package, entry.finding.version])).toEqual([["openssl", "3.0"]]);
  });

  test("a document about another image or another vulnerability matches nothing, and a warning states it", () => {
    const elsewhere = vex(statement({ products: [{ names: ["quay.io/team/other"], subcomponents: [] }] }));
    expect(run([finding()], { vex: [elsewhere] })).toMatchObject({
      counted: [finding()],
      warnings: ["app.openvex.json: no statement in it is about this image"],
    });
    expect(run([finding()], { vex: [vex(statement({ vulnerabilities: ["CVE-2020-1"] }))] }).warnings).toEqual([
      "app.openvex.json: no statement in it matches a finding",
    ]);
  });
});
