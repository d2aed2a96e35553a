import type { Problem } from "./errors.ts";

/** The inputs of a service that accepts either an account or a token. */
export interface AccountInputs {
  readonly username: string | undefined;
  readonly password: string | undefined;
  readonly token: string | undefined;
}

/** Half an account, or two ways to authenticate: nobody could tell which one would be used. */
export function accountProblems({ username, password, token }: AccountInputs): Problem[] {
  const problems: Problem[] = [];
  if ((username === undefined) !== (password === undefined)) {
    const missing = username === undefined ? "username" : "password";
    problems.push({
      input: missing,
      what: `${missing} is missing: an account needs both username and password`,
      remedy: `Set ${missing} as well.`,
    });
  }
  if (token !== undefined && username !== undefined) {
    problems.push({
      input: "token",
      what: "both an account and a token are set",
      remedy: "Set either username and password, or token.",
    });
  }
  return problems;
}
