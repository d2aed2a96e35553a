import type { Selector } from "./selector.ts";

/** A file that a page makes a browser load. */
export interface Resource {
  /** module: a script of type module, whose media type browsers enforce. */
  readonly kind: "script" | "module" | "style" | "preload" | "modulepreload" | "icon" | "manifest";
  /** Absolute, without its fragment. */
  readonly url: string;
  /** As in the attribute: hashes separated by spaces (Subresource Integrity). */
  readonly integrity: string | undefined;
  /** The type of a preload: script, style, font and so on. */
  readonly as: string | undefined;
  /** Line in the page's source, from 1. */
  readonly line: number;
}

export interface WebPage {
  /** Whitespace collapsed, as browsers show it. Undefined: none. */
  readonly title: string | undefined;
  /** The base of relative addresses. */
  readonly base: string;
  readonly resources: readonly Resource[];
  /** Addresses that a browser cannot load, as written. */
  readonly unreadable: readonly { readonly text: string; readonly line: number }[];
  /** Inline code. */
  readonly inlineScripts: number;
  readonly inlineStyles: number;
  /** Content-Security-Policies that the page sets for itself. */
  readonly policies: readonly string[];
  /** The versions that the page reports, in the order of the markers. */
  readonly versions: readonly string[];
  readonly hasNoscript: boolean;
  /** The page has a password field. */
  readonly asksForPassword: boolean;
  /** Visible text without scripts and styles: enough to tell whether the page is empty. */
  readonly hasText: boolean;
  /** The number of matching elements. */
  count(selector: Selector): number;
}

/** Where a page reports its version: the content of a meta of these names, or data-version of the html, body or main element. */
export const VERSION_NAMES = ["version", "app-version", "application-version", "release-version"] as const;
/** The same for a browser. */
export const VERSION_SELECTOR = [
  ...VERSION_NAMES.map((name) => `meta[name="${name}" i][content]`),
  "html[data-version]",
  "body[data-version]",
  "main[data-version]",
  "body > [data-version]",
].join(",");
