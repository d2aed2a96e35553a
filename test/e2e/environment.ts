/** What the end-to-end rings let their programs see: nothing of the machine's own settings but where programs are. */
import { dirname } from "node:path";

/** This Node first: it is the one that the actions declare. */
export const PATH = `${dirname(process.execPath)}:${process.env["PATH"] ?? ""}`;

export function gitEnvironment(): Record<string, string> {
  return {
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_AUTHOR_NAME: "Demo",
    GIT_AUTHOR_EMAIL: "demo@example.test",
    GIT_COMMITTER_NAME: "Demo",
    GIT_COMMITTER_EMAIL: "demo@example.test",
  };
}

/** A token that must not be seen anywhere but in requests to the forge. */
export const CANARY = "canary-d41d8cd98f00b204e9800998ecf8427e";

/** The same for GitLab, in the form that its job tokens have. */
export const JOB_TOKEN = "glcbt-64_canary-1f3870be274f6c49b3e31a0c6728957f";
