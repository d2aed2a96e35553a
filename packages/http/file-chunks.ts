import { open } from "node:fs/promises";

/** Large enough that calls cost little, small enough that memory does not show it. */
const CHUNK = 256 * 1024;

/**
 * A file's bytes in constant memory: two buffers, filled in turn. A chunk holds until the one after the next is requested,
 * so it must be used up or copied before that. Opened afresh by every call; closed when the loop ends.
 */
export async function* fileChunks(path: string): AsyncGenerator<Uint8Array, void, undefined> {
  const file = await open(path, "r");
  try {
    const buffers = [Buffer.allocUnsafeSlow(CHUNK), Buffer.allocUnsafeSlow(CHUNK)] as const;
    for (let turn = 0; ; turn = 1 - turn) {
      const buffer = turn === 0 ? buffers[0] : buffers[1];
      const { bytesRead } = await file.read(buffer, 0, CHUNK, null);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}
