/** A stand-in of the services of OpsConductor. See README.md. */
export { startOpsConductor } from "./server.ts";
export { SERVICES } from "./types.ts";
export type { OpsConductor, OpsSetup, ServiceName } from "./types.ts";
