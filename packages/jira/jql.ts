/**
 * JQL is composed of quoted values only: text in double quotes is one value whatever it contains, if quotes and
 * backslashes are escaped (https://support.atlassian.com/jira-software-cloud/docs/jql-fields/).
 */
function quoted(value: string): string {
  return `"${value.replace(/[\u0000-\u001f\u007f]/g, " ").replace(/["\\]/g, "\\$&")}"`;
}

/** Issues with a label, oldest first, in all projects: an issue that was moved is still the same one. */
export function withLabel(label: string): string {
  return `labels = ${quoted(label)} ORDER BY key ASC`;
}

/** Issues of a project, newest first. */
export function newestOf(project: string): string {
  return `project = ${quoted(project)} ORDER BY key DESC`;
}
