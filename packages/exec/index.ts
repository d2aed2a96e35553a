export { findTool, isProgram, programIn } from "./find.ts";
export { runTool } from "./run.ts";
export type { ToolResult, ToolRun } from "./types.ts";
