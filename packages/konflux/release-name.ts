/** How much of the Snapshot's name is part of the Release's, which may have at most 63 characters. */
const SHOWN = 44;

/**
 * The name of a Release, always the same for a Snapshot, plan and attempt. That makes it the key by which a Release is
 * looked up before and after it is created.
 */
export async function releaseName(snapshot: string, plan: string, attempt: number): Promise<string> {
  return `${await stem(snapshot, plan)}-${attempt}`;
}

/** The attempt, 1 or greater, from the name of a Release; undefined for a name of someone else. */
export async function attemptOf(name: string, snapshot: string, plan: string): Promise<number | undefined> {
  const begins = `${await stem(snapshot, plan)}-`;
  const rest = name.startsWith(begins) ? name.slice(begins.length) : "";
  return /^[1-9][0-9]{0,5}$/.test(rest) ? Number(rest) : undefined;
}

async function stem(snapshot: string, plan: string): Promise<string> {
  const { createHash } = await import("node:crypto");
  const hash = createHash("sha256")
    .update(JSON.stringify([snapshot, plan]))
    .digest("hex");
  return `${snapshot.slice(0, SHOWN).replace(/-+$/, "")}-${hash.slice(0, 10)}`;
}
