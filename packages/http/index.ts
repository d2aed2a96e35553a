export * from "./contract.ts";
export { openHttp } from "./client.ts";
export { describeFailure, HttpFailure } from "./failure.ts";
export type { FailureFacts } from "./failure.ts";
export { fileChunks } from "./file-chunks.ts";
export { createPace } from "./pace.ts";
export { inParallel } from "./parallel.ts";
export { JsonError, parseJson } from "./json.ts";
export { count, flag, id, listOf, maybe, schema, shape, text } from "./reply-shape.ts";
