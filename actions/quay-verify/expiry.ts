import type { ImageRequest } from "./images.ts";
import { fail, pass, skipped, unknown, warn, type Row } from "./rows.ts";
import type { Tools } from "./verify.ts";

const DAY = 86_400_000;

/** A tag that is about to expire takes the image with it, from under what runs it. */
export async function expiryRow(
  { tag, repository, place }: ImageRequest,
  digest: string,
  minExpiry: number | undefined,
  { quay, clock }: Pick<Tools, "quay" | "clock">,
): Promise<Row> {
  if (minExpiry === undefined) return skipped("expiry", "was not asked for");
  if (quay === undefined)
    return fail(
      "expiry",
      `${place.host} is asked by the registry protocol alone, which knows no expiry`,
      "Take min-expiry out, or name a registry with Quay's API.",
    );
  if (tag === undefined)
    return fail(
      "expiry",
      "only a tag has an expiry, and the image was asked for by its digest",
      "Give the tag as well, or take min-expiry out.",
    );
  const answer = await quay.tag(repository, tag);
  if (answer.state === "absent")
    return unknown("expiry", `Quay's API does not list the tag ${tag}`, "Run again; a private repository needs token.");
  if (answer.digest !== digest)
    return fail(
      "expiry",
      `Quay's API has ${answer.digest} for the tag ${tag}`,
      "The tag was moved while the image was verified: verify again.",
    );
  if (answer.expires !== undefined && answer.expires < clock.now() + minExpiry) {
    return fail(
      "expiry",
      `the tag ${tag} expires on ${new Date(answer.expires).toISOString()}`,
      "Remove its expiry in Quay, or build without the label quay.expires-after.",
    );
  }
  const until =
    answer.expires === undefined
      ? "never expires"
      : `expires on ${new Date(answer.expires).toISOString().slice(0, 10)}, in ${Math.floor((answer.expires - clock.now()) / DAY)} days`;
  if (answer.reversion)
    return warn(
      "expiry",
      `the tag ${tag} ${until}; it was set back to an earlier image`,
      "Make sure that the earlier image is the one that is meant.",
    );
  return pass("expiry", `the tag ${tag} ${until}`);
}
