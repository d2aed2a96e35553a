import { parseFragment, type DefaultTreeAdapterTypes } from "parse5";

/**
 * What GitHub and GitLab find in rendered Markdown: they search the text of the HTML. The patterns are their own where
 * published, and the broader one where the two differ. Does not check whether a user, an issue or a commit exists.
 */
export type LiveKind =
  | "link"
  | "image"
  | "html"
  | "mention"
  | "reference"
  | "commit"
  | "jira"
  | "url"
  | "www"
  | "email"
  | "emoji"
  | "wiki"
  | "contents"
  | "diff"
  | "math"
  | "diagram";

export interface Live {
  readonly kind: LiveKind;
  readonly text: string;
}

/** What a document contains on purpose; not counted. */
export interface Own {
  readonly url?: (url: string) => boolean;
  /** Elements that the document writes as HTML. */
  readonly html?: readonly string[];
}

/** What cmark-gfm itself produces. */
const ELEMENTS = new Set([
  ..."p h1 h2 h3 h4 h5 h6 ul ol li blockquote pre code em strong del a img br hr input".split(" "),
  ..."table thead tbody tr th td".split(" "),
]);
const ATTRIBUTES = new Set(["href", "src", "alt", "title", "class", "align", "start", "type", "checked", "disabled"]);
/** html-pipeline's @mention_filter.rb (IGNORE_PARENTS) and GitLab's lib/banzai/filter (IGNORED_ANCESTOR_TAGS). */
const QUIET = new Set(["pre", "code", "a", "tt", "style"]);
/** GitHub, "Creating diagrams"; GitLab's lib/banzai/filter: mermaid, plantuml, kroki, math, json_table, suggestion. */
const DIAGRAM =
  /\blanguage-(?:mermaid|geojson|topojson|stl|math|plantuml|graphviz|ditaa|nomnoml|suggestion|json:table)/;

const PATTERNS: readonly (readonly [LiveKind, RegExp])[] = [
  // html-pipeline's @mention_filter.rb; GitLab's app/models/user.rb (reference_pattern) with lib/gitlab/path_regex.rb.
  ["mention", /(?<!\w)@(?:[\w.][\w.-]*[\w-]|\w)(?:\/(?:[\w.][\w.-]*[\w-]|\w))*/g],
  // GitHub, "Autolinked references and URLs": #26, owner/repository#26. GitLab's app/models/issue.rb,
  // merge_request.rb, snippet.rb, alert_management/alert.rb (^alert#1) and ee/app/models/ee/epic.rb: # ! $ & and a
  // number, with or without a path before.
  ["reference", /[#!$&]\d+(?!\w)/g],
  // GitHub, the same page.
  ["reference", /\bGH-\d+\b/gi],
  // GitLab's app/models/label.rb.
  ["reference", /~(?:\d+(?!\S\w)\b|[A-Za-z0-9_\-?.&]+(?<![.?])|".+?")/g],
  // GitLab's app/models/milestone.rb and ee/app/models/ee/iteration.rb.
  ["reference", /%(?:[^"\s<]+\b|"[^"]+")|\*iteration:/g],
  // GitLab, "GitLab-specific references": [vulnerability:1], [feature_flag:1], [contact:a@b.example] and the like.
  ["reference", /\[(?:vulnerability|feature_flag|contact|cadence|iteration|wiki_page|issue|epic|work_item):[^\]]+\]/g],
  // GitHub: 7 to 40 digits; GitLab's app/models/commit.rb: to 64 with SHA-256.
  ["commit", /\b[0-9a-f]{7,64}\b/gi],
  // GitLab's lib/gitlab/regex.rb (jira_issue_key_regex); on GitHub a repository's own autolinks.
  ["jira", /\b[A-Z][A-Z_0-9]+-\d+/g],
  // GitLab's lib/banzai/filter/autolink_filter.rb: any scheme.
  ["url", /\b[a-z][a-z0-9+.-]+:\/\/[^\s>]+/gi],
  // cmark-gfm's extensions/autolink.c, and Rinku of html-pipeline's autolink_filter.rb, which reads the rendered text.
  ["www", /(?<!\w)www\.[a-z0-9_-]+/gi],
  ["email", /[a-z0-9.+_-]+@[a-z0-9_-]+(?:\.[a-z0-9_-]+)+/gi],
  // html-pipeline's emoji_filter.rb and GitLab's emoji_filter.rb: names; 100 and 1234 are the ones without a letter.
  ["emoji", /:(?:100|1234|[+-]1|[a-z0-9_+-]*[a-z][a-z0-9_+-]*):/gi],
  // GitLab's lib/banzai/filter/gollum_tags_filter.rb.
  ["wiki", /\[\[.+?\]\]/g],
  // GitLab's lib/banzai/filter/inline_diff_filter.rb.
  ["diff", /\[-.*?-\]|\{-.*?-\}|\[\+.*?\+\]|\{\+.*?\+\}/g],
  // GitHub, "Writing mathematical expressions"; GitLab's lib/banzai/filter/math_filter.rb.
  ["math", /\$\$[^$]+\$\$|\$[^\s$](?:[^$]*[^\s$])?\$/g],
];

/** Everything in this HTML that would be more than text, in order, except what the document contains on purpose. */
export function liveParts(html: string, own: Own = {}): Live[] {
  const found: Live[] = [];
  for (const node of parseFragment(html).childNodes) walk(node, false, own, found);
  return found;
}

function walk(node: DefaultTreeAdapterTypes.ChildNode, quiet: boolean, own: Own, found: Live[]): void {
  if (node.nodeName === "#comment") {
    const { data } = node as DefaultTreeAdapterTypes.CommentNode;
    if (data.trim() === "raw HTML omitted") found.push({ kind: "html", text: "raw HTML" });
    return;
  }
  if (node.nodeName === "#text") {
    if (!quiet) textParts((node as DefaultTreeAdapterTypes.TextNode).value, found);
    return;
  }
  if (!("tagName" in node)) return;
  elementParts(node, own, found);
  const inside = quiet || QUIET.has(node.tagName);
  for (const child of node.childNodes) walk(child, inside, own, found);
  contentsParts(node, found);
  if (!inside) mathParts(node, found);
}

function elementParts(node: DefaultTreeAdapterTypes.Element, own: Own, found: Live[]): void {
  const { tagName } = node;
  const attribute = (name: string): string | undefined => node.attrs.find((one) => one.name === name)?.value;
  const url = attribute(tagName === "img" ? "src" : "href");
  if (tagName === "img") found.push({ kind: "image", text: url ?? "" });
  if (tagName === "a" && own.url?.(url ?? "") !== true) found.push({ kind: "link", text: url ?? "" });
  const isOwn = own.html?.includes(tagName) === true;
  if (!ELEMENTS.has(tagName) && !isOwn) found.push({ kind: "html", text: `<${tagName}>` });
  const strange = node.attrs.find(({ name }) => !ATTRIBUTES.has(name));
  if (strange !== undefined && !isOwn) found.push({ kind: "html", text: `<${tagName} ${strange.name}>` });
  if (DIAGRAM.test(attribute("class") ?? "")) found.push({ kind: "diagram", text: attribute("class")! });
}

function textParts(text: string, found: Live[]): void {
  for (const [kind, pattern] of PATTERNS) {
    for (const [match] of text.matchAll(pattern)) found.push({ kind, text: match });
  }
}

/**
 * A table of contents: [TOC] alone, even as code, and [[_TOC_]], whose underscores are emphasis. GitLab's
 * lib/banzai/filter/table_of_contents_tag_filter.rb checks the text around a text node that contains "toc".
 */
function contentsParts(node: DefaultTreeAdapterTypes.Element, found: Live[]): void {
  const has = ({ childNodes }: DefaultTreeAdapterTypes.Element, pattern: RegExp) =>
    childNodes.some((child) => "value" in child && pattern.test(child.value));
  const text = textOf(node).trim();
  const isEmphasized = node.childNodes.some(
    (child) => "tagName" in child && child.tagName === "em" && has(child, /^toc$/i),
  );
  const isAlone = /^\[toc\]$/i.test(text) && isInParagraph(node) && has(node, /toc/i);
  if (isAlone || (isEmphasized && /^\[\[toc\]\]$/i.test(text))) found.push({ kind: "contents", text });
}

function isInParagraph(node: DefaultTreeAdapterTypes.Element): boolean {
  for (let at: DefaultTreeAdapterTypes.ParentNode | null = node; at !== null && "tagName" in at; at = at.parentNode) {
    if (at.tagName === "p") return true;
  }
  return false;
}

/** Math around a code span. */
function mathParts(node: DefaultTreeAdapterTypes.Element, found: Live[]): void {
  for (const [index, child] of node.childNodes.entries()) {
    const [before, after] = [node.childNodes[index - 1], node.childNodes[index + 1]];
    if (child.nodeName !== "code" || before === undefined || after === undefined) continue;
    if (!textOf(before).endsWith("$") || !textOf(after).startsWith("$")) continue;
    found.push({ kind: "math", text: `$\`${textOf(child)}\`$` });
  }
}

function textOf(node: DefaultTreeAdapterTypes.ChildNode): string {
  if ("value" in node) return node.value;
  return "childNodes" in node ? node.childNodes.map(textOf).join("") : "";
}
