/** One run of a user's own tool. */
export interface ToolRun {
  /** Absolute path, from `findTool`. */
  readonly tool: string;
  readonly args: readonly string[];
  /** Absolute path of the directory it runs in. */
  readonly cwd: string;
  /** The whole environment of the tool. Entries of PATH that are not absolute are left out. */
  readonly env: Readonly<Record<string, string>>;
  /** Its standard input, at most 64 KiB. Without it, the tool reads an end of file. */
  readonly input?: string | undefined;
  /** Ends the tool and its children. */
  readonly signal: AbortSignal;
  /** Milliseconds until the tool is ended. Default: no limit but the signal. */
  readonly timeout?: number | undefined;
  /**
   * Called with each line of standard output and standard error as it comes, without its end. A long line is cut. The
   * text is hostile and may hold secrets: pass it to `io`. Standard output is then not returned.
   */
  readonly onLine?: ((line: string) => void) | undefined;
  /** Bytes of output that are shown or returned. Default: 16 MiB. */
  readonly maxOutput?: number | undefined;
}

export interface ToolResult {
  /** Its exit code; 128 and the number of the signal that ended it. */
  readonly code: number;
  /** Standard output, byte for byte; empty with `onLine`. */
  readonly stdout: Buffer;
  /** The last lines of standard error, at most 64 KiB. */
  readonly stderr: string;
}
