import type { HostFacts } from "@release-actions/action";
import { loadConfig, type ComponentConfig } from "@release-actions/config";
import { tagRules, type Scheme, type TagRules } from "@release-actions/version";

export interface SettingsInputs {
  readonly config: string | undefined;
  readonly components: readonly string[];
  readonly tagFormat: string | undefined;
  readonly scheme: Scheme | undefined;
  readonly changelog: string | undefined;
  readonly versionFiles: readonly string[];
  readonly versionMatch: VersionMatch | undefined;
}

export type VersionMatch = "component" | "train" | "none";

/** What the repository says about its tags, inputs over release-actions.yml. */
export interface Settings {
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

/** Throws ActionError "invalid" when the configuration, a component's name or a format is wrong. */
export async function readSettings(host: Pick<HostFacts, "workspace">, inputs: SettingsInputs): Promise<Settings> {
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
