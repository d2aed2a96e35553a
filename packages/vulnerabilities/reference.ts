/** The parts of registry/repository:tag@digest. The tag follows the last colon, unless that is a port's. */
export function splitReference(reference: string): { repository: string; tag: string | undefined } {
  const [name = ""] = reference.split("@", 1);
  const colon = name.lastIndexOf(":");
  if (colon <= name.lastIndexOf("/")) return { repository: name, tag: undefined };
  return { repository: name.slice(0, colon), tag: name.slice(colon + 1) };
}
