import { findSignature } from "@release-actions/registry";
import type { ImageRequest } from "./images.ts";
import { fail, pass, skipped, type Row } from "./rows.ts";
import type { Rules, Tools } from "./verify.ts";

export async function signatureRow(
  { repository }: ImageRequest,
  digest: string,
  { requireSignature, signatureKey }: Pick<Rules, "requireSignature" | "signatureKey">,
  { registry }: Pick<Tools, "registry">,
): Promise<Row> {
  if (!requireSignature) return skipped("signature", "was not asked for");
  const finding = await findSignature(registry, repository, digest, signatureKey);
  switch (finding.state) {
    case "proven":
      return pass("signature", "signed by signature-key");
    case "attached":
      return pass(
        "signature",
        `a signature for this digest is attached (${finding.by}); whose it is was not examined, since signature-key was not given`,
      );
    case "not by the key":
      return fail(
        "signature",
        `${finding.found} ${finding.found === 1 ? "signature is" : "signatures are"} attached, and none is by signature-key`,
        "Sign the image with the key: cosign sign --key …",
      );
    case "none":
      return fail("signature", "no signature is attached to this digest", "Sign the image: cosign sign …@sha256:…");
  }
}
