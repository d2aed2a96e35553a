export { mutateRelease, refuseRelease } from "./release-webhooks.ts";
export { startKubernetes } from "./server.ts";
export type * from "./types.ts";
