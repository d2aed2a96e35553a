/** Names as RFC 1123 has them, which Kubernetes takes for objects and namespaces. */

/** A label of a host name: what namespaces and most names must be. */
export function isName(text: string): boolean {
  return text.length <= 63 && /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?$/.test(text);
}

/** Labels with dots between them: what names of objects must be. */
export function isSubdomain(text: string): boolean {
  return text.length <= 253 && text.split(".").every(isName);
}

/** What can be the value of a label of an object. */
export function isLabelValue(text: string): boolean {
  return text.length <= 63 && /^(?:[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?)?$/.test(text);
}
