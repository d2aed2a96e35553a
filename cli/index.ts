/** The entries of the bundle: one for each host. Everything behind them is imported when it is used. */
export { github } from "./github.ts";
export { gitlab } from "./gitlab.ts";
export { terminal } from "./terminal.ts";
