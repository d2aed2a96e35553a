/** How much of the Snapshot's name is shown in the Release's, so that all of it keeps within 63 characters. */
const SHOWN = 44;

/**
 * The name of a Release: one for each Snapshot, plan and attempt, whoever asks and however often. That makes it the key
 * by which a Release is looked up before and after it is made.
 */
export async function releaseName(snapshot: string, plan: string, attempt: number): Promise<string> {
  return `${await stem(snapshot, plan)}-${attempt}`;
}

/** Which attempt a Release of this Snapshot and plan is; undefined for one that someone else named. */
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
