import fc from "fast-check";

/**
 * A test run takes the same cases every time, so that it fails for a change and not by luck. `npm run fuzz` looks
 * for new ones, and more of them.
 */
const runs = process.env.PROPERTY_RUNS;
fc.configureGlobal(runs ? { numRuns: Number(runs) } : { seed: 20_261_121 });
