/** Names: https://kubernetes.io/docs/concepts/overview/working-with-objects/names/ */

/** Whether it is a label of a host name (RFC 1123): namespaces and most objects must have such names. */
export function isName(text: string): boolean {
  return text.length <= 63 && /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?$/.test(text);
}

/** Whether it is labels joined by dots: all objects must have such names. */
export function isSubdomain(text: string): boolean {
  return text.length <= 253 && text.split(".").every(isName);
}

/** Whether a label of an object can have this value. */
export function isLabelValue(text: string): boolean {
  return text.length <= 63 && /^(?:[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?)?$/.test(text);
}
