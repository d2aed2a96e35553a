import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { clairReport, startQuay } from "../../test/stand-ins/quay/index.ts";
import { ROOT_PATH } from "../root.ts";
import { BARE_NODE, measureMemory, measureTime, median, type Case, type Run } from "./measure.ts";
import type { Figure } from "./report.ts";
import { temporaryFolder } from "./worlds.ts";

const DOOR = join(ROOT_PATH, "dist/quay-verify.js");
const TAG = "0123456789abcdef0123456789abcdef01234567";
const FOUND = "acme/app";

/** What quay.io lets one address ask of its API. */
const LIMIT = { perSecond: 5, burst: 25 };

export async function quayFigures(runs: number): Promise<Figure[]> {
  return [await firstRequest(runs), ...(await requests()), ...(await bigReport(runs)), ...(await manyImages())];
}

const passed = ({ exitCode, stdout }: Run) => {
  if (exitCode !== 0) throw new Error(`expected exit code 0, saw ${exitCode}: ${stdout.slice(-1_000)}`);
};

/** From the start of the process to the arrival of its first request, against a node that does nothing. */
async function firstRequest(runs: number): Promise<Figure> {
  let arrived = 0;
  const server = createServer((_, response) => {
    arrived ||= performance.now();
    response.writeHead(404, { "content-type": "application/json" }).end('{"errors":[{"code":"MANIFEST_UNKNOWN"}]}');
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const image = `127.0.0.1:${(server.address() as AddressInfo).port}/${FOUND}`;
  const arrivals: number[] = [];
  let started = 0;
  const verifying: Case = {
    name: "quay-verify",
    args: [DOOR],
    env: { INPUT_IMAGE: image, "INPUT_COMMIT-SHA": TAG, INPUT_API: "oci" },
    prepare: async () => {
      arrived = 0;
      started = performance.now();
    },
    verify: () => void arrivals.push(arrived - started),
  };
  const bare = await measureTime([BARE_NODE, verifying], runs * 2 + 1);
  server.close();
  // The first round warms the file cache.
  return {
    what: "quay-verify, one image: until its first request arrives",
    measured: median(arrivals.slice(1)) / bare.get("bare node")!,
    limit: 2.8,
    unit: "× bare node",
    peers: "2.8 – 8.0 (cold start)",
  };
}

async function requests(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const platforms of [1, 4]) {
    const quay = await startQuay({
      repositories: [
        {
          path: FOUND,
          public: true,
          images: [
            {
              tags: [TAG],
              platforms: ["amd64", "arm64", "s390x", "ppc64le"]
                .slice(0, platforms)
                .map((architecture) => ({ architecture })),
            },
          ],
        },
      ],
    });
    await measureTime(
      [
        {
          name: "one",
          args: [DOOR],
          env: inputs(quay.host),
          prepare: async () => void (quay.ledger.length = 0),
          verify: passed,
        },
      ],
      1,
    );
    figures.push({
      what: `quay-verify, an image of ${platforms} ${platforms === 1 ? "platform" : "platforms"}`,
      measured: quay.ledger.length,
      limit: 3 + 2 * platforms,
      unit: "requests",
      peers: "",
    });
    await quay.close();
  }
  return figures;
}

async function bigReport(runs: number): Promise<Figure[]> {
  const security = { status: "scanned", data: clairReport({ findings: 20_000 }).data };
  const quay = await startQuay({
    repositories: [{ path: FOUND, public: true, images: [{ tags: [TAG], platforms: [{ security }] }] }],
  });
  const folder = await temporaryFolder();
  const env = {
    ...inputs(quay.host),
    GITHUB_WORKSPACE: folder.path,
    "INPUT_REPORT-FILE": "report.json",
    "INPUT_SARIF-FILE": "findings.sarif",
  };
  const verify = ({ exitCode, stdout }: Run) => {
    if (exitCode !== 1) throw new Error(`expected a refusal, saw ${exitCode}: ${stdout.slice(-1_000)}`);
  };
  const cases: Case[] = [{ name: "20,000", args: [DOOR], env, verify }];
  const time = await measureTime(cases, runs);
  const memory = await measureMemory(cases, 3);
  await folder.remove();
  await quay.close();
  return [
    {
      what: "quay-verify, a report of 20,000 findings, JSON and SARIF written",
      measured: time.get("20,000")! / 1000,
      limit: 1.5,
      unit: "s",
      peers: "",
    },
    {
      what: "the same, peak memory",
      measured: (memory.get("20,000")! * 1024) / 1e6,
      limit: 200,
      unit: "MB",
      peers: "",
    },
  ];
}

/** 200 images of 2 platforms: 400 reports, at the limits of quay.io. Once, since it takes as long as they make it. */
async function manyImages(): Promise<Figure[]> {
  const names = Array.from({ length: 200 }, (_, at) => `acme/app-${at + 1}`);
  const images = [{ tags: [TAG], platforms: [{ architecture: "amd64" }, { architecture: "arm64" }] }];
  const quay = await startQuay({ limits: "quay", repositories: names.map((path) => ({ path, public: true, images })) });
  const env = {
    ...inputs(quay.host),
    INPUT_IMAGE: "",
    INPUT_IMAGES: names.map((name) => `${quay.host}/${name}`).join("\n"),
  };
  const started = performance.now();
  await measureTime([{ name: "200 images", args: [DOOR], env, verify: passed }], 0);
  const took = (performance.now() - started) / 1000;
  const turnedAway = quay.ledger.filter(({ status }) => status === 429).length;
  const reports = quay.ledger.filter(({ url }) => url.includes("/security")).length;
  await quay.close();
  const least = (reports - LIMIT.burst) / LIMIT.perSecond;
  return [
    {
      what: `quay-verify, 200 images of 2 platforms at Quay's limits (${reports} reports)`,
      measured: took / least,
      limit: 1.2,
      unit: "× the limits' least time",
      peers: "",
    },
    { what: "the same, requests turned away (429)", measured: turnedAway, limit: 0, unit: "requests", peers: "" },
  ];
}

function inputs(host: string): Record<string, string> {
  return { INPUT_IMAGE: `${host}/${FOUND}`, "INPUT_COMMIT-SHA": TAG, INPUT_API: "quay" };
}
