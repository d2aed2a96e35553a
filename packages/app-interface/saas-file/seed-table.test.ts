import { describe, expect, test } from "@jest/globals";
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

/** `@@` marks the token of the ref. Every other byte must stay as it is. */
const EDITED: Record<string, string> = {
  plain: saasFile(oneTarget(plainTarget("@@"))),
  CRLF: saasFile(oneTarget(plainTarget("@@"))).replaceAll("\n", "\r\n"),
  "ref before namespace": saasFile(oneTarget(`ref: @@\nnamespace:\n  $ref: ${PROD}`)),
  "quoted $ref": saasFile(oneTarget(`namespace:\n  "$ref": '${PROD}'\nref: @@`)),
  "a comment between": saasFile(oneTarget(`namespace:\n  $ref: ${PROD}\n# TODO": not used ??\nref: @@`)),
  "a key between": saasFile(oneTarget(`namespace:\n  $ref: ${PROD}\nname: prod\nref: @@`)),
  "a comment after $ref": saasFile(oneTarget(`namespace:\n  $ref: ${PROD} # ref: ${OTHER}\nref: @@ # pinned`)),
  "flow style": saasFile(oneTarget(`{namespace: {$ref: ${PROD}}, ref: @@, name: prod}`)),
  "no final newline": saasFile(oneTarget(plainTarget("@@"))).trimEnd(),
  "anchors elsewhere": saasFile(
    oneTarget(`${plainTarget("@@")}\nparameters: &shared\n  A: 1`) +
      oneTarget(`${plainTarget(OTHER)}\nparameters: *shared`, { name: "other" }),
  ),
};

describe("T12: changes the token of the ref and no other byte", () => {
  for (const [name, text] of Object.entries(EDITED)) {
    test(name, async () => {
      const plan = await bump(text.replace("@@", OLD));
      expect(plan.bytes.toString()).toBe(text.replace("@@", NEW));
      expect(plan.changes).toHaveLength(1);
    });
  }

  test.each(["'", '"'])("the quotes %s stay", async (quote) => {
    const text = saasFile(oneTarget(plainTarget(`${quote}@@${quote}`)));
    expect((await bump(text.replace("@@", OLD))).bytes.toString()).toBe(text.replace("@@", NEW));
  });

  test("a namespace file may end in .yaml", async () => {
    const namespace = PROD.replace(".yml", ".yaml");
    const text = saasFile(oneTarget(plainTarget("@@", namespace)));
    const plan = await bump(text.replace("@@", OLD), [{ template: "observatory", namespace }]);
    expect(plan.bytes.toString()).toBe(text.replace("@@", NEW));
  });

  test("a namespace in a comment above another target's ref does not select that target", async () => {
    const text = saasFile(
      oneTarget(
        `# $ref: ${PROD}\n    ref: ${OTHER}\n    namespace:\n      $ref: ${BILLING}`.replaceAll("\n    ", "\n"),
      ) +
        "  - namespace:\n      $ref: " +
        PROD +
        "\n    ref: @@\n",
    );
    const plan = await bump(text.replace("@@", OLD));
    expect(plan.bytes.toString()).toBe(text.replace("@@", NEW));
  });

  test("a change has the offsets of the bytes that it replaces", async () => {
    const text = Buffer.from(saasFile(oneTarget(`name: "été 🙂"\n${plainTarget(`'${OLD}'`)}`)));
    const [change] = (await bump(text)).changes;
    expect(text.subarray(change!.from, change!.to).toString()).toBe(`'${OLD}'`);
    expect(text.toString().split("\n")[change!.line - 1]).toContain(OLD);
  });

  test("the diff shows the changed line", async () => {
    const { diff } = await bump(saasFile(oneTarget(plainTarget())));
    expect(diff).toContain("--- a/deploy.yml\n+++ b/deploy.yml\n");
    expect(diff.split("\n").filter((line) => /^[+-] /.test(line))).toEqual([`-    ref: ${OLD}`, `+    ref: ${NEW}`]);
  });
});

describe("T13: a selector matches exactly one target", () => {
  const two = saasFile(
    oneTarget(`name: a\n${plainTarget()}`) + `  - name: b\n    namespace:\n      $ref: ${PROD}\n    ref: ${OTHER}\n`,
  );

  test("several matches are refused, and the candidates listed with their lines", async () => {
    const { verdict, text, lines } = await ending(bump(two));
    expect(verdict).toBe("refused");
    expect(text).toContain("2 targets match");
    expect(text).toContain(`name "a" (resourceTemplates[0].targets[0].ref), ref ${OLD}`);
    const rows = two.split("\n");
    expect(lines.slice(1)).toEqual([
      rows.findIndex((row) => row.includes(OLD)) + 1,
      rows.findIndex((row) => row.includes(OTHER)) + 1,
    ]);
  });

  test("a target's name decides between them", async () => {
    const plan = await bump(two, [{ ...MAIN, name: "b" }]);
    expect(plan.bytes.toString()).toBe(two.replace(OTHER, NEW));
  });

  test("no match is refused; a namespace with the same ending does not match", async () => {
    const other = "/services/other/namespaces/my-observatory-prod.yml";
    const { verdict, text } = await ending(
      bump(saasFile(oneTarget(plainTarget(OLD, other))), [
        { template: "observatory", namespace: "observatory-prod.yml" },
      ]),
    );
    expect(verdict).toBe("refused");
    expect(text).toContain(`a candidate: template "observatory", namespace ${other}`);
  });

  test("a template that does not exist is refused with all targets as candidates", async () => {
    const { verdict, text } = await ending(bump(two, [{ template: "observatorium" }]));
    expect(verdict).toBe("refused");
    expect(text.match(/a candidate/g)).toHaveLength(2);
  });

  test("a template with one target needs no namespace", async () => {
    expect((await bump(saasFile(oneTarget(plainTarget())), [{ template: "observatory" }])).changes).toHaveLength(1);
  });

  test("two selectors of one target change it once", async () => {
    expect((await bump(saasFile(oneTarget(plainTarget())), [MAIN, { template: "observatory" }])).changes).toHaveLength(
      1,
    );
  });
});

describe("T14: a ref that is not a commit is replaced only if that is allowed", () => {
  test.each(["develop", "feature/x", "main", "internal", "v1.2.3", OLD.toUpperCase(), OLD.slice(1), `${OLD}0`])(
    "%s",
    async (ref) => {
      const text = saasFile(oneTarget(plainTarget(ref)));
      const { verdict, text: said } = await ending(bump(text));
      expect(verdict).toBe("refused");
      expect(said).toContain(JSON.stringify(ref));
      const plan = await bump(text, [MAIN], { allowMovingRef: true });
      expect(plan.bytes.toString()).toBe(text.replace(`ref: ${ref}`, `ref: ${NEW}`));
      expect(plan.warnings).toEqual([expect.stringContaining("is now pinned")]);
    },
  );

  test.each([`${NEW}-x; rm`, "\\g<1>evil", "main", "", NEW.toUpperCase(), NEW.slice(1), `${NEW}\n`, `${NEW}a`])(
    "the new ref %j is invalid",
    async (ref) => {
      expect(
        (await ending(bump(saasFile(oneTarget(plainTarget())), [MAIN], { ref, allowMovingRef: true }))).verdict,
      ).toBe("invalid");
    },
  );
});

describe("a group of targets", () => {
  const main = oneTarget(plainTarget());
  const billing = oneTarget(plainTarget(OTHER, BILLING), { name: "observatory-billing" });
  const BILLED = { template: "observatory-billing", namespace: BILLING };

  test("T15: the main target leaves billing untouched, and the reverse", async () => {
    const text = saasFile(main + billing);
    expect((await bump(text)).bytes.toString()).toBe(text.replace(OLD, NEW));
    expect((await bump(text, [BILLED])).bytes.toString()).toBe(text.replace(OTHER, NEW));
    expect((await bump(text, [MAIN, BILLED])).bytes.toString()).toBe(text.replace(OLD, NEW).replace(OTHER, NEW));
  });

  test("T15: of two templates in one namespace, even with one sha, only the selected one moves", async () => {
    const text = saasFile(main + oneTarget(plainTarget(), { name: "second" }));
    const plan = await bump(text, [{ template: "second", namespace: PROD }]);
    expect(plan.bytes.toString()).toBe(
      text.slice(0, text.lastIndexOf(OLD)) + NEW + text.slice(text.lastIndexOf(OLD) + 40),
    );
  });

  test("T16: one missing target stops all of them", async () => {
    const { verdict, text } = await ending(bump(saasFile(main), [MAIN, BILLED]));
    expect(verdict).toBe("refused");
    expect(text).toContain('no target matches template "observatory-billing"');
  });

  test("T16: an optional one is skipped and reported", async () => {
    const optional = { ...BILLED, optional: true };
    const plan = await bump(saasFile(main), [MAIN, optional]);
    expect(plan.changes).toHaveLength(1);
    expect(plan.skipped).toEqual([optional]);
  });

  test("T16: optional does not allow several matches", async () => {
    const twice = saasFile(main + `  - namespace:\n      $ref: ${PROD}\n    ref: ${OTHER}\n`);
    expect((await ending(bump(twice, [{ ...MAIN, optional: true }]))).verdict).toBe("refused");
  });

  test("T17: every change has the old ref, to judge it by the history", async () => {
    const plan = await bump(saasFile(main + billing), [MAIN, BILLED]);
    expect(plan.changes.map(({ candidate, oldRef, newRef }) => [candidate.template, oldRef, newRef])).toEqual([
      ["observatory", OLD, NEW],
      ["observatory-billing", OTHER, NEW],
    ]);
  });

  test("the same ref changes nothing", async () => {
    const text = saasFile(oneTarget(plainTarget(NEW)) + billing);
    const plan = await bump(text);
    expect([plan.changes, plan.diff, plan.bytes.toString()]).toEqual([[], "", text]);
    expect(plan.unchanged).toMatchObject([{ template: "observatory", ref: NEW }]);
    const both = await bump(text, [MAIN, BILLED]);
    expect([both.changes.length, both.unchanged.length]).toEqual([1, 1]);
  });
});
