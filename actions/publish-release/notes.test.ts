import { describe, expect, test } from "@jest/globals";
import type { Commit } from "@release-actions/git";
import fc from "fast-check";
import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { CMARK_GFM, liveParts, renderMany } from "../../test/cmark-gfm.ts";
import { hostileMarkdown } from "../../test/hostile/markdown.ts";
import { ring } from "../../test/rings.ts";
import { openWorld, tags } from "../../test/worlds/publish-release.ts";
import type { Kind } from "../../test/worlds/publish-release.ts";
import { changesText } from "./notes.ts";

const IDENTITY = {
  GIT_AUTHOR_NAME: "A",
  GIT_AUTHOR_EMAIL: "a@example.com",
  GIT_COMMITTER_NAME: "A",
  GIT_COMMITTER_EMAIL: "a@example.com",
};

/** A repository made of steps: a commit's subject with the file that it changes, or the name of a tag. */
async function repository(
  steps: readonly ({ readonly subject: string; readonly file: string } | { readonly tag: string })[],
): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), "notes-"));
  const git = (...args: string[]) =>
    execFileSync("git", args, {
      cwd: directory,
      env: { ...process.env, ...IDENTITY, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" },
      stdio: "pipe",
    });
  git("init", "-q", "-b", "main");
  for (const step of steps) {
    if ("tag" in step) {
      git("tag", "-a", step.tag, "-m", step.tag);
      continue;
    }
    await mkdir(dirname(join(directory, step.file)), { recursive: true });
    await writeFile(join(directory, step.file), step.subject);
    git("add", "-A");
    git("commit", "-q", "-m", step.subject);
  }
  return directory;
}

async function notes(workspace: string, tag: string, inputs: Record<string, string> = {}, kind: Kind = "github") {
  const world = await openWorld(kind, { repository: { tags: tags(tag) } });
  try {
    const result = await world.run({ tag, "body-file": "", "generate-notes": "true", ...inputs }, { workspace });
    const { github, gitlab } = world.forge.state().repositories[0]!;
    return { ...result, body: (kind === "github" ? github.releases[0]?.body : gitlab.releases[0]?.description) ?? "" };
  } finally {
    await world.close();
  }
}

const c = (subject: string, file = "a") => ({ subject, file });

describe("generate-notes", () => {
  test("lists the commits since the previous tag of the same component", async () => {
    const workspace = await repository([
      c("first"),
      { tag: "v1.0.0-app" },
      { tag: "v1.0.0-frontend" },
      c("second"),
      { tag: "v1.1.0-frontend" },
      c("third"),
      { tag: "v1.1.0-app" },
    ]);
    const { verdict, body } = await notes(workspace, "v1.1.0-app", { components: "app, frontend" });
    expect(verdict).toBe("done");
    expect(body).toContain("## Changes since");
    expect(body).toContain("second");
    expect(body).toContain("third");
    expect(body).not.toContain("first");
  });

  test("lists all commits for the first release", async () => {
    const { body } = await notes(await repository([c("first"), c("second"), { tag: "v1.0.0" }]), "v1.0.0");
    expect(body).toContain("## Changes\n");
    expect(body).toContain("first");
  });

  test("uses the highest lower version as the previous tag, not the most recent one", async () => {
    const workspace = await repository([
      c("one"),
      { tag: "v1.0.9" },
      c("two"),
      { tag: "v2.0.0" },
      c("three"),
      { tag: "v1.0.10" },
    ]);
    const { body } = await notes(workspace, "v1.0.10");
    expect(body).toContain("two");
    expect(body).not.toMatch(/- one/);
  });

  test("lists only commits in the directory of the component", async () => {
    const workspace = await repository([c("of api", "api/x"), c("of ui", "ui/x"), { tag: "v1.0.0-ui" }]);
    await writeFile(
      join(workspace, "release-actions.yml"),
      "components:\n  - name: ui\n    path: ui\n  - name: api\n    path: api\n",
    );
    const { body } = await notes(workspace, "v1.0.0-ui");
    expect(body).toContain("of ui");
    expect(body).not.toContain("of api");
  });

  test("security E83, E84: mentions, references, links, HTML and quick actions in subjects are inert", async () => {
    const hostile = [
      "Fixes #1 @everyone",
      "[x](javascript:alert(1)) <img src=x>",
      "/merge it",
      "`code` *b* ~~s~~ <!-- ",
      "group!12 &3 %4 ^5",
    ];
    const workspace = await repository([...hostile.map((subject) => c(subject)), { tag: "v1.0.0" }]);
    for (const kind of ["github", "gitlab"] as const) {
      const { body } = await notes(workspace, "v1.0.0", {}, kind);
      const lines = body.split("\n").filter((line) => line.startsWith("- "));
      expect(lines).toHaveLength(hostile.length);
      expect(lines.map((line) => line.slice(2).replace(/ \(`[0-9a-f]{10}`\)$/, ""))).toEqual([
        "`group!12` `&3` `%4` ^5",
        "\\`code\\` \\*b\\* `~~s~~` \\<!--",
        "\\/merge it",
        "\\[x](javascript:alert(1)) \\<img src=x>",
        "Fixes `#1` `@everyone`",
      ]);
      expect(body).not.toContain("a@example.com");
    }
  });

  test("refuses a shallow checkout with a remedy, before any write", async () => {
    const full = await repository([c("first"), c("second"), { tag: "v1.0.0" }]);
    const shallow = await mkdtemp(join(tmpdir(), "shallow-"));
    execFileSync("git", ["clone", "-q", "--depth=1", `file://${full}`, shallow], { stdio: "pipe" });
    const { verdict, lines } = await notes(shallow, "v1.0.0");
    expect(verdict).toBe("invalid");
    expect(lines.join("\n")).toContain("fetch-depth: 0");
  });

  test("puts generated notes after the body", async () => {
    const { body } = await notes(await repository([c("first"), { tag: "v1.0.0" }]), "v1.0.0", { body: "By hand." });
    expect(body).toMatch(/^By hand\.\n\n## Changes\n/);
  });
});

ring("as GitHub renders them", CMARK_GFM, () => {
  test("security E83, E84: no mention, reference, link or markup in a subject is live in generated notes", () => {
    fc.assert(
      fc.property(fc.array(hostileMarkdown, { minLength: 40, maxLength: 60 }), (subjects) => {
        const id = "0123456789abcdef0123456789abcdef01234567";
        const texts = subjects.map((subject) => changesText([{ id, subject } as Commit], subject, false));
        for (const [index, html] of renderMany(texts, { unsafe: true }).entries()) {
          expect([subjects[index], liveParts(html)]).toEqual([subjects[index], []]);
        }
      }),
      { numRuns: 40 },
    );
  });
});
