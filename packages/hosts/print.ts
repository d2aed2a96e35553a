import { writeSync } from "node:fs";

/** The streams that hold something which may not have left yet. */
const used = new Set<NodeJS.WritableStream>();

/** Resolves once everything that was printed has left the process. */
export async function printed(): Promise<void> {
  await Promise.all([...used].map((stream) => new Promise((resolve) => stream.write("", resolve))));
}

/**
 * Prints text to a standard stream of the process at once. Writing to the descriptor spares a start the loading of
 * streams and sockets; where the descriptor would block (a full pipe that someone made non-blocking) the stream is
 * used, and from then on for everything, so that the order is kept.
 */
export function printer(process: NodeJS.Process, name: "stdout" | "stderr"): (text: string) => void {
  const descriptor = name === "stdout" ? 1 : 2;
  let direct = process === globalThis.process;
  return (text) => {
    let rest = Buffer.from(text);
    while (direct && rest.length > 0) {
      try {
        rest = rest.subarray(writeSync(descriptor, rest));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "EPIPE") return;
        direct = false;
      }
    }
    if (rest.length === 0) return;
    used.add(process[name]);
    process[name].write(rest.toString());
  };
}
