/** A place to work; given back exactly once. */
export type Release = () => void;

/**
 * At most `count` at a time, first come, first served. Waiting here costs nothing of a request's deadline, which starts
 * with its connection.
 */
export function openSlots(count: number): (signal: AbortSignal) => Promise<Release> {
  let free = count;
  const queue: (() => void)[] = [];

  function release(): void {
    const next = queue.shift();
    if (next === undefined) free += 1;
    else next();
  }

  return async function take(signal: AbortSignal): Promise<Release> {
    signal.throwIfAborted();
    if (free > 0) {
      free -= 1;
      return release;
    }
    await new Promise<void>((resolve, reject) => {
      function enter(): void {
        signal.removeEventListener("abort", leave);
        resolve();
      }
      function leave(): void {
        queue.splice(queue.indexOf(enter), 1);
        reject(signal.reason as Error);
      }
      queue.push(enter);
      signal.addEventListener("abort", leave, { once: true });
    });
    return release;
  };
}
