import type { Selector } from "./selector.ts";

/** What a page asks a browser to load. */
export interface Resource {
  /** module: a script of type module, which is held to its media type. */
  readonly kind: "script" | "module" | "style" | "preload" | "modulepreload" | "icon" | "manifest";
  /** Absolute, without its fragment. */
  readonly url: string;
  /** As in the attribute: hashes separated by spaces (Subresource Integrity). */
  readonly integrity: string | undefined;
  /** What a preload is for: script, style, font and so on. */
  readonly as: string | undefined;
  /** In the page's source, from 1. */
  readonly line: number;
}

export interface WebPage {
  /** White space collapsed, as browsers show it. Undefined: there is none. */
  readonly title: string | undefined;
  /** What addresses are relative to. */
  readonly base: string;
  readonly resources: readonly Resource[];
  /** Addresses that no browser could load, as they are written. */
  readonly unreadable: readonly { readonly text: string; readonly line: number }[];
  /** Code that stands in the page itself. */
  readonly inlineScripts: number;
  readonly inlineStyles: number;
  /** Content-Security-Policies that the page gives itself. */
  readonly policies: readonly string[];
  /** What the page says its version is, the first marker first. */
  readonly versions: readonly string[];
  readonly hasNoscript: boolean;
  /** The page asks for a password. */
  readonly asksForPassword: boolean;
  /** Visible text without scripts and styles: enough of it to see whether the page is empty. */
  readonly hasText: boolean;
  /** How many elements fit. */
  count(selector: Selector): number;
}

/** Where a page says its version: the content of a meta of these names, or data-version of the html, body or main element. */
export const VERSION_NAMES = ["version", "app-version", "application-version", "release-version"] as const;
/** The same for a browser. */
export const VERSION_SELECTOR = [
  ...VERSION_NAMES.map((name) => `meta[name="${name}" i][content]`),
  "html[data-version]",
  "body[data-version]",
  "main[data-version]",
  "body > [data-version]",
].join(",");
