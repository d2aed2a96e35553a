import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { runInMemory } from "@release-actions/hosts";
import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { end, start } from "../../test/e2e/command.ts";
import { PATH } from "../../test/e2e/environment.ts";
import { startFaultServer, type FaultServer } from "../../test/faults/server.ts";
import { program, ring } from "../../test/rings.ts";
import action from "./action.ts";

ring("smoke, through a real nginx", [program("nginx", ["-v"])], () => {
  let directory: string;
  let app: FaultServer;
  let gateway: ReturnType<typeof start>;
  let url: string;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), "smoke-nginx-"));
    // nginx's workers are another user.
    await chmod(directory, 0o755);
    await mkdir(join(directory, "html/docs"), { recursive: true });
    await writeFile(join(directory, "html/index.html"), "<!doctype html><title>App</title>");
    app = await startFaultServer({
      steps: [
        {
          run: (request, response) => {
            const id = request.headers["x-trace-id"] ?? "none";
            response
              .writeHead(200, { "content-type": "application/json", "x-trace-id": String(id) })
              .end(JSON.stringify({ status: "ok", trace: id }));
          },
        },
      ],
    });
    const [free, gone] = [await startFaultServer(), await startFaultServer()];
    await Promise.all([free.close(), gone.close()]);
    url = free.origin;
    await writeFile(join(directory, "nginx.conf"), configuration(free.port, app.origin, gone.origin));
    gateway = start("nginx", ["-p", directory, "-c", "nginx.conf", "-e", "error.log"], {
      cwd: directory,
      env: { PATH: `${PATH}:/usr/sbin` },
      timeout: 120_000,
    });
    for (let tries = 0; tries < 100; tries += 1) {
      if (
        await fetch(url).then(
          (reply) => reply.text().then(() => true),
          () => false,
        )
      )
        return;
      await sleep(50);
    }
    throw new Error("nginx did not start");
  }, 30_000);
  afterAll(async () => {
    end(gateway.child);
    await gateway.ended;
    await app.close();
    await rm(directory, { recursive: true, force: true });
  });

  const call = async (path: string, trace = false) => {
    const check = {
      name: "call",
      service: "app",
      request: { path },
      expect: { json: { status: "ok" } },
      ...(trace && { trace: { header: "X-Trace-Id", returned: { header: "X-Trace-Id" } } }),
    };
    const suite = JSON.stringify({ services: [{ name: "app", url }], checks: [check] });
    const { verdict, outputs } = await runInMemory(action, { inputs: { suite, retries: "0", timeout: "1s" } });
    return [verdict, (JSON.parse(outputs["results"]!) as { checks: { reason?: string }[] }).checks[0]!.reason];
  };

  test.each([
    ["what is passed on as it came", "/kept/", true, "passed", undefined],
    ["delivery.md 43: a gateway that drops the id", "/dropped/", true, "refused", "trace"],
    ["a gateway whose service is not there: 502", "/gone/", false, "refused", "status"],
    ["T37: a redirect to the directory", "/docs", false, "refused", "redirect"],
    ["delivery.md 45: a front end that answers every path with its page", "/kept-no-more", false, "refused", "body"],
    ["a gateway that ends the connection", "/closed", false, "refused", "broken"],
  ])("%s", async (_, path, trace, verdict, reason) => expect(await call(path, trace)).toEqual([verdict, reason]));
});

function configuration(port: number, app: string, gone: string): string {
  return `daemon off; worker_processes 1; pid nginx.pid;
events {}
http {
  access_log off;
  client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi; uwsgi_temp_path uwsgi; scgi_temp_path scgi;
  types { text/html html; }
  server {
    listen 127.0.0.1:${port};
    root html;
    location /kept/ { proxy_pass ${app}; }
    location /dropped/ { proxy_set_header X-Trace-Id ""; proxy_pass ${app}; }
    location /gone/ { proxy_pass ${gone}; }
    location = /closed { return 444; }
    location / { try_files $uri $uri/ /index.html; }
  }
}
`;
}
