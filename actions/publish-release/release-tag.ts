import { invalid } from "@release-actions/action";
import type { Config } from "@release-actions/config";
import type { PackageKey, PublishedTag } from "@release-actions/forge";
import { isLatest, parseTag, parseTags, tagRules } from "@release-actions/version";
import type { ParsedTag, Scheme, TagRules } from "@release-actions/version";

export interface TagInputs {
  readonly components: readonly string[];
  readonly tagFormat: string | undefined;
  readonly scheme: Scheme | undefined;
  readonly name: string | undefined;
  readonly prerelease: "auto" | "true" | "false";
  readonly makeLatest: "auto" | "true" | "false";
  readonly primaryComponent: string | undefined;
}

/** What the tag says about the release. */
export interface ReleaseTag {
  readonly parsed: ParsedTag;
  readonly rules: TagRules;
  readonly name: string;
  readonly prerelease: boolean;
  /** The directory whose commits the notes are made of; undefined: all. */
  readonly path: string | undefined;
  readonly latest: (published: readonly PublishedTag[]) => boolean;
}

/** Reads the tag by the repository's conventions. Throws `invalid` when it is no release tag. */
export function releaseTag(tag: string, inputs: TagInputs, config: Config): ReleaseTag {
  const configured = config.components ?? [];
  const components =
    inputs.components.length > 0
      ? inputs.components
      : configured.map((component) => ({
          name: component.name,
          format: component["tag-format"],
          scheme: component.scheme,
        }));
  const rules = tagRules({
    scheme: inputs.scheme,
    formats: inputs.tagFormat === undefined ? undefined : [inputs.tagFormat],
    components,
  });
  const parsed = parseTag(tag, rules);
  const { component, version } = parsed;
  const prerelease = inputs.prerelease === "auto" ? version.prerelease : inputs.prerelease === "true";
  const primary = primaryComponent(inputs, config, rules);
  return {
    parsed,
    rules,
    prerelease,
    name: inputs.name ?? (component === undefined ? version.text : `${component} ${version.text}`),
    path: configured.find(({ name }) => name === component)?.path,
    latest: (published) => {
      if (inputs.makeLatest !== "auto") return inputs.makeLatest === "true";
      if (prerelease || component !== primary) return false;
      return isLatest(
        parseTags(
          published.filter((other) => !other.prerelease).map((other) => other.tag),
          rules,
        ),
        parsed,
      );
    },
  };
}

/** The component that "latest" is about. Undefined where there are no components, or where none is marked as primary. */
function primaryComponent(inputs: TagInputs, config: Config, rules: TagRules): string | undefined {
  const chosen = inputs.primaryComponent ?? config.components?.find(({ primary }) => primary === true)?.name;
  if (chosen === undefined) return rules.components.length === 1 ? rules.components[0] : undefined;
  if (rules.components.includes(chosen)) return chosen;
  throw invalid(`${JSON.stringify(chosen)} is no declared component`, {
    problems: [
      {
        input: "primary-component",
        what: `${JSON.stringify(chosen)} is no declared component`,
        remedy:
          rules.components.length === 0 ? "Declare the components." : `Declared are ${rules.components.join(", ")}.`,
      },
    ],
  });
}

/** Where GitLab keeps the files: a package per component and version, in the characters that GitLab takes. */
export function packageKey({ parsed }: ReleaseTag, repository: string): PackageKey {
  const name = parsed.component ?? repository.slice(repository.lastIndexOf("/") + 1);
  return { name: plain(name, /[A-Za-z0-9._-]/), version: plain(parsed.version.text, /[A-Za-z0-9_.+-]/) };
}

function plain(text: string, kept: RegExp): string {
  const characters = [...text].map((character) => (kept.test(character) ? character : "-")).join("");
  return characters.replace(/^[-.]+/, "") || "release";
}
