import { startOrigins } from "../shared/origin.ts";
import { namedTokens } from "./credentials.ts";
import { endState } from "./end-state.ts";
import type { Answer, Exchange } from "./exchange.ts";
import { answerGitHub } from "./github.ts";
import { abandonUpload, refuseSize } from "./github-assets.ts";
import { answerGitLab } from "./gitlab.ts";
import { enterUpload } from "./gitlab-packages.ts";
import { type Origins, originOf } from "./origins.ts";
import { answerGitHubPage, answerGitLabPage, answerStorage } from "./pages.ts";
import { openStore } from "./store.ts";
import type { Forge, ForgeSetup, Service } from "./types.ts";

const services = Object.keys(originOf) as Service[];

/** Starts the forge on loopback: five origins, as the real services have. */
export async function startForge(setup: ForgeSetup = {}): Promise<Forge> {
  const store = openStore(setup);
  const isUpload = ({ service }: Exchange) => service === "github-upload";
  const { urls, ...group } = await startOrigins({
    services,
    tokens: namedTokens(setup),
    faults: setup.faults ?? [],
    latencyMs: setup.latencyMs,
    port: setup.port,
    keepBytes: setup.keepBytes,
    now: () => store.now(),
    answer: (exchange) => answerOf(exchange),
    control: {
      "GET state": () => forge.state(),
      "GET end-state": () => endState(forge),
      "POST reset": () => forge.reset(),
    },
    hooks: {
      enter: (exchange) => enterUpload(exchange, store),
      refuse: (exchange) => (isUpload(exchange) ? refuseSize(exchange) : undefined),
      abandon: (exchange) => void (isUpload(exchange) && abandonUpload(exchange, store)),
      answered: ({ method }) => void (method !== "GET" && store.save()),
    },
  });
  const origins = Object.fromEntries(
    services.map((service) => [originOf[service], urls[service]]),
  ) as unknown as Origins;

  const forge: Forge = {
    github: { apiUrl: origins.github, serverUrl: origins.web, uploadUrl: origins.upload, storageUrl: origins.storage },
    gitlab: { apiUrl: `${origins.gitlab}/api/v4`, serverUrl: origins.gitlab },
    ...group,
    state: () => store.snapshot(),
    reset() {
      store.reset();
      group.faults.clear();
      group.ledger.length = 0;
      store.save();
    },
  };
  return forge;

  function answerOf(exchange: Exchange): Answer | Promise<Answer> {
    switch (exchange.service) {
      case "github":
      case "github-upload":
        return answerGitHub(exchange, store, origins, setup);
      case "github-web":
        return answerGitHubPage(exchange, store, origins);
      case "storage":
        return answerStorage(exchange, store);
      case "gitlab": {
        const api = exchange.segments[0] === "api" && exchange.segments[1] === "v4";
        return api ? answerGitLab(exchange, store, origins, setup) : answerGitLabPage(exchange, store);
      }
    }
  }
}
