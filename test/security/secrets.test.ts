import { afterAll, beforeAll, beforeEach, describe, test } from "@jest/globals";
import { defineAction, NO_ENDPOINTS, output, refused, text, type Action, type Clock } from "@release-actions/action";
import { chartSvg } from "@release-actions/report/chart";
import { writeReport } from "@release-actions/files";
import { gitlabHost, runInMemory, terminalHost } from "@release-actions/hosts";
import { githubHost } from "@release-actions/hosts/github";
import { junitXml } from "@release-actions/report/junit";
import { execute, type Host } from "@release-actions/action/runtime";
import {
  code,
  codeBlock,
  details,
  heading,
  jsonArray,
  jsonText,
  link,
  list,
  paragraph,
  secrets,
  shorten,
  strong,
  table,
} from "@release-actions/text";
import { sarifText } from "@release-actions/vulnerabilities";
import fc from "fast-check";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { secretText, WRITERS } from "./encodings.ts";

const HOSTS = ["github", "gitlab", "terminal", "terminal --json", "terminal --output", "memory"] as const;
const instant: Clock = { now: () => 0, monotonic: () => 0, sleep: async () => undefined };

let directory: string;
beforeAll(() => void (directory = mkdtempSync(join(tmpdir(), "secrets-"))));
afterAll(() => rmSync(directory, { recursive: true, force: true }));
beforeEach(() => secrets.clear());

/** An action that outputs a text in every way it can and writes it to every kind of report. */
function sayingAction(words: string): Action {
  return defineAction({
    name: "saying",
    description: "Says a text.",
    inputs: { token: text({ description: "A secret.", optional: true, secret: true }) },
    outputs: {
      words: output.text("The text."),
      list: output.json("The text in JSON."),
      cut: output.text("Its beginning."),
    },
    permissions: { github: {}, gitlab: "None." },
    endpoints: NO_ENDPOINTS,
    changes: false,
    async run({ io, host, journal }) {
      io.debug(words);
      io.info(words);
      io.notice(words, { title: words, file: words });
      io.warning(shorten(words, 150));
      io.progress(words);
      await io.group(words, async () => io.info(`x ${words}`));
      io.summary(
        heading(words),
        paragraph(words),
        paragraph([strong(words), " ", code(words), " ", link(words, `https://h/${words}`)]),
        list([words]),
        table([words], [[words], [code(words)]]),
        codeBlock(words),
        details(words, [paragraph(shorten(words, 100))]),
      );
      journal.intend([words]);
      journal.made(words, words);
      const finding = {
        id: words,
        severity: "high",
        package: words,
        version: words,
        platforms: [words],
        aliases: [words],
        title: words,
        reported: words,
      };
      const judgement = { counted: [finding], ignored: [{ finding, by: "x", reason: words, source: words }] };
      const reports: Record<string, string | Iterable<string>> = {
        "report.json": jsonText({ [words]: words, list: [words, { deep: words }] }, 2),
        "lines.json": jsonArray([{ words }, words]),
        "junit.xml": junitXml(words, [
          { name: words, cases: [{ name: words, group: words, result: "failed", message: words, detail: words }] },
        ]),
        "findings.sarif": sarifText({
          tool: { name: "t", version: "1", informationUri: "https://h" },
          images: [{ name: words, digest: "", judgement: judgement as never }],
        }),
        "plot.svg": chartSvg({
          title: words,
          subtitle: words,
          x: { scale: "linear", label: words },
          panels: [{ y: { scale: "linear", label: words }, series: [{ name: words, points: [{ x: 0, y: 1 }] }] }],
        }),
      };
      for (const [name, content] of Object.entries(reports)) await writeReport(host, io, name, content);
      const outputs = { words, list: [words, { [words]: words }], cut: shorten(words, 60) };
      throw refused(words, {
        remedy: words,
        problems: [{ what: words, remedy: words, file: words }, { what: shorten(words, 80) }],
        exists: [words],
        missing: [words],
        next: words,
        outputs,
      });
    },
  });
}

/** Everything that a run shows or leaves behind, as one text. */
async function everythingOf(name: (typeof HOSTS)[number], words: string, token: string): Promise<string> {
  const place = mkdtempSync(join(directory, "run-"));
  const workspace = join(place, "work");
  mkdirSync(workspace);
  let printed = "";
  const stream = { write: (chunk: string) => ((printed += chunk), true), isTTY: false };
  const files = { GITHUB_OUTPUT: join(place, "output"), GITHUB_STEP_SUMMARY: join(place, "summary") };
  const env = {
    ...files,
    RUNNER_TEMP: place,
    GITHUB_WORKSPACE: workspace,
    CI_PROJECT_DIR: workspace,
    CI_JOB_ID: "1",
    RELEASE_ACTIONS_DEBUG: "1",
    ...(name === "github" ? { INPUT_TOKEN: token } : { RELEASE_ACTIONS_TOKEN: token, RELEASE_ACTIONS_SUMMARY: "true" }),
  };
  const standIn = {
    env,
    cwd: () => workspace,
    on: () => standIn,
    stdout: stream,
    stderr: stream,
  } as unknown as NodeJS.Process;
  const hosts: Record<string, () => Host> = {
    github: () => githubHost(standIn),
    gitlab: () => gitlabHost(standIn, []),
    terminal: () => terminalHost(standIn, [], { json: false }),
    "terminal --json": () => terminalHost(standIn, [], { json: true }),
    "terminal --output": () => terminalHost(standIn, [], { json: false, only: "words" }),
  };
  const action = sayingAction(words);
  if (name === "memory")
    printed = JSON.stringify(
      Object.values(await runInMemory(action, { workspace, inputs: { token } })).map(String),
    ).replaceAll('\\"', '"');
  else await execute(action, hosts[name]!(), instant);
  const left = readdirSync(place, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const texts = left.map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"));
  rmSync(place, { recursive: true, force: true });
  const log = printed
    .split("\n")
    .filter((line) => !line.startsWith("::add-mask::"))
    .join("\n");
  return [log, ...texts].join("\n");
}

const around = fc.constantFrom("", "said ", '{"a":"', "a | b ", "x".repeat(70), "x".repeat(95), "x".repeat(140));

describe("secrets in the output of actions", () => {
  test.each(HOSTS)(
    "security G93, G95: %s shows a secret in no encoding, whatever text contains it",
    async (host) => {
      await fc.assert(
        fc.asyncProperty(
          secretText,
          fc.constantFrom(...WRITERS.keys()),
          around,
          around,
          async (token, writer, before, after) => {
            const written = WRITERS.get(writer)!(token);
            secrets.clear();
            const skeleton = lower(await everythingOf(host, `${before}zz${after}`, token));
            secrets.clear();
            const shown = lower(await everythingOf(host, `${before}${written}${after}`, token));
            for (const [name, write] of WRITERS) {
              const form = lower(write(token));
              // Three letters of a secret may also occur in the report itself or in the text around it.
              if (form.length < 3 || skeleton.includes(form)) continue;
              for (const part of [form, ...beginningsOf(form)]) {
                if (!shown.includes(part) || skeleton.includes(part)) continue;
                throw new Error(
                  `${JSON.stringify(token)} written as ${writer} is seen as ${name}: ${JSON.stringify(contextOf(shown, part))}`,
                );
              }
            }
          },
        ),
        { numRuns: 60 },
      );
    },
    120_000,
  );
});

function lower(text: string): string {
  return text.replace(/[A-Z]/g, (one) => one.toLowerCase());
}

/** What can remain of a text when it is cut in the middle. */
function beginningsOf(form: string): string[] {
  return Array.from({ length: Math.max(0, form.length - 4) }, (_, index) => `${form.slice(0, index + 4)}…`);
}

function contextOf(text: string, form: string): string {
  const at = text.indexOf(form);
  return text.slice(Math.max(0, at - 40), at + form.length + 20);
}
