/**
 * npm start: releases a demo repository on this machine. The steps of .github/workflows/release-tag.yml run as they
 * are in that file, with the actions of dist/, against a stand-in of the forge. npm start -- promote-appinterface
 * and npm start -- release-to-prod rehearse those workflows instead, npm start -- verify-staging the gates.
 */
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { startDemoRelease, type DemoRelease } from "../test/demo-release/index.ts";
import type { GitHubReleaseState } from "../test/stand-ins/forge/index.ts";
import { rehearse } from "./rehearsal.ts";
import { startProduction } from "./start-production.ts";
import { startPromotion } from "./start-promotion.ts";
import { problemsOf, releaseText, type Styles } from "./start-report.ts";
import { startStaging } from "./start-staging.ts";

const HELP = `npm start -- [release-tag] [--tag <tag>] [--keep]
npm start -- promote-appinterface [--help]
npm start -- release-to-prod [--help]
npm start -- verify-staging [--help]

Creates a repository with four annotated tags, takes one of them through the release
workflow (.github/workflows/release-tag.yml), and shows the published release.
Nothing leaves this machine.

  --tag <tag>  one of v1.1.0-walking-skeleton (the default), v1.1.0-frontend,
               v1.1.0-ai-pipeline, v1.1.0-automation-service
  --keep       keep the folder with the repository and the jobs' files
  --help       show this text
`;

const REHEARSALS: Readonly<Record<string, (args: string[]) => Promise<number>>> = {
  "release-tag": startRelease,
  "promote-appinterface": startPromotion,
  "release-to-prod": startProduction,
  "verify-staging": startStaging,
};

process.exitCode = await start(process.argv.slice(2));

/** Runs the rehearsal that the arguments name. Returns the exit code: 2 if the arguments are wrong. */
async function start(args: string[]): Promise<number> {
  const named = args[0] !== undefined && !args[0].startsWith("-");
  const name = named ? args[0]! : "release-tag";
  const rehearsal = Object.hasOwn(REHEARSALS, name) ? REHEARSALS[name] : undefined;
  if (rehearsal === undefined) {
    const names = Object.keys(REHEARSALS).join(", ");
    process.stderr.write(`Unknown rehearsal ${JSON.stringify(name)}; choose one of ${names}\n`);
    return 2;
  }
  try {
    return await rehearsal(named ? args.slice(1) : args);
  } catch (error) {
    if (!(error instanceof TypeError) || !String((error as { code?: unknown }).code).startsWith("ERR_PARSE_ARGS_"))
      throw error;
    process.stderr.write(`${error.message}\nSee: npm start -- ${named ? `${name} ` : ""}--help\n`);
    return 2;
  }
}

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

function main(tag: string, keep: boolean): Promise<number> {
  return rehearse(keep, async ({ directory, style, signal, print, onStep }) => {
    const demo = await startDemoRelease({ directory });
    try {
      if (!demo.repository.tags.includes(tag)) {
        print(`The demo repository has no tag ${tag}; its tags are ${demo.repository.tags.join(", ")}`);
        return 2;
      }
      print(style.bold(`Releasing ${tag} of ${demo.name}`));
      print(style.dim(`by .github/workflows/release-tag.yml, at the stand-in forge ${demo.forge.github.serverUrl}`));
      const run = await demo.release(tag, { onStep, signal });
      const [release] = demo.releases();
      print("");
      if (release !== undefined) await show(demo, release, print, style);
      return { problems: problemsOf(run, tag, demo.releases()), done: `Published ${tag}` };
    } finally {
      await demo.close();
    }
  });
}

/** The release as text, and its page as a file that outlives this run. */
async function show(
  demo: DemoRelease,
  release: GitHubReleaseState,
  print: (line: string) => void,
  style: Styles,
): Promise<void> {
  const url = `${demo.forge.github.serverUrl}/${demo.name}/releases/tag/${encodeURIComponent(release.tag)}`;
  const reply = await fetch(url);
  const file = join(await mkdtemp(join(tmpdir(), "release-actions-page-")), `${release.tag}.html`);
  await writeFile(file, await reply.text());
  print(releaseText(release, style));
  print(`The page: ${file}`);
}
