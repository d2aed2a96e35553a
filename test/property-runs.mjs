import fc from "fast-check";

/** `npm run fuzz` asks for more cases than a test run does. */
if (process.env.PROPERTY_RUNS) fc.configureGlobal({ numRuns: Number(process.env.PROPERTY_RUNS) });
