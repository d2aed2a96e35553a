/** A stand-in of Jira, Cloud and Data Center. See README.md. */
export { startJira } from "./server.ts";
export type * from "./types.ts";
