import { invalid, type Problem } from "@release-actions/action";
import { quote } from "@release-actions/text";
import { isPrereleaseWord, looksLikeVersion } from "./prerelease-word.ts";
import type { Scheme } from "./scheme.ts";
import {
  around,
  DEFAULT_COMPONENT_FORMAT,
  DEFAULT_FORMAT,
  endsInComponent,
  hasComponent,
  readTagFormat,
  withoutComponent,
  type TagFormat,
} from "./tag-format.ts";

/** How a repository names its tags, as declared in release-actions.yml or by inputs. */
export interface TagConventions {
  /** The scheme of all components that do not set one. Default: semver. */
  readonly scheme?: Scheme | undefined;
  /**
   * The formats of all components that do not set one. Default: `v{version}-{component}` with components, else
   * `v{version}`.
   */
  readonly formats?: readonly string[] | undefined;
  readonly components?: readonly (string | DeclaredComponent)[] | undefined;
}

/** A component that the repository releases. */
export interface DeclaredComponent {
  readonly name: string;
  /** Its own tag format. Default: the formats of the repository. */
  readonly format?: string | undefined;
  readonly scheme?: Scheme | undefined;
}

/** The checked conventions: every text that may surround a version, the most specific one first. */
export interface TagRules {
  readonly components: readonly string[];
  readonly formats: readonly string[];
  readonly readings: readonly Reading[];
}

export interface Reading {
  readonly format: string;
  readonly component: string | undefined;
  readonly scheme: Scheme;
  readonly prefix: string;
  readonly suffix: string;
  /** True where an unknown component would end up in the version, as a prerelease. */
  readonly guardsSuffix: boolean;
}

const LONGEST_COMPONENT = 128;
const COMPONENT = /^(?:@[A-Za-z0-9][A-Za-z0-9._-]*\/)?[A-Za-z0-9][A-Za-z0-9._-]*(?:\/[A-Za-z0-9][A-Za-z0-9._-]*)*$/;

/**
 * Checks the declared formats and components and prepares them for readTag. Throws `invalid` with all problems, such as
 * two components whose tags cannot be distinguished.
 */
export function tagRules({ scheme = "semver", formats, components = [] }: TagConventions): TagRules {
  const declared = components.map((component) => (typeof component === "string" ? { name: component } : component));
  const problems: Problem[] = declared.flatMap(({ name }, index) => componentProblems(name, declared.slice(0, index)));
  const read = (text: string, owner: string): TagFormat[] => {
    const format = readTagFormat(text);
    if (typeof format !== "string") return [format];
    problems.push({ what: `the tag format ${quote(text)}${owner} is wrong: ${format}` });
    return [];
  };
  const given =
    formats !== undefined && formats.length > 0
      ? formats
      : [declared.length > 0 ? DEFAULT_COMPONENT_FORMAT : DEFAULT_FORMAT];
  const shared = given.flatMap((text) => read(text, ""));
  if (declared.length === 0 && shared.some((format) => hasComponent(format) && !endsInComponent(format))) {
    problems.push({
      what: "a tag format contains {component}, but no component is declared",
      remedy: "declare the components",
    });
  }
  const own = declared.flatMap((component) =>
    component.format === undefined
      ? []
      : read(component.format, ` of ${component.name}`).map((format) => reading(format, component, scheme)),
  );
  const sharing = declared.filter(({ format }) => format === undefined);
  const readings = withoutShadowed([...own, ...shared.flatMap((format) => sharedReadings(format, sharing, scheme))]);
  problems.push(...clashes(readings));
  if (problems.length > 0) throw invalid("the components or tag formats are wrong", { problems });
  readings.sort((a, b) => weight(b) - weight(a));
  return {
    components: declared.map(({ name }) => name),
    formats: [...new Set(readings.map(({ format }) => format))],
    readings,
  };
}

function sharedReadings(format: TagFormat, components: readonly DeclaredComponent[], scheme: Scheme): Reading[] {
  if (!hasComponent(format)) return [reading(format, undefined, scheme)];
  const readings = components.map((component) => reading(format, component, scheme));
  return endsInComponent(format) ? [...readings, reading(withoutComponent(format), undefined, scheme)] : readings;
}

function reading(format: TagFormat, component: DeclaredComponent | undefined, scheme: Scheme): Reading {
  const componentFirst = hasComponent(format) && !endsInComponent(format);
  const name = component?.name;
  return {
    format: format.text,
    component: name,
    scheme: component?.scheme ?? scheme,
    guardsSuffix: !componentFirst,
    ...around(format, name ?? ""),
  };
}

/** The longest text around the version wins, so that `front-end` is not read as `end`. */
function weight({ prefix, suffix }: Reading): number {
  return prefix.length + suffix.length;
}

function componentProblems(name: string, before: readonly DeclaredComponent[]): Problem[] {
  const shown = quote(name);
  if (name.length > LONGEST_COMPONENT || !COMPONENT.test(name) || name.includes("..")) {
    const remedy = "use ASCII letters, digits and . - _, such as frontend, @acme/ui or sub/dir";
    return [{ what: `${shown} cannot name a component`, remedy }];
  }
  const problems: Problem[] = [];
  if (isPrereleaseWord(name))
    problems.push({ what: `the component ${shown} would be read as a prerelease`, remedy: "rename the component" });
  if (looksLikeVersion(name))
    problems.push({ what: `the component ${shown} would be read as a version`, remedy: "rename the component" });
  if (before.some((other) => other.name === name)) problems.push({ what: `the component ${shown} is declared twice` });
  return problems;
}

/** A component that has the plain `v{version}` for its own takes it from what belongs to no component. */
function withoutShadowed(readings: readonly Reading[]): Reading[] {
  const taken = new Set(readings.filter(({ component }) => component !== undefined).map(surroundings));
  return readings.filter((reading) => reading.component !== undefined || !taken.has(surroundings(reading)));
}

function clashes(readings: readonly Reading[]): Problem[] {
  const seen = new Map<string, Reading>();
  return readings.flatMap((reading) => {
    const other = seen.get(surroundings(reading));
    seen.set(surroundings(reading), reading);
    if (other === undefined || other.component === reading.component) return [];
    return [
      {
        what: `a tag like ${reading.prefix}1.2.3${reading.suffix} could belong to ${other.component} and to ${reading.component}`,
      },
    ];
  });
}

function surroundings({ prefix, suffix }: Reading): string {
  return JSON.stringify([prefix, suffix]);
}
