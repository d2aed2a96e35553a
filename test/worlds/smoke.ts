/** What the tests of this action share: the services, a run of the example suite against them, and its results. */
import { runInMemory, type MemoryResult, type MemoryRun } from "@release-actions/hosts";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import action from "../../actions/smoke/action.ts";
import {
  startOpsConductor,
  type OpsConductor,
  type OpsSetup,
  type ServiceName,
} from "../stand-ins/opsconductor/index.ts";
import { hurriedClock } from "./publish-release.ts";

const EXAMPLE = new URL("../../examples/smoke/", import.meta.url);
/** The suite as it is shown to users. */
export const SUITE = readFileSync(new URL("suite.yml", EXAMPLE), "utf8");

export interface SmokeWorld {
  readonly services: OpsConductor;
  readonly workspace: string;
  /** Runs the example suite in the environment local; `inputs` come on top, an empty text takes one away. */
  run(inputs?: Record<string, string>, more?: Omit<MemoryRun, "inputs">): Promise<MemoryResult>;
  close(): Promise<void>;
}

/** The services on loopback, and the example's configuration with their addresses. */
export async function openSmokeWorld(setup: OpsSetup = {}): Promise<SmokeWorld> {
  const clock = hurriedClock();
  const services = await startOpsConductor({ clock: clock.now, scrapeEvery: 1_000, ...setup });
  const workspace = mkdtempSync(join(tmpdir(), "smoke-"));
  writeFileSync(join(workspace, "release-actions.yml"), configOf(services.urls));
  writeFileSync(join(workspace, "suite.yml"), SUITE);
  return {
    services,
    workspace,
    async run(inputs = {}, more = {}) {
      const given = { suite: "suite.yml", environment: "local", deadline: "1h", ...inputs };
      return await runInMemory(action, {
        clock,
        workspace,
        ...more,
        inputs: Object.fromEntries(Object.entries(given).filter(([, value]) => value !== "")),
      });
    },
    async close() {
      await services.close();
      rmSync(workspace, { recursive: true, force: true });
    },
  };
}

/** The example's ports, as the stand-in has them. */
function configOf(urls: Record<ServiceName, string>): string {
  const ports: Record<ServiceName, number> = {
    "automation-service": 8010,
    "ai-pipeline": 3005,
    kong: 8888,
    grafana: 3001,
    prometheus: 9090,
  };
  const config = readFileSync(new URL("release-actions.yml", EXAMPLE), "utf8");
  return Object.entries(ports).reduce(
    (text, [name, port]) => text.replaceAll(`http://localhost:${port}`, urls[name as ServiceName]),
    config,
  );
}

export interface Found {
  readonly service: string;
  readonly suite: string;
  readonly name: string;
  readonly result: string;
  readonly detail: string;
  readonly reason?: string;
  readonly sent?: string;
  readonly came?: string;
  readonly expected?: string;
  readonly remedy?: string;
  readonly attempts: number;
}

export function resultsOf({ outputs }: MemoryResult): Found[] {
  return (JSON.parse(outputs["results"] || '{"checks":[]}') as { checks: Found[] }).checks;
}

/** What did not pass, as `service suite: reason`. */
export function wrongIn(run: MemoryResult): string[] {
  return resultsOf(run)
    .filter(({ result }) => result !== "pass")
    .map(({ service, suite, reason }) => `${service} ${suite}: ${reason}`);
}
