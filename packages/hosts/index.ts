export { gitlabHost } from "./gitlab.ts";
export { GITLAB_REPORTS } from "./gitlab-reports.ts";
export { runInMemory, type MemoryResult, type MemoryRun } from "./memory.ts";
export { printed, printer } from "./print.ts";
export { systemClock } from "./system-clock.ts";
export { terminalHost, type TerminalOptions } from "./terminal.ts";
export { variableOf } from "./flags.ts";
