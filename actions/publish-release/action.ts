import { choice, defineAction, flag, list, output, text } from "@release-actions/action";
import type { Context, InputsOf, OutputsOf, Problem, Verdict } from "@release-actions/action";
import { loadConfig } from "@release-actions/config";
import { openForge } from "@release-actions/forge";
import type { Forge, Published } from "@release-actions/forge";
import { collectProblems, notTried, prepare } from "./prepare.ts";
import { packageKey, releaseTag } from "./release-tag.ts";
import type { ReleaseTag } from "./release-tag.ts";
import { planBlocks, printPlan, releaseBlocks } from "./report.ts";
import { originsOf, placeOf } from "./where.ts";
import type { Place } from "./where.ts";

const inputs = {
  tag: text({
    description: "The tag to release. It must exist on the forge. Default: the tag whose push started the run.",
    optional: true,
    example: "v1.2.3",
  }),
  name: text({
    description: "The release's title. Default: the component and the version, from the tag.",
    optional: true,
  }),
  body: text({ description: "The release's text, in Markdown.", optional: true }),
  "body-file": text({
    description: "A file in the workspace that holds the text, instead of body.",
    optional: true,
    example: "RELEASE_NOTES.md",
    gitlab: "CHANGELOG_EXTRACT_BODY_FILE",
  }),
  "generate-notes": flag({
    description:
      "Add one line per commit since the previous tag of the same component. Needs the history: fetch-depth: 0.",
    default: false,
  }),
  "allow-empty": flag({ description: "Publish although there is no text.", default: false }),
  files: list({
    address: true,
    description:
      "Files to attach: paths or patterns (*, ?, **) relative to the workspace. One that matches nothing is an error.",
    example: "dist/*.tar.gz",
  }),
  checksums: flag({ description: "Attach SHA256SUMS, the checksums of all files.", default: true }),
  draft: flag({ description: "Leave the release as a draft (GitHub).", default: false }),
  prerelease: choice(["auto", "true", "false"], {
    description: "Mark as a prerelease (GitHub). auto: by the tag's version.",
    default: "auto",
  }),
  "make-latest": choice(["auto", "true", "false"], {
    description:
      "Mark as the latest release (GitHub). auto: when it is the highest stable version of the primary component.",
    default: "auto",
  }),
  "primary-component": text({
    description:
      "The component that make-latest: auto is about. Default: the one marked primary in release-actions.yml.",
    optional: true,
  }),
  "on-existing": choice(["update", "fail"], {
    description: "What to do when the release is published already and differs. An immutable release is never changed.",
    default: "update",
  }),
  components: list({ description: "The declared components. Default: those of release-actions.yml." }),
  "tag-format": text({
    description: "How tags are written. Default: v{version}-{component} with components, else v{version}.",
    optional: true,
    example: "{component}/v{version}",
  }),
  scheme: choice(["semver", "pep440", "calver"], {
    description: "How versions are written. Default: semver, or what release-actions.yml says.",
    optional: true,
  }),
  forge: choice(["auto", "github", "gitlab"], {
    description: "Where the release is made. auto: where the run takes place.",
    default: "auto",
  }),
  repository: text({
    address: true,
    description: "owner/name, or a GitLab project's full path. Default: the repository of the run.",
    optional: true,
  }),
  "api-url": text({
    address: true,
    description: "The forge's REST address. Default: that of the run, else github.com's or gitlab.com's.",
    optional: true,
    example: "https://gitlab.example/api/v4",
  }),
  "allow-http": flag({ description: "Take an http address that is not on this machine.", default: false }),
  token: text({
    description: "GitHub: a token with contents: write. GitLab: the job token, or an access token with the scope api.",
    secret: true,
    credential: true,
    optional: true,
    github: "${{ github.token }}",
    gitlab: "CI_JOB_TOKEN",
  }),
};

const outputs = {
  url: output.text("The release's page."),
  id: output.text("GitHub: the release's id. GitLab: its tag."),
  assets: output.json("The attached files: name, size, sha256 and url of each."),
  created: output.flag("This run published the release, or made the draft."),
  changed: output.flag("This run wrote anything."),
};

type Inputs = InputsOf<typeof inputs>;
type Outputs = OutputsOf<typeof outputs> & { verdict: Verdict };

export default defineAction({
  name: "publish-release",
  description: "Publishes the release of a tag on GitHub or GitLab, with its notes and files, exactly once.",
  inputs,
  outputs,
  permissions: {
    github: { contents: "write" },
    gitlab:
      "The job token suffices. For a protected tag, whoever starts the pipeline must be allowed to create that tag.",
  },
  services: ["github", "gitlab"],
  endpoints: {
    description: ["The forge's REST API", "GitHub: the upload service that the release names (uploads.github.com)"],
    origins: (given, host) => originsOf(given, host),
    // The upload service may receive what the API may, once the API's answer names it.
    credentials: (given, host) => originsOf(given, host).slice(0, 1),
  },
  changes: true,
  async run(context) {
    const { tag, place } = await resolveTag(context);
    const forge = openForge(place.forge, {
      ...place,
      token: context.inputs.token as string,
      package: packageKey(tag, place.repository),
      io: context.io,
      signal: context.signal,
      clock: context.clock,
      network: context.host.network,
      endpoints: context.endpoints,
      allowHttp: context.inputs.allowHttp,
    });
    try {
      return await publish(context, tag, forge);
    } finally {
      forge.close();
    }
  },
});

const NO_TAG: Problem = {
  input: "tag",
  what: "the run was not started by a tag, and no tag is given",
  remedy: "Set tag, such as v1.2.3.",
};
const NO_TOKEN: Problem = {
  input: "token",
  what: "there is no token",
  remedy: "Give one that may write releases: contents: write on GitHub, the scope api on GitLab.",
};

/** What everything else depends on: the tag, read by the repository's conventions, and where it is released. */
async function resolveTag({ inputs, host }: Context<Inputs>): Promise<{ tag: ReleaseTag; place: Place }> {
  const problems: Problem[] = [];
  const name = inputs.tag ?? host.pushedTag;
  if (name === undefined) problems.push(NO_TAG);
  if (inputs.token === undefined) problems.push(NO_TOKEN);
  const place = placeOf(inputs, host, problems);
  if (place?.forge === "gitlab" && inputs.draft) {
    problems.push({
      input: "draft",
      what: "GitLab has no draft releases",
      remedy: "Set draft to false, and publish in a later job where that is what you need.",
    });
  }
  const tag =
    name === undefined
      ? undefined
      : await collectProblems(problems, async () => releaseTag(name, inputs, await loadConfig({ host, inputs })));
  if (inputs.makeLatest === "true" && tag?.prerelease === true) {
    problems.push({
      input: "make-latest",
      what: "a prerelease cannot be the latest release",
      remedy: "Set make-latest to auto or false.",
    });
  }
  if (problems.length > 0 || tag === undefined || place === undefined) throw notTried(problems);
  return { tag, place };
}

const NEXT = "Run this job again: it looks up what exists and does only what is missing.";

async function publish(context: Context<Inputs>, tag: ReleaseTag, forge: Forge): Promise<Outputs> {
  const { inputs, io, journal } = context;
  const { request, survey, plan, notices } = await prepare(context, tag, forge);
  printPlan(io, plan);
  for (const notice of notices) io.notice(notice);
  if (inputs.dryRun) {
    if (inputs.summary) io.summary(...planBlocks(request.tag, plan));
    const urlOf = (name: string) => forge.assetUrl(request.tag, name);
    const assets = request.assets.map(({ name, size, sha256 }) => ({ name, size, sha256, url: urlOf(name) }));
    const verdict = plan.writes.length === 0 ? "unchanged" : "passed";
    return { verdict, url: plan.url, assets, created: false, changed: false };
  }
  journal.intend(plan.writes.map(({ what }) => what));
  if (plan.writes.length > 0) journal.next(NEXT);
  const published = await forge.publish(request, survey, journal);
  if (inputs.summary) io.summary(...releaseBlocks(request.tag, request.name, published, notices));
  io.info(`${published.changed ? "published" : "unchanged"}: ${published.url}`);
  return resultOf(published);
}

function resultOf({ url, id, assets, created, changed }: Published): Outputs {
  return { verdict: changed ? "done" : "unchanged", url, id, assets, created, changed };
}
