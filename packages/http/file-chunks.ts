import { open } from "node:fs/promises";

/** Large enough that calls cost little, small enough that memory does not show it. */
const CHUNK = 256 * 1024;

/**
 * A file's bytes in chunks of up to 256 KiB, in constant memory: two buffers are filled in turn, so a chunk is valid
 * until the second one after it is requested. Each call opens the file; it is closed when the loop ends. Throws the
 * errors of node:fs.
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
