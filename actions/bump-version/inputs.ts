import { choice, flag, invalid, list, output, quote, text } from "@release-actions/action";
import type { Clock, HostFacts, InputsOf, OutputsOf, Problem, Verdict } from "@release-actions/action";
import { findComponent, loadConfig } from "@release-actions/config";
import type { Identity, Signing } from "@release-actions/git";
import { formatDay, isDay } from "@release-actions/text";
import { DEFAULT_COMPONENT_FORMAT, DEFAULT_FORMAT, SCHEMES } from "@release-actions/version";
import type { Scheme } from "@release-actions/version";
import { parseTarget } from "@release-actions/version/files";
import type { Target } from "@release-actions/version/files";

export const inputs = {
  version: text({
    description: "Exact version, or major, minor, patch or prerelease, counted from the version in the last commit.",
    example: "1.2.3",
  }),
  component: text({ description: "Component in release-actions.yml to release.", optional: true }),
  files: list({
    description: "Files that contain the version: path, or path#key. Default: the component's version-files.",
    example: "package.json, chart/Chart.yaml#appVersion",
  }),
  changelog: text({
    description:
      "Changelog whose Unreleased section becomes the entry of the version. Default: the component's changelog.",
    optional: true,
  }),
  date: text({ description: "Release date for the changelog, YYYY-MM-DD. Default: today, UTC.", optional: true }),
  scheme: choice([...SCHEMES], {
    description: "Version scheme. Default: the component's scheme, else semver.",
    optional: true,
  }),
  "tag-format": text({
    description: "Tag format. Default: the component's format, else v{version}-{component} or v{version}.",
    optional: true,
  }),
  commit: flag({ description: "Commit exactly the changed files.", default: false }),
  tag: flag({
    description: "Create an annotated tag on the commit, with the changelog entry as its message.",
    default: false,
  }),
  author: text({
    description: "Author of the commit and the tag, as Name <address>.",
    optional: true,
    example: "Release Bot <bot@example.com>",
    github: "github-actions[bot] <41898282+github-actions[bot]@users.noreply.github.com>",
    gitlab: "CI_COMMIT_AUTHOR",
  }),
  sign: choice(["none", "ssh", "openpgp"], { description: "Sign the commit and the tag.", default: "none" }),
  "signing-key": text({
    description: "Absolute path of the private SSH key, or the OpenPGP fingerprint.",
    optional: true,
  }),
  "gnupg-home": text({
    description: "Absolute path of the GnuPG home directory that contains the OpenPGP key.",
    optional: true,
  }),
};

export const outputs = {
  version: output.text("Version that the files contain now."),
  previous: output.text("Version that they contained before."),
  changed: output.flag("Whether this run changed anything."),
  diff: output.text("Changes as a unified diff."),
  tag: output.text("Tag name of the version, whether or not the tag was created."),
  commit: output.text("Commit that contains the version; empty if it is not committed."),
};

export type Inputs = InputsOf<typeof inputs>;
export type Outputs = OutputsOf<typeof outputs> & { verdict: Verdict };

/** The inputs combined with release-actions.yml. */
export interface BumpSettings {
  readonly component: string | undefined;
  /** The component's name in changelog headings. */
  readonly changelogName: string | undefined;
  readonly targets: readonly Target[];
  readonly changelog: string | undefined;
  /** Which paths came from an input rather than from release-actions.yml. */
  readonly typed: { readonly files: boolean; readonly changelog: boolean };
  readonly scheme: Scheme;
  readonly tagFormat: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** The date is an input, not today. */
  readonly isDateSet: boolean;
  readonly author: Identity | undefined;
  readonly signing: Signing | undefined;
}

/** Problems that the inputs show without the configuration. */
export function checkInputs({ date, sign, signingKey, gnupgHome }: Inputs): Problem[] {
  const problems = dateProblems(date);
  if (sign !== "none" && signingKey === undefined)
    problems.push({ input: "signing-key", what: `sign: ${sign} needs signing-key` });
  if (sign === "openpgp" && gnupgHome === undefined)
    problems.push({ input: "gnupg-home", what: "sign: openpgp needs gnupg-home" });
  return problems;
}

/** The date must exist in the calendar. */
function dateProblems(date: string | undefined): Problem[] {
  if (date === undefined || isDay(date)) return [];
  return [{ input: "date", what: `date ${quote(date, 40)} is not a date`, remedy: "Write it as 2025-01-31." }];
}

/** Throws `invalid`, and what reading release-actions.yml throws. */
export async function readSettings(inputs: Inputs, host: HostFacts, clock: Clock): Promise<BumpSettings> {
  const config = await loadConfig({ host, inputs });
  const component = inputs.component === undefined ? undefined : findComponent(config, inputs.component);
  const hasComponents = (config.components ?? []).length > 0;
  const files = inputs.files.length > 0 ? inputs.files : (component?.["version-files"] ?? []);
  const changelog = inputs.changelog ?? component?.changelog;
  if (files.length === 0 && changelog === undefined) {
    throw invalid("no version files are set", {
      remedy:
        component === undefined
          ? "Set files, such as files: package.json, or a component with version-files in release-actions.yml."
          : `Set files, or list version-files for ${component.name} in release-actions.yml.`,
    });
  }
  return {
    component: component?.name,
    changelogName: component?.["changelog-name"] ?? component?.name,
    targets: files.map(parseTarget),
    changelog,
    typed: { files: inputs.files.length > 0, changelog: inputs.changelog !== undefined },
    scheme: inputs.scheme ?? component?.scheme ?? "semver",
    tagFormat:
      inputs.tagFormat ?? component?.["tag-format"] ?? (hasComponents ? DEFAULT_COMPONENT_FORMAT : DEFAULT_FORMAT),
    date: inputs.date ?? formatDay(clock.now()),
    isDateSet: inputs.date !== undefined,
    author: authorOf(inputs),
    signing: signingOf(inputs),
  };
}

function authorOf({ author, commit, tag }: Inputs): Identity | undefined {
  const remedy = 'Set author, such as "Release Bot <bot@example.com>".';
  if (author === undefined) {
    if (!commit && !tag) return undefined;
    throw invalid("commit and tag need author", { remedy });
  }
  const open = author.lastIndexOf("<");
  const name = author.slice(0, open).trim();
  const email = author.slice(open + 1, -1).trim();
  if (open > 0 && author.endsWith(">") && name !== "" && email !== "") return { name, email };
  throw invalid(`author ${quote(author)} is not in the form Name <address>`, { remedy });
}

function signingOf({ sign, signingKey: key, gnupgHome }: Inputs): Signing | undefined {
  if (sign === "ssh" && key !== undefined) return { format: "ssh", key };
  return sign === "openpgp" && key !== undefined && gnupgHome !== undefined
    ? { format: "openpgp", key, gnupgHome }
    : undefined;
}
