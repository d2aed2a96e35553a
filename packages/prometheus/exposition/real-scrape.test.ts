import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MONITORING, startRealMonitoring, type RealMonitoring } from "../../../test/monitoring/index.ts";
import { ring } from "../../../test/rings.ts";
import { REJECTED, SCRAPED_ANYWAY, SUITE_REJECTS } from "./fixtures/pages.ts";
import { parseExposition, type Format } from "./index.ts";

/** Every page of the fixtures, read here and scraped by a real Prometheus. */

const TYPES: Readonly<Record<Format, string>> = {
  text: "text/plain; version=0.0.4",
  openmetrics: "application/openmetrics-text; version=1.0.0; charset=utf-8",
};
const suite = SUITE_REJECTS.map(([name, page]) => [name, "openmetrics", `${page}\n# EOF\n`] as const);
const PAGES = [...REJECTED, ...SCRAPED_ANYWAY, ...suite];

interface Target {
  readonly labels: { readonly page: string };
  readonly health: "up" | "down" | "unknown";
  readonly lastError: string;
}

ring("a real Prometheus scrapes the pages", MONITORING, () => {
  let directory: string;
  let server: Server;
  let real: RealMonitoring;
  let targets: ReadonlyMap<string, Target>;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), "scrape-"));
    server = createServer(({ url = "" }, response) => {
      const [, format, page] = PAGES[Number(url.slice(1))]!;
      response.setHeader("content-type", TYPES[format]).end(page);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    const static_configs = PAGES.map((_, index) => ({
      targets: [address],
      labels: { __metrics_path__: `/${index}`, page: String(index) },
    }));
    real = await startRealMonitoring(join(directory, "real"), {
      rules: {},
      scrape: [{ job_name: "pages", static_configs }],
    });
    await real.until("a scrape of every page", async () => {
      const { data } = (await real.get(`${real.prometheusUrl}/api/v1/targets`)) as {
        data: { activeTargets: readonly Target[] };
      };
      targets = new Map(data.activeTargets.map((target) => [target.labels.page, target]));
      return targets.size === PAGES.length && [...targets.values()].every(({ health }) => health !== "unknown");
    });
  }, 60_000);

  afterAll(async () => {
    await real?.close();
    server?.close();
    await rm(directory, { recursive: true, force: true });
  });

  test.each(PAGES.map(([name, format], index) => [name, format, index] as const))(
    "gates F7 and F8: %s (%s) is scraped, or is rejected here too",
    (name, format, index) => {
      const { health, lastError } = targets.get(String(index))!;
      const isRejected = parseExposition(PAGES[index]![2], format).problems.some(({ kind }) => kind === "rejected");
      expect([name, isRejected ? "down" : "up", lastError]).toEqual([name, health, lastError]);
    },
  );
});
