import type { Readable, Writable } from "node:stream";
import type { Answer } from "./types.ts";

/** The browser's process has ended, or its pipe has. */
export class BrowserGone extends Error {
  override readonly name = "BrowserGone";
}

/** The browser answered a command with an error. */
export class CommandFailed extends Error {
  override readonly name = "CommandFailed";
}

export interface Connection {
  send(method: string, params: object, session?: string): Promise<Answer>;
  /** Receives the events of a session, or of the browser itself. */
  listen(session: string | undefined, listener: (method: string, params: Answer) => void): void;
  forget(session: string): void;
  /** Rejects all pending and future commands. */
  end(why: string): void;
}

/** A page can make the browser send messages of any size; a screenshot stays far below this. */
const LONGEST_MESSAGE = 64 * 1024 * 1024;
const NUL = 0;

/** The DevTools protocol over Chromium's pipe: JSON messages, each terminated by a NUL byte. */
export function openConnection(input: Writable, output: Readable): Connection {
  const waiting = new Map<number, { resolve(answer: Answer): void; reject(error: Error): void }>();
  const listeners = new Map<string | undefined, (method: string, params: Answer) => void>();
  let pieces: Buffer[] = [];
  let size = 0;
  let last = 0;
  let gone: string | undefined;

  function end(why: string): void {
    gone ??= why;
    for (const { reject } of waiting.values()) reject(new BrowserGone(gone));
    waiting.clear();
  }

  function receive(text: string): void {
    const message = JSON.parse(text) as {
      id?: number;
      method?: string;
      params?: Answer;
      result?: Answer;
      error?: { message?: string };
      sessionId?: string;
    };
    if (message.id === undefined) return listeners.get(message.sessionId)?.(message.method ?? "", message.params ?? {});
    const call = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.error === undefined) call?.resolve(message.result ?? {});
    else call?.reject(new CommandFailed(message.error.message ?? "the browser refused a command"));
  }

  output.on("data", (chunk: Buffer) => {
    let from = 0;
    for (let nul = chunk.indexOf(NUL); nul !== -1; nul = chunk.indexOf(NUL, from)) {
      pieces.push(chunk.subarray(from, nul));
      const message = Buffer.concat(pieces).toString("utf8");
      pieces = [];
      size = 0;
      from = nul + 1;
      try {
        receive(message);
      } catch (error) {
        // Another protocol, or events of another shape.
        return void output.destroy(new Error(`it says what is not understood: ${(error as Error).message}`));
      }
    }
    if (from === chunk.length) return;
    pieces.push(chunk.subarray(from));
    size += chunk.length - from;
    if (size > LONGEST_MESSAGE) output.destroy(new Error("the browser sent a message of more than 64 MiB"));
  });
  output.on("error", (error) => end(error.message));
  output.on("close", () => end("the browser closed its pipe"));
  input.on("error", (error) => end(error.message));

  return {
    end,
    send(method, params, session) {
      if (gone !== undefined) return Promise.reject(new BrowserGone(gone));
      last += 1;
      const id = last;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        input.write(
          `${JSON.stringify({ id, method, params, ...(session !== undefined && { sessionId: session }) })}\0`,
        );
      });
    },
    listen: (session, listener) => void listeners.set(session, listener),
    forget: (session) => void listeners.delete(session),
  };
}
