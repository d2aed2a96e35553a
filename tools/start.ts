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
else if (first === "verify-staging") process.exitCode = await startStaging(others);
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

function main(tag: string, keep: boolean): Promise<number> {
  return rehearse(keep, async ({ directory, style, signal, print, onStep }) => {
    const demo = await startDemoRelease({ directory });
    try {
      if (!demo.repository.tags.includes(tag)) {
        print(`There is no tag ${tag}. The demo repository has: ${demo.repository.tags.join(", ")}`);
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
