export type * from "./contract.ts";
export { openJudge } from "./judge.ts";
