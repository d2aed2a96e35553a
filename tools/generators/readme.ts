import type { DescribedAction } from "./actions.ts";

/** Replaces what is between `<!-- name -->` and `<!-- /name -->`; a page without the marks is an error. */
export function replaceRegion(page: string, name: string, content: string, file: string): string {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const start = page.indexOf(open);
  const end = page.indexOf(close, start);
  if (start === -1 || end === -1) throw new Error(`${file} has no region ${open} … ${close}`);
  return `${page.slice(0, start + open.length)}\n${content}\n${page.slice(end)}`;
}

/** The generated parts of an action's README. */
export function actionReadme(page: string, described: DescribedAction): string {
  const file = `actions/${described.action.name}/README.md`;
  let text = replaceRegion(page, "inputs", inputTable(described), file);
  text = replaceRegion(text, "outputs", outputTable(described), file);
  return page.includes("<!-- permissions -->") ? replaceRegion(text, "permissions", needs(described), file) : text;
}

function inputTable({ inputs }: DescribedAction): string {
  const rows = inputs.map(({ name, description, required, default: value, github, gitlab, choices, secret }) => {
    const fallback = github ?? (value === "" ? undefined : value);
    const shown = required ? "**required**" : fallback === undefined ? "" : code(fallback);
    const notes = [
      choices === undefined ? "" : `One of ${choices.map(code).join(", ")}.`,
      secret ? "A secret." : "",
      gitlab === undefined ? "" : `GitLab: ${code(gitlab)}.`,
    ].filter((note) => note !== "");
    return `| ${code(name)} | ${cell([description, ...notes].join(" "))} | ${shown} |`;
  });
  return ["| input | what it is | default |", "|---|---|---|", ...rows].join("\n");
}

function outputTable({ outputs }: DescribedAction): string {
  const rows = outputs.map(
    ({ name, description, kind }) => `| ${code(name)} | ${cell(description)}${kind === "json" ? " JSON." : ""} |`,
  );
  return ["| output | what it is |", "|---|---|", ...rows].join("\n");
}

function needs({ action }: DescribedAction): string {
  const github = Object.entries(action.permissions.github).map(([scope, level]) => code(`${scope}: ${level}`));
  const endpoints = action.endpoints.description;
  return [
    `- GitHub: ${github.length === 0 ? code("permissions: {}") : github.join(", ")}`,
    `- GitLab: ${action.permissions.gitlab}`,
    `- Talks to: ${endpoints.length === 0 ? "no one" : endpoints.join("; ")}`,
  ].join("\n");
}

/** The table of all actions in the repository's README; internal ones are left out. */
export function actionsTable(actions: readonly DescribedAction[]): string {
  const rows = actions
    .filter(({ action }) => action.internal !== true)
    .map(
      ({ action }) =>
        `| [${code(action.name)}](actions/${action.name}/README.md) | ${cell(action.description)} | ${action.changes ? "yes" : "no"} |`,
    );
  return ["| action | what it does | changes something |", "|---|---|---|", ...rows].join("\n");
}

function code(text: string): string {
  return `\`${text.replaceAll("|", "\\|")}\``;
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("\n", " ");
}
