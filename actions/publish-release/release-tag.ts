import { invalidWith } from "@release-actions/action";
import type { Config } from "@release-actions/config";
import type { Field, PackageKey, PublishedTag } from "@release-actions/forge";
import { isLatest, parseTag, parseTags, tagRules } from "@release-actions/version";
import type { ParsedTag, TagRules } from "@release-actions/version";
import type { Inputs } from "./inputs.ts";

type TagInputs = Pick<
  Inputs,
  "components" | "tagFormat" | "scheme" | "name" | "prerelease" | "makeLatest" | "primaryComponent"
>;

/** What the tag tells about the release. */
export interface ReleaseTag {
  readonly parsed: ParsedTag;
  readonly rules: TagRules;
  readonly name: Field<string>;
  readonly prerelease: Field<boolean>;
  /** The directory whose commits are in the generated notes; undefined: all. */
  readonly path: string | undefined;
  readonly latest: Field<(published: readonly PublishedTag[]) => boolean>;
}

/** Reads the tag according to the repository's conventions. Throws `invalid` if it is not a release tag. */
export function readReleaseTag(tag: string, inputs: TagInputs, config: Config): ReleaseTag {
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
  const latest = (published: readonly PublishedTag[]): boolean => {
    if (inputs.makeLatest !== "auto") return inputs.makeLatest === "true";
    if (prerelease || component !== primary) return false;
    const stable = published.filter((other) => !other.prerelease).map((other) => other.tag);
    return isLatest(parseTags(stable, rules), parsed);
  };
  return {
    parsed,
    rules,
    prerelease: { value: prerelease, explicit: inputs.prerelease !== "auto" },
    name: {
      value: inputs.name ?? (component === undefined ? version.text : `${component} ${version.text}`),
      explicit: inputs.name !== undefined,
    },
    path: configured.find(({ name }) => name === component)?.path,
    latest: { value: latest, explicit: inputs.makeLatest !== "auto" },
  };
}

/** The component whose releases can be the latest. Undefined without components, or if none is marked as primary. */
function primaryComponent(inputs: TagInputs, config: Config, rules: TagRules): string | undefined {
  const chosen = inputs.primaryComponent ?? config.components?.find(({ primary }) => primary === true)?.name;
  if (chosen === undefined) return rules.components.length === 1 ? rules.components[0] : undefined;
  if (rules.components.includes(chosen)) return chosen;
  throw invalidWith([
    {
      input: "primary-component",
      what: `${JSON.stringify(chosen)} is not a declared component`,
      remedy:
        rules.components.length === 0
          ? "Declare the components."
          : `The declared components are ${rules.components.join(", ")}.`,
    },
  ]);
}

/** Where GitLab stores the files: a package per component and version, in the characters that GitLab allows. */
export function packageKey({ parsed }: ReleaseTag, repository: string): PackageKey {
  const name = parsed.component ?? repository.slice(repository.lastIndexOf("/") + 1);
  return { name: packageName(name, /[A-Za-z0-9._-]/), version: packageName(parsed.version.text, /[A-Za-z0-9_.+-]/) };
}

function packageName(text: string, kept: RegExp): string {
  const characters = [...text].map((character) => (kept.test(character) ? character : "-")).join("");
  return characters.replace(/^[-.]+/, "") || "release";
}
