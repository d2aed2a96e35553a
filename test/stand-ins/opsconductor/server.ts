import { startOrigin, type Origin } from "../shared/origin.ts";
import { answerAs } from "./answers.ts";
import { startPipeline } from "./pipeline.ts";
import { SERVICES, type OpsConductor, type OpsSetup, type ServiceName } from "./types.ts";

/** Starts all services on loopback, each on its own port. */
export async function startOpsConductor(setup: OpsSetup = {}): Promise<OpsConductor> {
  const now = setup.clock ?? Date.now;
  const pipeline = startPipeline(setup, now);
  const started = await Promise.all(
    SERVICES.map(async (name, index) => {
      const origin = await startOrigin({
        // Of the services known there, the one whose answers carry a date and nothing more.
        service: "storage",
        tokens: [],
        faults: setup.faults?.[name] ?? [],
        latencyMs: setup.latencyMs,
        port: setup.port === undefined ? 0 : setup.port + index,
        now,
        answer: (exchange) => answerAs(name, exchange, setup, pipeline, now()),
        control: { "GET setup": () => setup, "POST reset": () => undefined },
      });
      return [name, origin] as const;
    }),
  );
  const origins = Object.fromEntries(started) as Record<ServiceName, Origin>;
  return {
    urls: Object.fromEntries(started.map(([name, { url }]) => [name, url])) as Record<ServiceName, string>,
    origins,
    setup,
    close: async () => void (await Promise.all(started.map(([, origin]) => origin.close()))),
  };
}
