export * from "./contract.ts";
export { describeFailure, HttpFailure } from "./failure.ts";
export type { FailureFacts } from "./failure.ts";
export { openHttp } from "./client.ts";
