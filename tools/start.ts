/**
 * npm start: releases a demo repository on this machine. The steps of .github/workflows/release-tag.yml run as they
 * stand in that file, with the actions of dist/, against a stand-in of the forge. npm start -- promote-appinterface
 * and npm start -- release-to-prod rehearse those workflows instead.
 */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { startDemoRelease, type DemoRelease } from "../test/demo-release/index.ts";
import type { GitHubReleaseState } from "../test/stand-ins/forge/index.ts";
import { startProduction } from "./start-production.ts";
import { startPromotion } from "./start-promotion.ts";
import { problemsOf, releaseText, reporter, styles } from "./start-report.ts";

const HELP = `npm start -- [release-tag] [--tag <tag>] [--keep]
npm start -- promote-appinterface [--help]
npm start -- release-to-prod [--help]

Makes a repository with four annotated tags, takes one of them through the release
workflow (.github/workflows/release-tag.yml), and shows the release it published.
Nothing leaves this machine.

  --tag <tag>  one of v1.1.0-walking-skeleton (the default), v1.1.0-frontend,
               v1.1.0-ai-pipeline, v1.1.0-automation-service
  --keep       keep the folder with the repository and what the jobs left
  --help       this text
`;

const [first = "", ...others] = process.argv.slice(2);
if (first === "promote-appinterface") process.exitCode = await startPromotion(others);
else if (first === "release-to-prod") process.exitCode = await startProduction(others);
else process.exitCode = await startRelease(first === "release-tag" ? others : process.argv.slice(2));

async function startRelease(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      tag: { type: "string", default: "v1.1.0-walking-skeleton" },
      keep: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) process.stdout.write(HELP);
  return values.help ? 0 : main(values.tag, values.keep);
}

async function main(tag: string, keep: boolean): Promise<number> {
  const style = styles(process.stdout.isTTY && process.env.NO_COLOR === undefined);
  const print = (line: string) => void process.stdout.write(`${line}\n`);
  const started = performance.now();
  const directory = await mkdtemp(join(tmpdir(), "release-actions-"));
  const interrupt = new AbortController();
  process.once("SIGINT", () => interrupt.abort());
  let demo: DemoRelease | undefined;
  try {
    demo = await startDemoRelease({ directory });
    if (!demo.repository.tags.includes(tag)) {
      print(`There is no tag ${tag}. The demo repository has: ${demo.repository.tags.join(", ")}`);
      return 2;
    }
    print(style.bold(`Releasing ${tag} of ${demo.name}`));
    print(style.dim(`by .github/workflows/release-tag.yml, at the stand-in forge ${demo.forge.github.serverUrl}`));
    const run = await demo.release(tag, { onStep: reporter(print, style), signal: interrupt.signal });
    const problems = problemsOf(run, tag, demo.releases());
    const [release] = demo.releases();
    print("");
    if (release !== undefined) await show(demo, release, print, style);
    for (const problem of problems) print(style.red(`✗ ${problem}`));
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    if (problems.length === 0) print(style.green(`✓ Published ${tag} in ${seconds} s`));
    return problems.length === 0 ? 0 : 1;
  } finally {
    await demo?.close();
    if (keep) print(`The folder is kept: ${directory}`);
    else await rm(directory, { recursive: true, force: true });
  }
}

/** The release as text, and its page as a file that outlives this run. */
async function show(
  demo: DemoRelease,
  release: GitHubReleaseState,
  print: (line: string) => void,
  style: ReturnType<typeof styles>,
): Promise<void> {
  const url = `${demo.forge.github.serverUrl}/${demo.name}/releases/tag/${encodeURIComponent(release.tag)}`;
  const reply = await fetch(url);
  const file = join(await mkdtemp(join(tmpdir(), "release-actions-page-")), `${release.tag}.html`);
  await writeFile(file, await reply.text());
  print(releaseText(release, style));
  print(`The page: ${file}`);
}
