import type { Clock } from "@release-actions/action";

/** Timers end at once when they are given more, with nothing but a warning. */
const LONGEST = 2 ** 31 - 1;

export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  sleep: (milliseconds, signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted === true) return reject(signal.reason as Error);
      const onAbort = () => {
        clearTimeout(timer);
        reject(signal?.reason as Error);
      };
      const end = performance.now() + milliseconds;
      let timer: NodeJS.Timeout;
      const wait = (left: number): void => {
        timer = setTimeout(
          () => {
            const more = end - performance.now();
            if (left > LONGEST && more > 0) return wait(more);
            signal?.removeEventListener("abort", onAbort);
            resolve();
          },
          Math.min(left, LONGEST),
        );
      };
      wait(milliseconds);
      signal?.addEventListener("abort", onAbort, { once: true });
    }),
};
