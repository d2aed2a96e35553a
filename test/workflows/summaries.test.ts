import { describe, expect, test } from "@jest/globals";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "yaml";
import { CMARK_GFM, liveParts, renderGfm } from "../cmark-gfm.ts";
import { ring } from "../rings.ts";
import { ROOT_PATH } from "../../tools/root.ts";

interface Step {
  readonly name?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}

const FOLDER = join(ROOT_PATH, ".github/workflows");
const files = readdirSync(FOLDER).filter((file) => file.endsWith(".yml"));
const scripts = files.flatMap((file) => {
  const { jobs } = parse(readFileSync(join(FOLDER, file), "utf8")) as { jobs: Record<string, { steps?: Step[] }> };
  return Object.entries(jobs).flatMap(([job, { steps = [] }]) =>
    steps
      .filter(({ run }) => run?.includes("$GITHUB_STEP_SUMMARY"))
      .map(({ name = "", run = "", env = {} }) => ({ where: `${file}, ${job}, ${name}`, run, env })),
  );
});
const called = scripts.filter(({ where }) => !where.startsWith("release.yml"));

const INERT = /^( *)# Makes outside text safe for a code span[^]*?^\1\}\n/m;

test("security hole 13: every step that needs it has the same inert function", () => {
  const copies = called.filter(({ run }) => /\binert\b/.test(run)).map(({ run }) => INERT.exec(run)?.[0]);
  expect(copies.length).toBeGreaterThanOrEqual(12);
  expect(copies).not.toContain(undefined);
  expect(new Set(copies).size).toBe(1);
});

/** Values that can only be one of a few words, or that GitHub itself sets. */
const CLOSED = [
  /^needs\.[\w-]+\.(?:result|outputs\.failed|outputs\.verdict)$/,
  /^steps\.[\w-]+\.(?:outcome|outputs\.verdict|outputs\.already-released)$/,
  /^(?:github\.(?:repository|run_id|server_url)|inputs\.dry-run)$/,
];
/** MAJOR is v and digits, because the tag is the highest of that form; present is an object ID. */
const GITS_OWN = new Set(["MAJOR", "present"]);

function isClosed(value: string): boolean {
  return [...value.matchAll(/\$\{\{ *(.*?) *\}\}/g)].every(([, expression = ""]) => {
    return CLOSED.some((pattern) => pattern.test(expression));
  });
}

/** Variables that are written unchanged: outside inert, quoted, link and conditions. */
function rawVariables(lines: string): string[] {
  const rest = lines
    .replace(/\$\((?:inert|quoted|link|meaning) "[^"]*"(?: \d+)?(?: \| tr -d "'")?\)/g, "")
    // In ASCII and without backticks, it cannot end the fence around it.
    .replace("\"$REPORT\" | jq --ascii-output . 2>/dev/null | tr -d '`'", "")
    .replace(/\[\[? [^\]]*\]\]?/g, "")
    .replace(/\$\{\w+:\+/g, "");
  return [...rest.matchAll(/\$\{?([A-Za-z_]\w*)/g)].map(([, name = ""]) => name);
}

describe("security hole 13: no outside text goes into a summary unchanged", () => {
  test.each(scripts.map((script) => [script.where, script] as const))("%s", (_, { run, env }) => {
    const body = run.replace(INERT, "");
    const written = [
      ...(body.match(/^\{$[^]*?^\} >> "\$GITHUB_STEP_SUMMARY"$/gm) ?? []),
      ...(body.match(/^.*[^}] >> "\$GITHUB_STEP_SUMMARY"$/gm) ?? []),
    ];
    expect(written).not.toEqual([]);
    const pending = rawVariables(written.join("\n")).filter((name) => name !== "GITHUB_STEP_SUMMARY");
    const seen = new Set<string>();
    const open: string[] = [];
    for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
      if (seen.has(name)) continue;
      seen.add(name);
      const checks = [`[[ "$${name}" =~ $pattern ]]`, `if [ "$highest" != "$${name}" ]`];
      if (checks.some((check) => body.includes(check))) continue;
      if (name in env) {
        if (!isClosed(env[name]!)) open.push(name);
      } else {
        const assigned = body.match(new RegExp(`(?<![\\w$])${name}\\+?=.*$`, "gm")) ?? [];
        expect([name, assigned.length]).not.toEqual([name, 0]);
        pending.push(...rawVariables(assigned.map((line) => line.replace(/;;$/, "")).join("\n")));
      }
    }
    expect(open.filter((name) => !GITS_OWN.has(name))).toEqual([]);
  });
});
const HOSTILE = [
  "[sign in](https://evil.example) ![b](https://evil.example/b.png) | more |",
  "` [a](https://evil.example) <b>x</b> `",
  "a|b`c`|@octocat #1 GH-2 www.evil.example <img src=x> https://evil.example",
  "``` \n\n# heading\n| a | b |\n",
  "\\`|\\|`",
  "\u202e\u200b\u{e0041}\u0007\u001b[31m ::error::x ##[error]y",
  "x' ; touch PWNED ; '",
  "$(touch PWNED) `touch PWNED` ${HOME}",
  "ü".repeat(500) + "|`",
  "",
  " ",
  "`",
  "| --- |\n|---|",
  "</code></details><script>alert(1)</script>",
  JSON.stringify({ a: "``` </details> @octocat \u202e", b: ["| x |", "<b>"] }),
];
const RUN_URL = "https://github.test/acme/app/actions/runs/1";

/** Situations that a step can be in, by the closed variables that cause them. */
const WAYS: readonly Readonly<Record<string, string>>[] = [
  {},
  {
    ...{ VALIDATE: "failure", VALIDATE_VERDICT: "refused", CHECK: "failure", CHECK_VERDICT: "refused" },
    ...{ CHECK_STEP: "Verify the image", CHECK_FAILED: "Verify the image (refused)" },
  },
  {
    ...{ CHECK: "failure", CHECK_VERDICT: "invalid", CHECK_STEP: "Verify the commit", DRY_RUN: "true" },
    CHECK_FAILED: "Verify the commit (invalid)",
  },
  {
    ...{ PROMOTE: "failure", PROMOTE_STEP: "Bump", PROMOTE_VERDICT: "unknown", ALREADY: "true" },
    ...{ RELEASE_JOB: "failure", RELEASE_STEP: "Release", RELEASE_VERDICT: "refused" },
  },
  { RELEASE_JOB: "skipped", PROMOTE: "skipped", VALIDATED: "skipped" },
];

ring("security hole 13: summaries with hostile values, as GitHub renders them", CMARK_GFM, () => {
  const runs = called.filter(({ where, run }) => !where.includes(".pinned") && /\binert\b/.test(run));

  test.each(runs.map((script) => [script.where, script] as const))(
    "%s",
    (_, { run, env }) => {
      const directory = mkdtempSync(join(tmpdir(), "summary-"));
      try {
        for (const hostile of HOSTILE) {
          for (const way of HOSTILE.indexOf(hostile) < 3 ? WAYS : WAYS.slice(0, 2)) {
            const summary = summaryOf(directory, run, env, hostile, way);
            const html = renderGfm(summary, { unsafe: true });
            const own = { url: (url: string) => url === RUN_URL, html: ["details", "summary"] };
            expect({ hostile, way, live: liveParts(html, own) }).toEqual({ hostile, way, live: [] });
            const rows = html.match(/<tr>[^]*?<\/tr>/g) ?? [];
            for (const row of rows) expect([summary, row.match(/<t[dh]>/g)?.length]).toEqual([summary, 2]);
            expect(html.match(/<h[1-6]>/g)).toHaveLength(1);
            expect(html.replace(/<pre>[^]*?<\/pre>/g, "")).not.toMatch(/<td><\/td>|[`|]/);
            expect(summary).not.toMatch(/\p{Cf}|\p{Co}|[^\n\P{Cc}]/u);
          }
        }
        expect(readdirSync(directory).filter((name) => name === "PWNED")).toEqual([]);
      } finally {
        rmSync(directory, { recursive: true, force: true });
      }
    },
    120_000,
  );

  type Way = (typeof WAYS)[number];
  function summaryOf(directory: string, run: string, env: Step["env"] = {}, hostile: string, way: Way): string {
    const values = Object.entries(env).map(([name, value]) => {
      const closed = name.endsWith("_GATE") ? "failure refused" : name === "RUN_URL" ? RUN_URL : "success";
      return [name, isClosed(value) ? (way[name] ?? closed) : hostile] as const;
    });
    const file = join(directory, "summary.md");
    rmSync(file, { force: true });
    const files = { GITHUB_STEP_SUMMARY: file, GITHUB_OUTPUT: join(directory, "output") };
    const result = spawnSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", run], {
      cwd: directory,
      env: { PATH: process.env["PATH"], ...Object.fromEntries(values), ...files },
      encoding: "utf8",
    });
    expect([result.stderr, result.status]).toEqual(["", 0]);
    const command = /##\[|^\s*::(?!error title=|warning::Every)/;
    for (const line of result.stdout.split("\n")) expect(line).not.toMatch(command);
    try {
      return readFileSync(file, "utf8");
    } catch {
      return "## nothing\n";
    }
  }
});
