import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ACCOUNT, MONITORING, startRealMonitoring, type RealMonitoring } from "../../test/monitoring/index.ts";
import { listen, portOf, shut } from "../../test/stand-ins/shared/listen.ts";
import { gate, namesIn } from "../../test/worlds/alerts-gate.ts";
import { ring } from "../../test/rings.ts";

const HOSTILE = 'a"} or vector(0) #\\\n::error::x <b> | é';
/** One rule in each namespace; without `fires` it is quiet. */
const rule = (alert: string, namespace: string, more: object = {}) => ({
  alert,
  expr: "vector(1)",
  labels: { namespace, severity: "critical" },
  ...more,
});
const RULES = {
  groups: [
    {
      name: "alerts",
      rules: [
        { alert: "Watchdog", expr: "vector(1)", labels: { severity: "none" } },
        rule("Fires", "firing", { annotations: { runbook_url: "https://runbooks.example/fires" } }),
        rule("Waits", "pending", { for: "1h" }),
        rule("Silenced", "silenced"),
        rule("Inhibited", "inhibited"),
        rule("Quiet", "quiet", { expr: "vector(1) > 2" }),
        rule("Quiet", "down", { expr: "vector(1) > 2" }),
        rule("Hostile", "hostile", { labels: { namespace: "hostile", severity: "critical", text: HOSTILE } }),
        rule("Broken", "broken", {
          expr: 'vector(1) * on() (label_replace(vector(1), "a", "1", "", "") or label_replace(vector(1), "a", "2", "", ""))',
        }),
      ],
    },
  ],
};
const SCRAPE = [
  { job_name: "self", static_configs: [{ targets: ["self"] }] },
  { job_name: "app", static_configs: [{ targets: ["127.0.0.1:1"], labels: { namespace: "down" } }] },
];

interface Active {
  labels: { alertname: string };
  status: { state: string };
}

ring("alerts-gate, against a real Prometheus and a real Alertmanager", MONITORING, () => {
  let directory: string;
  beforeAll(async () => void (directory = await mkdtemp(join(tmpdir(), "alerts-gate-"))));
  afterAll(() => rm(directory, { recursive: true, force: true }));

  describe("that know of each other", () => {
    let servers: RealMonitoring;
    beforeAll(async () => {
      const inhibit = [{ source_matchers: ['alertname="Fires"'], target_matchers: ['alertname="Inhibited"'] }];
      servers = await startRealMonitoring(join(directory, "both"), {
        rules: RULES,
        scrape: SCRAPE,
        inhibit,
        externalLabels: { cluster: "a" },
      });
      const silence = {
        matchers: [{ name: "alertname", value: "Silenced", isRegex: false, isEqual: true }],
        startsAt: new Date().toISOString(),
        endsAt: new Date(Date.now() + 3_600_000).toISOString(),
        createdBy: "ann",
        comment: 'known "since" OPS-12',
      };
      await servers.post(`${servers.alertmanagerUrl}/api/v2/silences`, silence);
      await servers.until("what the tests look at", async () => {
        const alerts = (await servers.get(`${servers.alertmanagerUrl}/api/v2/alerts`)) as Active[];
        const state = (name: string) => alerts.find(({ labels }) => labels.alertname === name)?.status.state;
        const { data } = (await servers.get(`${servers.prometheusUrl}/api/v1/targets`)) as {
          data: { activeTargets: { health: string }[] };
        };
        return (
          state("Watchdog") === "active" &&
          state("Silenced") === "suppressed" &&
          state("Inhibited") === "suppressed" &&
          data.activeTargets.every(({ health }) => health !== "unknown")
        );
      });
    }, 60_000);
    afterAll(() => servers?.close());

    test.each([
      ["firing", "refused", "firing", ["Fires"]],
      ["pending", "passed", "pending", ["Waits"]],
      ["silenced", "passed", "silenced", ["Silenced"]],
      ["inhibited", "passed", "silenced", ["Inhibited"]],
      ["quiet", "passed", "firing", []],
      ["hostile", "refused", "firing", ["Hostile"]],
      ["broken", "undecided", "firing", []],
      ["down", "undecided", "firing", []],
      ["fir", "undecided", "firing", []],
    ] as const)("T28: the namespace %s: %s", async (namespace, verdict, list, names) => {
      const run = await gate(servers, { namespace, "require-watchdog": "true" });
      expect([run.verdict, namesIn(run, list)]).toEqual([verdict, names]);
    });

    test("T28: pending alerts refuse if pending is refuse", async () => {
      expect((await gate(servers, { namespace: "pending", pending: "refuse" })).verdict).toBe("refused");
    });

    test("a silence is shown with its author and its end, a failing rule with its error", async () => {
      const silenced = await gate(servers, { namespace: "silenced" });
      expect(JSON.parse(silenced.outputs["silenced"]!)).toMatchObject([
        { alert: "Silenced", silencedBy: [{ createdBy: "ann", comment: 'known "since" OPS-12' }] },
      ]);
      expect((await gate(servers, { namespace: "broken" })).lines.join("\n")).toContain(
        "the rule Broken fails: found duplicate series",
      );
      expect((await gate(servers, { namespace: "down" })).lines.join("\n")).toContain("connection refused");
    });

    test("security B33: a hostile value is matched as itself, and read back whole", async () => {
      const quoted = `"${HOSTILE.replace(/["\\]/g, "\\$&").replaceAll("\n", "\\n")}"`;
      const run = await gate(servers, { namespace: "", matchers: `text=${quoted}` });
      expect([run.verdict, namesIn(run, "firing")]).toEqual(["refused", ["Hostile"]]);
      expect((JSON.parse(run.outputs["firing"]!) as { labels: { text: string } }[])[0]!.labels.text).toBe(HOSTILE);
      expect((await gate(servers, { namespace: "", matchers: 'text="a"' })).verdict).toBe("undecided");
    });

    test("labels that Prometheus adds can be matched, and do not hide that both know an alert", async () => {
      const run = await gate(servers, { namespace: "firing", matchers: "cluster=a" });
      expect(JSON.parse(run.outputs["firing"]!)).toMatchObject([
        { alert: "Fires", known: "both", runbook: "https://runbooks.example/fires" },
      ]);
    });

    test("each address in the other's place is named as wrong", async () => {
      const run = await gate(
        { prometheusUrl: servers.alertmanagerUrl, alertmanagerUrl: servers.prometheusUrl },
        { namespace: "quiet" },
      );
      expect(run.verdict).toBe("invalid");
      expect(run.lines.join("\n")).toMatch(/is not Prometheus[^]*is not Alertmanager/);
    });

    test("an address below the pages of Prometheus is not an API", async () => {
      expect(
        (await gate({ ...servers, prometheusUrl: `${servers.prometheusUrl}/graph` }, { namespace: "quiet" })).verdict,
      ).toBe("invalid");
    });

    test("a bearer token reaches both through a proxy that asks for it", async () => {
      const proxy = async (target: string) =>
        listen(
          createServer((asked, answer) => {
            if (asked.headers.authorization !== "Bearer good-token-0123")
              return void answer.writeHead(401).end("Unauthorized");
            asked.pipe(
              request(new URL(asked.url ?? "/", target), { method: asked.method }, (reply) =>
                reply.pipe(answer.writeHead(reply.statusCode ?? 500, reply.headers)),
              ),
            );
          }),
          0,
        );
      const proxies = [await proxy(servers.prometheusUrl), await proxy(servers.alertmanagerUrl)] as const;
      const urls = {
        prometheusUrl: `http://127.0.0.1:${portOf(proxies[0])}`,
        alertmanagerUrl: `http://127.0.0.1:${portOf(proxies[1])}`,
      };
      expect((await gate(urls, { namespace: "quiet", token: "good-token-0123" })).verdict).toBe("passed");
      expect((await gate(urls, { namespace: "quiet", token: "wrong-token-0123" })).verdict).toBe("invalid");
      await Promise.all(proxies.map(shut));
    });
  });

  test("delivery.md 39: an alert that Alertmanager has not heard of yet refuses, and so does the missing Watchdog", async () => {
    // What is sent before Prometheus has found Alertmanager is lost until it is sent again.
    const servers = await startRealMonitoring(join(directory, "lag"), { rules: RULES, resendDelay: "10m" });
    try {
      await servers.until("an alert", async () =>
        JSON.stringify(await servers.get(`${servers.prometheusUrl}/api/v1/alerts`)).includes('"Fires"'),
      );
      expect(await servers.get(`${servers.alertmanagerUrl}/api/v2/alerts`)).toEqual([]);
      const run = await gate(servers, { namespace: "firing" });
      expect(run.verdict).toBe("refused");
      expect(JSON.parse(run.outputs["firing"]!)).toMatchObject([{ known: "prometheus" }]);
      const watched = await gate(servers, { namespace: "quiet", "require-watchdog": "true" });
      expect(watched.verdict).toBe("undecided");
      expect(watched.lines.join("\n")).toContain("has not reached Alertmanager");
    } finally {
      await servers.close();
    }
  });

  test("delivery.md 41: nothing is loaded, so nothing is proven", async () => {
    const servers = await startRealMonitoring(join(directory, "empty"), { rules: { groups: [] } });
    try {
      const run = await gate(servers, { namespace: "" });
      expect(run.verdict).toBe("undecided");
      expect(run.lines.join("\n")).toContain("nothing was checked");
    } finally {
      await servers.close();
    }
  });

  test("both accept an account, and a wrong one gets no answer", async () => {
    const servers = await startRealMonitoring(join(directory, "account"), { rules: RULES, account: true });
    try {
      await servers.until("a scrape", async () =>
        JSON.stringify(await servers.get(`${servers.prometheusUrl}/api/v1/targets`)).includes('"health":"up"'),
      );
      expect((await gate(servers, { ...ACCOUNT, namespace: "quiet" })).verdict).toBe("passed");
      expect((await gate(servers, { ...ACCOUNT, password: "wrong-password", namespace: "quiet" })).verdict).toBe(
        "invalid",
      );
      expect((await gate(servers, { namespace: "quiet" })).verdict).toBe("invalid");
    } finally {
      await servers.close();
    }
  });
});
