import { readFileSync } from "node:fs";
import { join } from "node:path";
import { globSync } from "node:fs";
import ts from "typescript";

/** A word or phrase that CONTRIBUTING.md's word list replaces, at its line of a file. */
export interface Finding {
  readonly file: string;
  readonly line: number;
  readonly found: string;
  readonly write: string;
}

interface Rule {
  readonly pattern: RegExp;
  readonly write: string;
}

/** One piece of prose, and the line that it begins on. */
interface Prose {
  readonly text: string;
  readonly line: number;
}

const MARKDOWN = ["*.md", "docs/**/*.md", "actions/*/README.md", "packages/*/README.md", "examples/**/*.md"];
const YAML = [".github/workflows/*.yml", "examples/**/*.yml"];
const SOURCES = ["actions/**/*.ts", "cli/**/*.ts", "packages/**/*.ts", "tools/**/*.ts", "test/**/*.ts"];
/** Generated from sources that are read themselves, or a record of what was published. */
const NOT_READ = /node_modules|\.generated\.ts$|\/fixtures\/|^CHANGELOG\.md$|^docs\/security\.md$/;
const TESTS = /\.test\.ts$|^test\//;

/**
 * The word list: the table under "Words" in CONTRIBUTING.md, whose first column holds the words in backticks. A phrase
 * after "there", as in "there is no tag", or before "longer", as in "is no longer", is left alone.
 */
export function readWordList(contributing: string): readonly Rule[] {
  const [, table = ""] = contributing.split(/^### Words$/m);
  return [...table.matchAll(/^\| (`.+`) \| (.+) \|$/gm)].map(([, words = "", write = ""]) => {
    const phrases = [...words.matchAll(/`([^`]+)`/g)].map(([, phrase = ""]) => phrase.replaceAll(" ", String.raw`\s+`));
    return {
      pattern: new RegExp(String.raw`(?<![\w-])(?<!\bthere\s)(?:${phrases.join("|")})(?![\w-]|\s+longer\b)`, "gi"),
      write,
    };
  });
}

/** Everything in the tree that the word list replaces. */
export function findWords(root: string): readonly Finding[] {
  const rules = readWordList(readFileSync(join(root, "CONTRIBUTING.md"), "utf8"));
  const read = (patterns: readonly string[], proseOf: (text: string, file: string) => readonly Prose[]) =>
    globSync([...patterns], { cwd: root })
      .filter((file) => !NOT_READ.test(file))
      .sort()
      .flatMap((file) => check(file, proseOf(readFileSync(join(root, file), "utf8"), file), rules));
  return [...read(MARKDOWN, markdownProse), ...read(YAML, yamlProse), ...read(SOURCES, sourceProse)];
}

function check(file: string, prose: readonly Prose[], rules: readonly Rule[]): readonly Finding[] {
  return prose.flatMap(({ text, line }) =>
    rules.flatMap(({ pattern, write }) =>
      [...text.matchAll(pattern)].map(({ 0: found, index }) => ({
        file,
        line: line + text.slice(0, index).split("\n").length - 1,
        found,
        write,
      })),
    ),
  );
}

/** Markdown without code and without the word list itself. */
export function markdownProse(text: string, file: string): readonly Prose[] {
  const own = file === "CONTRIBUTING.md" ? text.replace(/^### Words$[^#]*/m, blank) : text;
  return [{ text: own.replaceAll(/^ *(```|~~~)[^]*?^ *\1/gm, blank).replaceAll(/`[^`\n]+`/g, blank), line: 1 }];
}

/** Comments, names and descriptions of a workflow. */
export function yamlProse(text: string): readonly Prose[] {
  return text.split("\n").flatMap((content, index) => {
    const [, prose] = /(?:#|(?:^|\s)(?:name|description):)\s(.*)$/.exec(content) ?? [];
    return prose === undefined ? [] : [{ text: prose.replaceAll(/`[^`]+`|\$\{\{.*?\}\}/g, blank), line: index + 1 }];
  });
}

/** Comments, and strings that are sentences; of a test only its comments and titles. */
export function sourceProse(text: string, file: string): readonly Prose[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const lineOf = (position: number) => source.getLineAndCharacterOfPosition(position).line + 1;
  const prose: Prose[] = [];
  const comments = new Set<number>();
  const visit = (node: ts.Node): void => {
    for (const { pos, end } of ts.getLeadingCommentRanges(text, node.getFullStart()) ?? []) {
      if (!comments.has(pos))
        prose.push({ text: text.slice(pos, end).replaceAll(/`[^`]+`/g, blank), line: lineOf(pos) });
      comments.add(pos);
    }
    if (isText(node) && (!TESTS.test(file) || isTitle(node)) && /\S\s+\S/.test(node.text)) {
      prose.push({ text: node.text.replaceAll(/`[^`]+`/g, blank), line: lineOf(node.getStart()) });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return prose;
}

type Text = ts.StringLiteral | ts.NoSubstitutionTemplateLiteral | ts.TemplateHead | ts.TemplateMiddle | ts.TemplateTail;

function isText(node: ts.Node): node is Text {
  return ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);
}

/** The first argument of `test`, `describe` and the like, with or without `.each`. */
function isTitle(node: Text): boolean {
  const call = ts.isTemplateExpression(node.parent) ? node.parent.parent : node.parent;
  if (!ts.isCallExpression(call) || call.arguments[0] !== (call === node.parent ? node : node.parent)) return false;
  return /^(?:test|describe|it|ring)\b/.test(call.expression.getText());
}

/** As many blanks as there are characters, so that positions stay. */
function blank(text: string): string {
  return text.replaceAll(/[^\n]/g, " ");
}
