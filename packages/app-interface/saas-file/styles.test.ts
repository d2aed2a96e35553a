import { describe, expect, test } from "@jest/globals";
import { parse } from "yaml";
import {
  BILLING,
  MAIN,
  NEW,
  OLD,
  OTHER,
  PROD,
  bump,
  ending,
  oneTarget,
  plainTarget,
  saasFile,
} from "./fixtures/saas-text.ts";

/** Changes the target of `@@` and expects that nothing else changes. */
async function expectToken(text: string, selectors = [MAIN]): Promise<void> {
  const plan = await bump(text.replace("@@", OLD), selectors);
  expect(plan.bytes.toString()).toBe(text.replace("@@", NEW));
}

const STAGE = PROD.replace("prod", "stage");

describe("domain.md 3.4: the styles of real files", () => {
  test("1: targets that share one sha, lists not indented, no displayName", async () => {
    const target = (namespace: string, ref: string): string =>
      `  - namespace:\n      $ref: ${namespace}\n    ref: ${ref}\n`;
    const text = saasFile(
      oneTarget(plainTarget(OLD, BILLING)) + target(STAGE, OLD) + target(PROD, "@@") + target(`${PROD}2`, OLD),
    ).replace("displayName: Observatory\n", "");
    const at = text.indexOf("@@");
    const plan = await bump(text.replace("@@", OLD));
    expect(plan.bytes.toString()).toBe(text.replace("@@", NEW));
    expect(plan.changes[0]!.from).toBe(at);
  });

  test("2: the old schema, upstream as a plain text, provider directory, no patterns", async () => {
    const stage = `  - namespace:\n      $ref: ${STAGE}\n    ref: master\n    upstream: observatory-build\n`;
    const text = saasFile(oneTarget(plainTarget("@@"), { extra: "  provider: directory\n" }) + stage)
      .replace("saas-file-2", "saas-file-1")
      .replace("imagePatterns:\n- quay.io/example/observatory", "imagePatterns: []");
    await expectToken(text);
    expect((await bump(text.replace("@@", OLD))).warnings).toEqual([expect.stringContaining("no longer has")]);
    expect((await ending(bump(text.replace("@@", OLD), [{ ...MAIN, namespace: STAGE }]))).text).toContain("upstream");
  });

  test("3: trailing comments on values", async () => {
    await expectToken(
      saasFile(oneTarget(`name: prod # ref: ${OTHER}\n${plainTarget("@@  # populated by the release")}`)),
    );
    expect((await ending(bump(saasFile(oneTarget(plainTarget("internal  # populated by a job")))))).text).toContain(
      '"internal"',
    );
  });

  test("4: targets that are comments, different shas, auto: false with subscribe", async () => {
    const comment = `  # - namespace:\n  #     $ref: ${PROD}\n  #   ref: ${OTHER}\n`;
    await expectToken(
      saasFile(
        oneTarget(plainTarget(OTHER, STAGE)) +
          comment +
          `  - namespace:\n      $ref: ${PROD}\n    ref: @@\n    promotion:\n      auto: false\n      subscribe: [stage]\n${comment}`,
      ),
    );
  });

  test("5: two templates in one namespace, an ephemeral target, odd comments, mixed quotes, a blank line at the end", async () => {
    const ephemeral = `  - namespace:\n      $ref: /services/insights/ephemeral.yml\n    disable: true\n    ref: internal\n`;
    const parameters = `    parameters:\n      SCHEDULE: "*/5 * * * *" # TODO": why ??\n      EMPTY: '' # a # b\n`;
    const template = (ref: string): string =>
      oneTarget(`namespace:\n  $ref: ${PROD}\ndisable: false\nref: ${ref}`) + parameters + ephemeral;
    await expectToken(`${saasFile(template("'@@'") + template(OLD).replace("name: observatory", "name: second"))}\n`);
  });

  test("6: a sha that was promoted automatically, with promotion data", async () => {
    const promoted = `${plainTarget()}\npromotion:\n  auto: true\n  subscribe: [stage]\n  promotion_data:\n  - channel: stage\n    data:\n    - parent_saas: saas-stage\n      target_config_hash: 0123\n      type: parent_saas_config`;
    expect((await ending(bump(saasFile(oneTarget(promoted))))).text).toContain("promotion.auto");
    await expectToken(saasFile(oneTarget(promoted.replace(OLD, "@@").replace("auto: true", "auto: false"))));
  });

  test("7: blank lines, comments before $schema, one namespace three times and in another template, no final newline", async () => {
    const named = (name: string, ref: string): string =>
      `\n  - name: ${name}\n    namespace:\n      $ref: ${PROD}\n    ref: ${ref}\n`;
    const text = saasFile(
      `\n\n${oneTarget(`name: a\n${plainTarget()}`)}${named("b", "@@")}${named("c", OLD)}\n\n${oneTarget(plainTarget(), { name: "second" })}`,
    );
    await expectToken(text.replace("---\n", `---\n# $schema: none\n# ref: ${OLD}\n`).trimEnd(), [
      { ...MAIN, name: "b" },
    ]);
  });

  test("8: quoted $ref keys", () => expectToken(saasFile(oneTarget(plainTarget("@@"))).replaceAll("$ref", '"$ref"')));

  test("9: placeholders in quotes, lists indented by two spaces", async () => {
    const text = `$schema: /app-sre/saas-file-2.yml\nname: "{name}"\nresourceTemplates:\n  - name: observatory\n    url: "{url}"\n    path: /x.yml\n    targets:\n      - namespace:\n          $ref: ${PROD}\n        ref: @@\n        parameters:\n          TEMPLATE: '{{{ ref: ${OLD} }}}'\n`;
    await expectToken(text);
  });
});

describe("domain.md 3.4: other styles", () => {
  test("a byte order mark and CRLF", () =>
    expectToken(`\uFEFF${saasFile(oneTarget(plainTarget("@@"))).replaceAll("\n", "\r\n")}`));
  test("CRLF and LF mixed", () =>
    expectToken(saasFile(oneTarget(plainTarget("@@\r"))).replace("name: saas", "name: saas\r\n#")));
  test("tabs in comments and before them", () => expectToken(saasFile(oneTarget(plainTarget("@@\t#\tref:\tx\t")))));
  test("text of many bytes", () =>
    expectToken(saasFile(oneTarget(`${plainTarget("@@ # é 🙂 日本")}`), "# 🙂🙂🙂 ref: 日本\n")));
  test("a file of a thousand lines", () => {
    const more = Array.from({ length: 200 }, (_, index) => oneTarget(plainTarget(), { name: `template-${index}` }));
    return expectToken(saasFile(oneTarget(plainTarget("@@"))) + more.join(""));
  });
  test("spaces and blank lines at the end", () =>
    expectToken(`${saasFile(oneTarget(plainTarget("@@   ")))}\n\n  \n\n`));
  test("an end mark", () => expectToken(`${saasFile(oneTarget(plainTarget("@@")))}...\n# over\n`));
  test("a file in JSON", () => {
    const json = {
      $schema: "/app-sre/saas-file-2.yml",
      name: "a",
      resourceTemplates: [{ name: "observatory", targets: [{ ref: "@@", namespace: { $ref: PROD } }] }],
    };
    return expectToken(JSON.stringify(json, null, "\t"));
  });
  test("an explicit key", () => expectToken(saasFile(oneTarget(`namespace:\n  $ref: ${PROD}\n? ref\n: @@`))));

  test.each(["|", ">", "|-", ">+"])("a block of text %s is never changed", (mark) =>
    expectToken(
      saasFile(
        oneTarget(
          `parameters:\n  NOTE: ${mark}\n    namespace:\n      $ref: ${PROD}\n    ref: ${OLD}\n\n    ref: ${OTHER}\n${plainTarget("@@")}`,
        ),
      ),
    ),
  );

  test("text in quotes over several lines is never changed", () =>
    expectToken(
      saasFile(
        oneTarget(
          `parameters:\n  NOTE: "a\n    ref: ${OLD}\n    \\"\n    ref: ${OLD}"\n  JINJA: "{{{ ref }}}"\n${plainTarget("@@")}`,
        ),
      ),
    ));

  test.each([
    ["a block", `|\n  ${OLD}`],
    ["a folded text", `>-\n  ${OLD}`],
    ["escapes", `"\\x30${OLD.slice(1)}"`],
    ["a tag", `!!str ${OLD}`],
  ])("a ref with %s is refused", async (_, ref) => {
    const { verdict, text } = await ending(
      bump(saasFile(oneTarget(plainTarget(ref))), [MAIN], { allowMovingRef: true }),
    );
    expect([verdict, text]).toEqual(["refused", expect.stringContaining("cannot be replaced alone")]);
  });
});

describe("anchors, aliases and merge keys on the path to a ref are refused with their line", () => {
  const shared = oneTarget(plainTarget(`&sha ${OLD}`)) + `  - namespace:\n      $ref: ${BILLING}\n    ref: *sha\n`;
  test.each([
    ["an anchor on the ref", shared, MAIN, "the anchor &sha on line 25"],
    ["an alias as the ref", shared, { ...MAIN, namespace: BILLING }, "the alias *sha on line 28"],
    [
      "an anchored target",
      saasFile(oneTarget(`&target\nnamespace: {$ref: ${PROD}}\nref: ${OLD}`)).slice(saasFile("").length),
      MAIN,
      "the anchor &target on line 24",
    ],
    [
      "an alias as the target",
      oneTarget(`&target\n${plainTarget(OLD, BILLING)}`) + oneTarget("*target", { name: "second" }),
      { template: "second" },
      "the alias *target on line 31",
    ],
    [
      "an alias as the list",
      oneTarget(plainTarget(OLD, BILLING)).replace("targets:", "targets: &list") + "- name: second\n  targets: *list\n",
      { template: "second" },
      "the alias *list on line 27",
    ],
    [
      "a merge key",
      `${oneTarget(`${plainTarget(OLD, BILLING)}\nparameters: &more\n  disable: false`)}  - <<: *more\n    namespace:\n      $ref: ${PROD}\n    ref: ${OLD}\n`,
      MAIN,
      "the merge key <<",
    ],
    [
      "a ref from a merge key",
      `${oneTarget(`${plainTarget(OLD, BILLING)}\nparameters: &more {ref: ${OLD}}`)}  - <<: [*more]\n    namespace:\n      $ref: ${PROD}\n`,
      MAIN,
      "the merge key <<",
    ],
  ])("%s", async (_, templates, selector, reason) => {
    const { verdict, text } = await ending(bump(saasFile(templates), [selector]));
    expect([verdict, text]).toEqual(["refused", expect.stringContaining(reason)]);
  });

  test("a value from a merge key is judged", async () => {
    const text = saasFile(
      `${oneTarget(`${plainTarget(OLD, BILLING)}\nparameters: &more {delete: true}`)}  - <<: *more\n    namespace:\n      $ref: ${PROD}\n    ref: ${OLD}\n`,
    );
    expect((await ending(bump(text))).text).toContain("delete: true");
  });

  test("a namespace behind an alias is found", async () => {
    const text = saasFile(
      oneTarget(`namespace: &ns\n  $ref: ${PROD}\nref: @@`) +
        oneTarget(`namespace: *ns\nref: ${OLD}`, { name: "second" }),
    );
    await expectToken(text);
    expect((await bump(text.replace("@@", OTHER), [{ template: "second", namespace: PROD }])).changes).toHaveLength(1);
  });
});

describe("security B26: a ref that YAML reads as a number", () => {
  const numbers = [
    "1234567890".repeat(4),
    `${"1".repeat(20)}e${"2".repeat(19)}`,
    `0b${"01".repeat(19)}`,
    "0".repeat(40),
    `1e${"9".repeat(38)}`,
    `e${"1".repeat(39)}`,
  ];
  const texts = [`${"1".repeat(39)}e`, `0b2${"1".repeat(37)}`, `1e1e${"1".repeat(36)}`];

  test.each(numbers)("%s is written in quotes", async (ref) => {
    const text = saasFile(oneTarget(plainTarget("@@ # old")));
    const plan = await bump(text.replace("@@", OLD), [MAIN], { ref });
    expect(plan.bytes.toString()).toBe(text.replace("@@", `'${ref}'`));
    const quoted = await bump(text.replace("@@", `"${OLD}"`), [MAIN], { ref });
    expect(quoted.bytes.toString()).toBe(text.replace("@@", `"${ref}"`));
  });

  test.each(texts)("%s is not written in quotes", async (ref) => {
    const plan = await bump(saasFile(oneTarget(plainTarget())), [MAIN], { ref });
    expect(plan.bytes.toString()).toContain(`ref: ${ref}\n`);
    for (const version of ["1.1", "1.2"] as const) expect(parse(ref, { version })).toBe(ref);
  });

  test("an old one without quotes is read as it is written, and is replaced", async () => {
    const plan = await bump(saasFile(oneTarget(plainTarget(numbers[0]!))));
    expect(plan.changes).toMatchObject([{ oldRef: numbers[0], newRef: NEW }]);
    expect(plan.warnings).toEqual([expect.stringContaining("reads a number")]);
  });

  test("the same digits get quotes, once", async () => {
    const [ref = ""] = numbers;
    const plan = await bump(saasFile(oneTarget(plainTarget(ref))), [MAIN], { ref });
    expect(plan.bytes.toString()).toContain(`ref: '${ref}'\n`);
    expect((await bump(plan.bytes, [MAIN], { ref })).changes).toEqual([]);
  });
});
