const EXIT_CODES = { SIGINT: 130, SIGTERM: 143, SIGHUP: 143 } as const;

/** Calls back on the first signal that asks the process to end; a second one ends it at once. */
export function onTerminationSignal(process: NodeJS.Process, callback: (signal: string, code: number) => void): void {
  let seen = false;
  for (const [name, code] of Object.entries(EXIT_CODES)) {
    process.on(name, () => {
      if (seen) process.exit(code);
      seen = true;
      callback(name, code);
    });
  }
}
