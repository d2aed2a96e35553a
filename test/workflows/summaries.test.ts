import { describe, expect, test } from "@jest/globals";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { ROOT_PATH } from "../../tools/root.ts";

interface Step {
  readonly name?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Scripts that write a summary. Those of the action summarize-run are tested with it. */
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

/** Values that GitHub itself sets. */
const CLOSED = [/^github\.(?:repository|run_id|server_url)$/];
/** MAJOR is v and digits, because the tag is the highest of that form; present is an object ID. */
const GITS_OWN = new Set(["MAJOR", "present"]);

function isClosed(value: string): boolean {
  return [...value.matchAll(/\$\{\{ *(.*?) *\}\}/g)].every(([, expression = ""]) => {
    return CLOSED.some((pattern) => pattern.test(expression));
  });
}

/** The variables of some lines, outside of conditions. */
function rawVariables(lines: string): string[] {
  const rest = lines.replace(/\[\[? [^\]]*\]\]?/g, "").replace(/\$\{\w+:\+/g, "");
  return [...rest.matchAll(/\$\{?([A-Za-z_]\w*)/g)].map(([, name = ""]) => name);
}

describe("security hole 13: no outside text goes into a summary unchanged", () => {
  test.each(scripts.map((script) => [script.where, script] as const))("%s", (_, { run, env }) => {
    const body = run;
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
