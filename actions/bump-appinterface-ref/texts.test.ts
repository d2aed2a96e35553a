import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { CMARK_GFM, liveParts, renderMany } from "../../test/cmark-gfm.ts";
import { hostileMarkdown } from "../../test/hostile/markdown.ts";
import { hostileText } from "../../test/log-safe/hostile-text.ts";
import { ring } from "../../test/rings.ts";
import { textKey } from "@release-actions/forge/gitlab";
import type { Problem } from "@release-actions/action";
import { templateProblems, VARIABLES } from "./inputs.ts";
import { nextFree, versionsOf } from "./plan.ts";
import type { Range } from "./source.ts";
import { changelogMarkdown, fillIn, isUntouched, MARKER, readMarker, writeMarker, type Values } from "./texts.ts";

const OLD = "0a1b2c3d4e5f60718293a4b5c6d7e8f901234567";
const NEW = "fedcba9876543210fedcba9876543210fedcba98";
const commit = (subject: string) =>
  ({
    id: NEW,
    parents: [],
    author: "a",
    authorDate: 0,
    committerDate: 0,
    subject,
    body: "",
  }) as unknown as Range["commits"][number];
const range = (...subjects: string[]): Range => ({
  oldRef: OLD,
  relation: "ahead",
  commits: subjects.map(commit),
  complete: true,
  notes: [],
});
const values = (given: Partial<Values>): Values => ({
  ...(Object.fromEntries(VARIABLES.map((name) => [name, undefined])) as Values),
  ...given,
});

describe("templates", () => {
  test("security B36: what a value holds is not expanded again", () => {
    expect(fillIn("title", "{ref} {old-ref}", values({ ref: "{old-ref} {{x}} $& $1", "old-ref": "{ref}" }), [])).toBe(
      "{old-ref} {{x}} $& $1 {ref}",
    );
  });

  test("any value is left as it is", () => {
    fc.assert(
      fc.property(
        hostileText,
        (value) => fillIn("title", "a{ref}b{{c}}", values({ ref: value }), []) === `a${value}b{c}`,
      ),
    );
  });

  test("every unknown variable and every missing value is reported; other text stays", () => {
    expect(templateProblems("title", "{Ref} {x} {ref} {} { ref } {x}", VARIABLES).map(({ what }) => what)).toEqual([
      "title names {Ref}, which is unknown there",
      "title names {x}, which is unknown there",
    ]);
    const problems: Problem[] = [];
    expect(fillIn("title", "{} { ref } {jira-key} {image}", values({}), problems)).toBe("{} { ref }  ");
    expect(problems.map(({ remedy }) => remedy)).toEqual(["Set jira-key.", "Set image."]);
  });
});

describe("the changelog", () => {
  test("security E82, E83, E84: one line of code for each commit, whatever its subject", () => {
    fc.assert(
      fc.property(fc.array(hostileText, { minLength: 1, maxLength: 5 }), (subjects) => {
        const lines = changelogMarkdown([range(...subjects)], () => undefined).split("\n");
        expect(lines).toHaveLength(subjects.length);
        for (const line of lines) {
          expect(line).toMatch(/^- `[0-9a-f]{12}` `/);
          // GitLab searches the source for issues to close.
          expect(line).not.toMatch(/#[0-9]|[A-Z]-[0-9]|:\/\//);
        }
      }),
    );
  });

  test("security E83: an issue that a text says to close stays open, read as it is or rendered", () => {
    expect(changelogMarkdown([range("closes AAP-77 and #12")], () => undefined)).toContain(
      "`closes AAP`-`77 and `#`12`",
    );
  });

  ring("as GitHub renders it", CMARK_GFM, () => {
    test("security E83: nothing in a subject is live", () => {
      fc.assert(
        fc.property(fc.array(hostileMarkdown, { minLength: 40, maxLength: 60 }), (subjects) => {
          const texts = subjects.map((subject) => changelogMarkdown([range(subject)], () => undefined));
          for (const [index, html] of renderMany(texts, { unsafe: true }).entries()) {
            expect([subjects[index], liveParts(html)]).toEqual([subjects[index], []]);
          }
        }),
        { numRuns: 40 },
      );
    });
  });

  test("a long one is cut, and states how many are left out", () => {
    const text = changelogMarkdown(
      [range(...Array.from({ length: 230 }, (_, at) => `change ${at}`))],
      () => `https://github.com/acme/app/compare/${OLD}...${NEW}`,
    );
    expect(text.split("\n").filter((line) => line.startsWith("- "))).toHaveLength(200);
    expect(text).toContain("And 30 more.");
    expect(text).toContain(`[Compare](<https://github.com/acme/app/compare/${OLD}...${NEW}>)`);
  });
});

describe("the hidden line", () => {
  const marker = {
    file: "data/a b/x--> y.yml",
    targets: ["0123456789ab", "ba9876543210"],
    ref: NEW,
    date: "2025-01-15",
    text: "0123456789ab",
  };

  test("is read as it was written, and no path can end it", () => {
    const line = writeMarker(marker);
    expect(line.match(/-->/g)).toHaveLength(1);
    expect(readMarker(`Text\n\n${line}`)).toEqual(marker);
  });

  test("is not found in any other text", () => {
    fc.assert(
      fc.property(
        hostileText,
        (text) =>
          readMarker(text) === undefined &&
          readMarker(`<!-- release-actions: bump-appinterface-ref ${text} -->`) === undefined,
      ),
    );
  });

  test("distinguishes an edited text from one that GitLab has normalized", async () => {
    const written = { ...marker, text: await textKey("Title", "One\n\nTwo\n", MARKER) };
    const as = (title: string, description: string) => ({ title, description });
    expect(await isUntouched(as("Title", `One\r\n\r\nTwo\r\n\r\n${writeMarker(written)}`), written)).toBe(true);
    expect(await isUntouched(as("Title", `One\n\nThree\n\n${writeMarker(written)}`), written)).toBe(false);
    expect(await isUntouched(as("Other", `One\n\nTwo\n\n${writeMarker(written)}`), written)).toBe(false);
  });
});

describe("the name of the branch", () => {
  test("T18: the next free name never exists, and is the requested one if no version of it exists", () => {
    const name = fc.constantFrom(
      "a",
      "a-v1",
      "a-v2",
      "a-v3",
      "a-v10",
      "a-v02",
      "a-v",
      "a-vx",
      "a-hotfix-v7",
      "ab",
      "b-v2",
    );
    fc.assert(
      fc.property(fc.uniqueArray(name), (names) => {
        const free = nextFree("a", names);
        expect(names).not.toContain(free);
        expect(free === "a").toBe(versionsOf("a", names).length === 0);
      }),
    );
    expect(versionsOf("a", ["a", "a-v10", "a-v2", "a-v02", "a-hotfix-v7"])).toEqual(["a-v10", "a-v2", "a"]);
  });
});
