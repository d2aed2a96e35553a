/**
 * JQL, put together from quoted values only: a text in double quotes is one value whatever it holds, with backslashes
 * before quotes and backslashes.
 */
function quoted(value: string): string {
  return `"${value.replace(/[\u0000-\u001f\u007f]/g, " ").replace(/["\\]/g, "\\$&")}"`;
}

/** Oldest first. In all projects: an issue that was moved is still the same one. */
export function withLabel(label: string): string {
  return `labels = ${quoted(label)} ORDER BY key ASC`;
}

export function newestOf(project: string): string {
  return `project = ${quoted(project)} ORDER BY key DESC`;
}
