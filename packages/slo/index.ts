export type * from "./types.ts";
export { openJudge } from "./judge.ts";
