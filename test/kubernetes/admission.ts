import { createServer } from "node:https";
import { json, send } from "../stand-ins/shared/answer.ts";
import { listen, portOf, shut } from "../stand-ins/shared/listen.ts";
import { receive } from "../stand-ins/shared/receive.ts";
import { mutateRelease, refuseRelease } from "../stand-ins/kubernetes/index.ts";
import type { Stored } from "../stand-ins/kubernetes/index.ts";
import type { Certificate } from "../faults/certificates.ts";

interface Review {
  readonly request: {
    readonly uid: string;
    readonly operation: string;
    readonly object: Stored;
    readonly oldObject: Stored | null;
    readonly userInfo: { readonly username: string };
  };
}

/** The admission server of release-service, as far as Releases go. */
export async function startAdmission(
  certificate: Certificate,
): Promise<{ readonly url: string; close(): Promise<void> }> {
  const server = createServer(
    certificate,
    (request, response) =>
      void (async () => {
        const body = (await receive(request, 4 * 1024 * 1024)).content?.toString("utf8") ?? "";
        const { request: asked } = JSON.parse(body) as Review;
        const [path = ""] = (request.url ?? "").split("?");
        const said = path.startsWith("/mutate-") ? mutation(asked, path) : validation(asked);
        send(
          response,
          json(200, {
            apiVersion: "admission.k8s.io/v1",
            kind: "AdmissionReview",
            response: { uid: asked.uid, ...said },
          }),
        );
      })(),
  );
  await listen(server, 0);
  return { url: `https://127.0.0.1:${portOf(server)}`, close: () => shut(server) };
}

/** The author's and the Release's webhook together: the first one called does the work of both. */
function mutation({ operation, object, userInfo }: Review["request"], path: string): object {
  if (operation !== "CREATE" || !path.endsWith("-author") || object.kind !== "Release") return { allowed: true };
  const { metadata, spec } = mutateRelease(object, userInfo.username, () => undefined);
  const patch = [
    { op: "add", path: "/metadata/labels", value: metadata.labels },
    { op: "replace", path: "/spec", value: spec },
  ];
  return { allowed: true, patchType: "JSONPatch", patch: Buffer.from(JSON.stringify(patch)).toString("base64") };
}

function validation({ object, oldObject }: Review["request"]): object {
  const refusal = object.kind === "Release" ? refuseRelease(object, oldObject ?? undefined) : undefined;
  return refusal === undefined ? { allowed: true } : { allowed: false, status: { message: refusal } };
}
