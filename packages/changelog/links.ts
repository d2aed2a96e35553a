import { parseDefinition } from "./blocks/definitions.ts";

export interface LinkOptions {
  readonly version: string;
  readonly repositoryUrl: string | undefined;
  readonly tagOf: (version: string) => string;
}

/** A link that compares two revisions, as GitHub, GitLab, Gitea and Bitbucket write it. */
interface Comparison {
  /** Up to and with `/compare/`. */
  readonly base: string;
  readonly from: string;
  readonly dots: string;
  readonly to: string;
}

/** The destination of a definition, and the definition's text around it. */
export interface DefinitionParts {
  readonly before: string;
  readonly destination: string;
  readonly behind: string;
}

export function definitionParts(text: string): DefinitionParts | undefined {
  const parsed = parseDefinition(text, 0);
  if (parsed === undefined) return undefined;
  const { destinationStart, destinationEnd } = parsed;
  return {
    before: text.slice(0, destinationStart),
    destination: text.slice(destinationStart, destinationEnd),
    behind: text.slice(destinationEnd),
  };
}

/** The link of the version that follows `version`, whose link is `target`; undefined where it cannot be derived. */
export function nextTarget(
  target: string,
  version: string,
  { version: next, repositoryUrl, tagOf }: LinkOptions,
): string | undefined {
  const comparison = readComparison(target);
  if (comparison !== undefined) return `${comparison.base}${comparison.to}${comparison.dots}${tagOf(next)}`;
  const tag = tagOf(version);
  const at = target.lastIndexOf(tag);
  if (at !== -1 && !/[0-9A-Za-z]/.test(target.charAt(at - 1)) && at + tag.length === target.length)
    return target.slice(0, at) + tagOf(next);
  return repositoryUrl === undefined ? undefined : releaseUrl(repositoryUrl, tagOf(next));
}

/**
 * The links of Unreleased and of the new version, from the link of Unreleased so far. `previous` is the version
 * before, if the file has one.
 */
export function movedLinks(
  unreleased: string,
  previous: string | undefined,
  options: LinkOptions,
): { unreleased: string; version: string } | undefined {
  const tag = options.tagOf(options.version);
  const comparison = readComparison(unreleased);
  if (comparison !== undefined) {
    const { base, from, dots, to } = comparison;
    return { unreleased: `${base}${tag}${dots}${to}`, version: `${base}${from}${dots}${tag}` };
  }
  const { repositoryUrl } = options;
  if (repositoryUrl === undefined) return undefined;
  const version =
    previous === undefined ? releaseUrl(repositoryUrl, tag) : compareUrl(repositoryUrl, options.tagOf(previous), tag);
  return { unreleased: compareUrl(repositoryUrl, tag, "HEAD"), version };
}

function readComparison(url: string): Comparison | undefined {
  const at = url.lastIndexOf("/compare/");
  if (at === -1) return undefined;
  const base = url.slice(0, at + "/compare/".length);
  const range = url.slice(base.length);
  const dots = range.includes("...") ? "..." : "..";
  const [from, to, more] = range.split(dots);
  return from === undefined || from === "" || to === undefined || to === "" || more !== undefined
    ? undefined
    : { base, from, dots, to };
}

function compareUrl(repositoryUrl: string, from: string, to: string): string {
  return `${withoutSlash(repositoryUrl)}${middle(repositoryUrl)}/compare/${from}...${to}`;
}

function releaseUrl(repositoryUrl: string, tag: string): string {
  const gitlab = middle(repositoryUrl);
  return `${withoutSlash(repositoryUrl)}${gitlab === "" ? "/releases/tag/" : `${gitlab}/releases/`}${tag}`;
}

/** GitLab keeps its own pages behind `/-/`. */
function middle(repositoryUrl: string): string {
  return /^https?:\/\/[^/]*gitlab/i.test(repositoryUrl) ? "/-" : "";
}

function withoutSlash(url: string): string {
  return url.endsWith("/") ? url.slice(0, -1) : url;
}
