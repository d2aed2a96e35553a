import { ActionError } from "@release-actions/action";
import type { Failure } from "@release-actions/action";
import { shorten } from "@release-actions/text";

/** git ended with an error that a person can do something about. Its text is foreign: the host renders it inert. */
export class GitError extends ActionError {
  /** The subcommand, such as `fetch`. */
  readonly command: string;
  /** The exit code. */
  readonly code: number;
  /** What git wrote to standard error, secrets removed. */
  readonly stderr: string;

  constructor(command: string, code: number, stderr: string) {
    // What the server says is shown, and explains nothing: only git's own words do.
    const own = stderr.replace(/^remote:.*/gm, "");
    const known = KNOWN.find(({ pattern }) => pattern.test(own)) ?? UNKNOWN;
    const said = firstFault(stderr);
    super(known.verdict, `git ${command} failed: ${known.message}${said === "" ? "" : ` (git says: ${said})`}`, {
      remedy: known.remedy,
    });
    this.name = "GitError";
    this.command = command;
    this.code = code;
    this.stderr = stderr;
  }
}

/** Whether git failed because the remote does not have the ref. Its own words, not the server's, decide. */
export function isMissingRef(error: unknown): boolean {
  return error instanceof GitError && /^fatal: couldn't find remote ref /m.test(error.stderr);
}

interface KnownFailure {
  readonly pattern: RegExp;
  readonly verdict: Failure;
  readonly message: string;
  readonly remedy: string;
}

const CONNECTION =
  /early EOF|hung up|disconnect|RPC failed|Empty reply|(?:Recv|Send) failure|Connection reset|timed out|too slow/i;

const UNKNOWN: KnownFailure = {
  pattern: /^/,
  verdict: "undecided",
  message: "it gave no reason that is known here",
  remedy: "Read git's message; run the same command manually in a fresh clone.",
};

/** The first that fits explains the failure. */
const KNOWN: readonly KnownFailure[] = [
  {
    pattern: /dubious ownership/,
    verdict: "invalid",
    message: "the repository belongs to another user, and git does not read such a one unless told to",
    remedy:
      "Run the job as the owner of the work tree, or `chown -R` it to the job's user. The user's safe.directory " +
      "setting is not read here, and `*` would open every directory of the machine.",
  },
  {
    pattern: /cannot use bare repository|must be run in a work tree/,
    verdict: "invalid",
    message: "this is a bare repository, or the inside of a git directory",
    remedy: "Run in a checked-out work tree.",
  },
  {
    pattern: /not a git repository/i,
    verdict: "invalid",
    message: "there is no git repository here",
    remedy: "Check the repository out before this step (actions/checkout, or GIT_STRATEGY: fetch).",
  },
  {
    pattern: /\.lock': File exists|Unable to create .*\.lock|cannot lock ref .*File exists/,
    verdict: "undecided",
    message: "another git process holds a lock, or one that died left it",
    remedy: "When no other git process runs in this repository, delete the .lock file that git names, and run again.",
  },
  {
    pattern: /transport '[^']*' not allowed/,
    verdict: "invalid",
    message: "the remote's protocol is not allowed here",
    remedy: "Give an https:// address. In a partial clone, check out without a filter.",
  },
  {
    pattern: /Authentication failed|could not read (?:Username|Password)|terminal prompts disabled|error: 40[13]\b/,
    verdict: "invalid",
    message: "the server did not accept the credential, or wants one",
    remedy: "Give a token that may read the repository (and write, for a push), for this host.",
  },
  {
    pattern: /error: 429\b/,
    verdict: "undecided",
    message: "the server asks to slow down",
    remedy: "Run again later.",
  },
  {
    pattern: /repository '[^']*' not found|error: 404\b|does not appear to be a git repository/,
    verdict: "invalid",
    message: "the remote repository does not exist, or the token may not see it",
    remedy: "Check the address, and that the token may read that repository.",
  },
  {
    pattern: /unable to update url base from redirection|error: 30\d\b/,
    verdict: "invalid",
    message: "the server redirects elsewhere, and a credential does not follow",
    remedy: "Give the repository's current address.",
  },
  {
    pattern: /certificate|SSL|gnutls/i,
    verdict: "undecided",
    message: "the server's TLS certificate was not accepted",
    remedy: "Name your certificate authority's PEM file for the run; verification cannot be switched off.",
  },
  {
    pattern: /Could not resolve|Failed to connect|Couldn't connect|Connection refused|error: 5\d\d\b/i,
    verdict: "undecided",
    message: "the server could not be reached or could not answer",
    remedy: "Run again; if it happens again, check the address, the proxy and the server's status page.",
  },
  {
    pattern: CONNECTION,
    verdict: "undecided",
    message: "the connection ended before the answer was complete",
    remedy: "Run again.",
  },
  {
    pattern: /No space left|Read-only file system|Permission denied|Disk quota/i,
    verdict: "undecided",
    message: "the disk could not be written",
    remedy: "Free space or fix the permissions of the work tree and the temporary directory.",
  },
];

function firstFault(stderr: string): string {
  const lines = stderr
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const fault = lines.find((line) => /^(?:fatal|error):/.test(line)) ?? lines.at(-1) ?? "";
  return shorten(fault, 300);
}
