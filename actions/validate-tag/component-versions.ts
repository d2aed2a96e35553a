/**
 * The version that a release train's changelog entry gives for a component, in a list under a heading
 * "Component Versions":
 *
 *     #### Component Versions
 *     - **automation-service**: 3.0.1
 *     - frontend 1.1.0
 */
export function listedVersion(entry: string, component: string): string | undefined {
  let inList = false;
  for (const line of entry.split(/\r\n|\r|\n/)) {
    if (line.startsWith("#")) inList = /^#{1,6}\s+component versions:?\s*#*$/i.test(line.slice(0, 200).trim());
    if (!inList) continue;
    const version = versionOf(line, component);
    if (version !== undefined) return version;
  }
  return undefined;
}

/** `- **name**: 1.2.3`, with any emphasis or code marks around the name and the version, with or without a colon. */
function versionOf(line: string, component: string): string | undefined {
  const item = line.slice(0, 500).trim();
  if (!/^[-*+] /.test(item)) return undefined;
  const [name, version, ...rest] = item
    .slice(2)
    .replace(/[*`_]{1,3}(?=[\s:]|$)|(?<![^\s])[*`_]{1,3}/g, "")
    .split(/[\s:]+/)
    .filter((word) => word !== "");
  if (name !== component || version === undefined || (rest.length > 0 && !rest.join(" ").startsWith("(")))
    return undefined;
  return version.replace(/^v(?=[0-9])/, "");
}
