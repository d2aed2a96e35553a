import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { dirname, join } from "node:path";
import { appFiles, type SiteFile } from "../../test/stand-ins/site/index.ts";
import { listen, portOf, shut } from "../../test/stand-ins/shared/listen.ts";
import { checkSite, CHROMIUM, NGINX, NGINX_PROGRAM, resultsOf, workspace } from "../../test/worlds/frontend-check.ts";
import { end, start } from "../../test/e2e/command.ts";
import { ring } from "../../test/rings.ts";

/** As many a single-page application is served: what is not there is the start page. */
const configuration = (port: number) => `daemon off; master_process off; error_log stderr; pid nginx.pid;
events {}
http {
  types { text/html html; text/javascript js; text/css css; }
  access_log off; client_body_temp_path temp; proxy_temp_path temp; fastcgi_temp_path temp; uwsgi_temp_path temp; scgi_temp_path temp;
  gzip on; gzip_min_length 100; gzip_types text/javascript text/css;
  server {
    listen 127.0.0.1:${port}; root site;
    location / { try_files $uri /index.html; add_header Cache-Control no-cache; }
    location /assets/ { try_files $uri /index.html; add_header Cache-Control "public, max-age=31536000, immutable"; }
  }
}
`;

ring("frontend-check, against a real nginx with the fallback of single-page applications", [NGINX, ...CHROMIUM], () => {
  let directory: ReturnType<typeof workspace>;
  let nginx: ReturnType<typeof start>;
  let url: string;

  beforeAll(async () => {
    directory = workspace();
    const reserved = createServer();
    await listen(reserved, 0);
    const port = portOf(reserved);
    await shut(reserved);
    url = `http://127.0.0.1:${port}/`;
    for (const [path, file] of Object.entries(appFiles()))
      write(path, typeof file === "string" ? file : String((file as SiteFile).body));
    mkdirSync(join(directory.path, "temp"));
    writeFileSync(join(directory.path, "nginx.conf"), configuration(port));
    nginx = start(NGINX_PROGRAM, ["-p", directory.path, "-c", "nginx.conf"], {
      cwd: directory.path,
      env: {},
      timeout: 120_000,
    });
    for (let turn = 0; turn < 100; turn += 1) {
      if (
        await fetch(url).then(
          ({ ok }) => ok,
          () => false,
        )
      )
        return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    end(nginx.child);
    throw new Error(`nginx does not answer: ${(await nginx.ended).output}`);
  });
  afterAll(async () => {
    end(nginx.child);
    await nginx.ended;
    directory.remove();
  });

  function write(path: string, content: string): void {
    const file = join(directory.path, "site", path === "/" ? "index.html" : path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }

  test("a good deployment passes, any of its routes included", async () => {
    const run = await checkSite(url, { browser: "auto", paths: "/orders/7\n/settings", "expect-version": "1.4.0" });
    expect(resultsOf(run).filter(({ result }) => result !== "pass")).toEqual([]);
    expect(run.verdict).toBe("passed");
  });

  describe("trap 45: a script is missing", () => {
    beforeAll(() => rmSync(join(directory.path, "site/assets/app-9c0d1e2f.js")));

    test("the start page in its place, with 200, is not mistaken for it", async () => {
      const response = await fetch(`${url}assets/app-9c0d1e2f.js`);
      expect([response.status, response.headers.get("content-type")]).toEqual([200, "text/html"]);
      const run = await checkSite(url, { browser: "auto", timeout: "6s" });
      expect(run.verdict).toBe("refused");
      const failed = resultsOf(run).filter(({ result }) => result === "fail");
      expect(failed).toContainEqual(
        expect.objectContaining({
          check: "assets",
          detail: "the module script /assets/app-9c0d1e2f.js is a page of HTML (200, text/html)",
        }),
      );
      expect(failed).toContainEqual(
        expect.objectContaining({ check: "painted", detail: "#root stays empty: the application did not start" }),
      );
      expect(failed.map(({ check }) => check)).toContain("errors");
    });
  });
});
