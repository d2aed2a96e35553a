import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import ts from "typescript";
import { visible } from "@release-actions/text";
import { ROOT_PATH } from "../root.ts";

const FOLDERS = ["actions", "cli", "packages", "test", "tools"];
/** Tests in this folder are listed whatever their titles. */
const SECURITY_TESTS = "test/security/";

/** The groups of the catalogue of attacks. */
const GROUPS: ReadonlyMap<string, string> = new Map([
  ["A", "text into logs, outputs and summaries"],
  ["B", "inputs"],
  ["C", "git"],
  ["D", "HTTP"],
  ["E", "YAML, JSON and Markdown"],
  ["F", "large bodies"],
  ["G", "secrets"],
  ["H", "Kubernetes and Konflux"],
  ["I", "gates"],
  ["J", "databases"],
  ["K", "workflows"],
  ["L", "supply chain"],
]);
/** `security A1, A2: …`, possibly after the name of another case; `security hole 3: …`. */
const CASE = /\bsecurity ((?:[A-L]|hole )[0-9]+[^:]*):\s*([^]*)$/;
/** The same as written in the source: the case may be in the test table. */
const NAMED = /\bsecurity (?:[A-L][0-9]|hole [0-9]|%s:)/;
const NAMING = new Set(["test", "describe", "it", "ring"]);
/** The most table values shown in a title, and their maximum length. */
const MOST_VALUES = 3;
const LONGEST_VALUE = 40;

const ENDS_IN_THE_MIDDLE = /(?<!:):$|[,;({[–-]$|\b(?:and|or|of|the|a|an)$/;

interface Listed {
  /** A letter, or `hole`. */
  readonly group: string;
  readonly number: number;
  readonly cases: string;
  readonly title: string;
  readonly file: string;
}

/** Every test that is named after an attack, as tables by group. Throws if a title cannot be read. */
export async function securityTable(): Promise<string> {
  const files = await testFiles();
  const listed = await Promise.all(
    files.map(async (file) => securityTests(file, await readFile(join(ROOT_PATH, file), "utf8"))),
  );
  const found = listed.flat().sort((a, b) => a.number - b.number || (a.title < b.title ? -1 : 1));
  const tables = [...GROUPS].flatMap(([letter, name]) => table(`${letter}: ${name}`, "case", found, letter));
  return [...tables, ...table("Attacks that got through once", "hole", found, "hole")].join("\n\n");
}

function table(heading: string, column: string, found: readonly Listed[], group: string): string[] {
  const rows = found
    .filter((one) => one.group === group)
    .map(({ cases, title, file }) => `| ${cases} | ${cell(title)} | [${file}](../${file}) |`);
  if (rows.length === 0) return [];
  return [[`### ${heading}`, "", `| ${column} | what the test shows | where |`, "|---|---|---|", ...rows].join("\n")];
}

/** The tests in a file that are named after an attack, or all tests in a file of security tests. */
export function securityTests(file: string, source: string): Listed[] {
  const found: Listed[] = [];
  const whole = file.startsWith(SECURITY_TESTS);
  const visit = (node: ts.Node, top: boolean): void => {
    const isText = ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);
    const isTitle = isText && isNaming(node.parent, node);
    const title = isText && (isTitle || NAMED.test(rawOf(node))) ? titleOf(node) : "";
    const [, cases, text] = (isText && NAMED.test(rawOf(node)) && CASE.exec(title)) || [];
    if (cases !== undefined && text !== undefined) found.push(checked(file, cases, text));
    else if (isTitle && whole && top) found.push(checked(file, "hole", title));
    ts.forEachChild(node, (child) => visit(child, top && !isTitle && !ts.isFunctionLike(node)));
  };
  visit(ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true), true);
  return found;
}

function checked(file: string, cases: string, text: string): Listed {
  const title = visible(text.replace(/\s+/g, " ").trim());
  if (title === "" || title === "…") throw new Error(`${file}: the test ${cases} has no title`);
  if (ENDS_IN_THE_MIDDLE.test(title)) throw new Error(`${file}: the title ends in the middle: ${title}`);
  const [, group = "hole", number = "0"] = /^([A-L]|hole) ?([0-9]*)/.exec(cases) ?? [];
  return { group, number: Number(number), cases: cases.replace("hole", "").trim(), title, file };
}

/** The first argument of test(…), describe.each(…)(…) and the like. */
function isNaming(call: ts.Node, argument: ts.Node): boolean {
  if (!ts.isCallExpression(call) || call.arguments[0] !== argument) return false;
  const [name = ""] = call.expression.getText().split(/[.(<]/);
  return NAMING.has(name);
}

type Text = ts.StringLiteralLike | ts.TemplateExpression;

/** The text with computed parts shown as `…`. */
function rawOf(node: Text): string {
  if (!ts.isTemplateExpression(node)) return node.text;
  return node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join("");
}

/** A readable title: placeholders show the first values of the table, and a row's own name is filled in. */
function titleOf(node: Text): string {
  if (isTable(node.parent)) return filled(rawOf(node), rowsOf(node.parent));
  const row = node.parent;
  const call = ts.isArrayLiteralExpression(row) && row.elements[0] === node ? tableAround(row) : undefined;
  const title = call?.arguments[0];
  const isFilled = title !== undefined && ts.isStringLiteralLike(title) && title.text.includes("%s");
  return isFilled ? filled(title.text, [row as ts.Expression]) : rawOf(node);
}

function filled(title: string, rows: readonly ts.Expression[]): string {
  let column = 0;
  return title.replace(/%%|%[a-zA-Z#]|\$[a-zA-Z][\w.]*/g, (placeholder) => {
    if (placeholder === "%%") return "%";
    const name = placeholder.startsWith("$") ? placeholder.slice(1) : undefined;
    const at = name === undefined ? column++ : 0;
    return valuesOf(rows.map((row) => literal(name === undefined ? columnOf(row, at) : fieldOf(row, name))));
  });
}

/** The `test.each([row])(title)` call around a row. */
function tableAround(row: ts.Node): ts.CallExpression | undefined {
  let node: ts.Node = row.parent;
  while (ts.isArrayLiteralExpression(node) || ts.isAsExpression(node)) node = node.parent;
  return isTable(node.parent) ? node.parent : undefined;
}

/** Whether this is a `test.each(…)(title)` call. */
function isTable(call: ts.Node): call is ts.CallExpression & { readonly expression: ts.CallExpression } {
  if (!ts.isCallExpression(call) || !ts.isCallExpression(call.expression)) return false;
  return call.expression.expression.getText().endsWith(".each");
}

/** Its rows, if they are literals in the file. */
function rowsOf(call: { readonly expression: ts.CallExpression }): readonly ts.Expression[] {
  const given = unwrapped(call.expression.arguments[0]);
  const rows = given !== undefined && ts.isIdentifier(given) ? valueOf(given) : given;
  return rows !== undefined && ts.isArrayLiteralExpression(rows) ? rows.elements.map((row) => unwrapped(row)!) : [];
}

/** The initializer of a constant in the same file. */
function valueOf(name: ts.Identifier): ts.Expression | undefined {
  const declarations = name.getSourceFile().statements.filter(ts.isVariableStatement);
  const all = declarations.flatMap(({ declarationList }) => [...declarationList.declarations]);
  return unwrapped(all.find((one) => one.name.getText() === name.text)?.initializer);
}

function unwrapped(node: ts.Expression | undefined): ts.Expression | undefined {
  const wraps = node !== undefined && (ts.isAsExpression(node) || ts.isParenthesizedExpression(node));
  return wraps ? unwrapped(node.expression) : node;
}

function columnOf(row: ts.Expression, column: number): ts.Expression | undefined {
  if (ts.isArrayLiteralExpression(row)) return row.elements[column];
  return column === 0 ? row : undefined;
}

function fieldOf(row: ts.Expression, name: string): ts.Expression | undefined {
  if (!ts.isObjectLiteralExpression(row)) return ts.isIdentifier(row) ? row : undefined;
  const found = row.properties.find((one) => one.name?.getText() === name);
  return found !== undefined && ts.isPropertyAssignment(found) ? found.initializer : undefined;
}

function literal(node: ts.Expression | undefined): string | undefined {
  if (node === undefined) return undefined;
  if (ts.isIdentifier(node) && node.text !== "undefined") return node.text;
  if (ts.isStringLiteralLike(node) || ts.isNumericLiteral(node)) return node.text.replace(/\s+/g, " ").trim();
  return /^(?:true|false|null|-\d+)$/.test(node.getText()) ? node.getText() : undefined;
}

/** `a / b / c / …` */
function valuesOf(values: readonly (string | undefined)[]): string {
  const shown = values.filter((value) => value !== undefined && value !== "" && value.length <= LONGEST_VALUE);
  const distinct = [...new Set(shown)];
  if (distinct.length === 0) return "…";
  const isAll = shown.length === values.length && distinct.length <= MOST_VALUES;
  return `${distinct.slice(0, MOST_VALUES).join(" / ")}${isAll ? "" : " / …"}`;
}

async function testFiles(): Promise<string[]> {
  const lists = await Promise.all(
    FOLDERS.map(async (folder) => {
      const files = await readdir(join(ROOT_PATH, folder), { recursive: true }).catch(() => []);
      return files.map((file) => join(folder, file));
    }),
  );
  return lists
    .flat()
    .filter((file) => file.endsWith(".test.ts") && file !== "tools/generators/security.test.ts")
    .sort();
}

/** Text for a table cell, with all markup escaped. */
function cell(text: string): string {
  return text.replace(/[\\`*_[\]|~$]/g, "\\$&").replaceAll("<", "&lt;");
}
