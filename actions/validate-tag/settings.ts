import { ActionError, invalid, type HostFacts, type Problem } from "@release-actions/action";
import { loadConfig, type ComponentConfig } from "@release-actions/config";
import { assertFile } from "@release-actions/files";
import { branchRef } from "@release-actions/git";
import { isParsed, readTag, tagRules, type TagRules } from "@release-actions/version";
import type { Inputs } from "./inputs.ts";
import { writeSigners } from "./signature.ts";

/** What the repository declares about its tags; inputs override release-actions.yml. */
export interface TagSettings {
  readonly rules: TagRules;
  of(component: string | undefined): ComponentSettings;
}

export interface ComponentSettings {
  readonly changelog: string;
  /** As changelog headings write it. */
  readonly changelogName: string | undefined;
  /** `path` or `path#key`. */
  readonly versionFiles: readonly string[];
  readonly versionMatch: VersionMatch;
  readonly images: readonly unknown[];
}

export type VersionMatch = NonNullable<Inputs["versionMatch"]>;

/** The settings, after every local check. Throws `invalid` with all problems of inputs and configuration. */
export async function readSettings(host: HostFacts, inputs: Inputs, tag: string): Promise<TagSettings> {
  const { requireSigned, allowedSigners, branch } = inputs;
  const ends = await Promise.allSettled([
    checkedSettings(host, inputs, tag),
    (async () => branch !== undefined && branchRef(branch))(),
    requireSigned && allowedSigners !== undefined ? writeSigners(host, allowedSigners) : undefined,
  ]);
  const [settings] = ends;
  const errors = ends.flatMap((end) => (end.status === "rejected" ? [end.reason as unknown] : []));
  if (settings.status === "fulfilled" && errors.length === 0) return settings.value;
  // A defect or a signal takes precedence over problems with inputs.
  const invalids = errors
    .filter((error) => error instanceof ActionError)
    .filter(({ verdict }) => verdict === "invalid");
  if (invalids.length < errors.length) throw errors.find((error) => !invalids.some((one) => one === error));
  if (invalids.length === 1) throw invalids[0]!;
  throw invalid(`${invalids.length} problems with inputs and configuration`, {
    problems: invalids.flatMap(problemsIn),
  });
}

function problemsIn({ message, details: { problems = [], remedy } }: ActionError): readonly Problem[] {
  return problems.length > 0 ? problems : [{ what: message, ...(remedy !== undefined && { remedy }) }];
}

async function checkedSettings(host: HostFacts, inputs: Inputs, tag: string): Promise<TagSettings> {
  const settings = await settingsOf(host, inputs);
  const read = readTag(tag, settings.rules);
  if (isParsed(read)) assertFiles(host, settings.of(read.component));
  return settings;
}

/** A path that is not allowed is a problem of the configuration and no finding about the tag. */
function assertFiles(host: HostFacts, { changelog, versionFiles }: ComponentSettings): void {
  const paths = versionFiles.map((file) => file.replace(/(?<=.)#[^#]*$/, ""));
  for (const path of [changelog, ...paths]) assertFile(host, path);
}

async function settingsOf(host: HostFacts, inputs: Inputs): Promise<TagSettings> {
  const { components: configured = [] } = await loadConfig({ host, inputs });
  const find = (name: string | undefined): ComponentConfig | undefined =>
    configured.find((component) => component.name === name);
  const names = inputs.components.length > 0 ? inputs.components : configured.map(({ name }) => name);
  const rules = tagRules({
    scheme: inputs.scheme,
    formats: inputs.tagFormat === undefined ? [] : [inputs.tagFormat],
    components: names.map((name) => ({
      name,
      format: inputs.tagFormat === undefined ? find(name)?.["tag-format"] : undefined,
      scheme: inputs.scheme ?? find(name)?.scheme,
    })),
  });
  const of = (name: string | undefined): ComponentSettings => {
    const component = find(name);
    return {
      changelog: inputs.changelog ?? component?.changelog ?? "CHANGELOG.md",
      changelogName: component?.["changelog-name"] ?? name,
      versionFiles: inputs.versionFiles.length > 0 ? inputs.versionFiles : (component?.["version-files"] ?? []),
      versionMatch: inputs.versionMatch ?? component?.["version-match"] ?? "component",
      images: component?.images ?? [],
    };
  };
  return { rules, of };
}
