/** What a registry serves, as the tests of this harness read it. */
import { challengeOf, type Ask } from "./client.ts";
import { ACCEPT, digestOf, type Descriptor } from "./descriptor.ts";
import type { Registry } from "./server.ts";

/** An image's manifest or an index; each test checks the fields of what it pushed. */
export interface Served {
  readonly config: Descriptor;
  readonly layers: readonly Descriptor[];
  readonly manifests: readonly Descriptor[];
}

export interface Config {
  readonly architecture: string;
  readonly config: { readonly Labels: Readonly<Record<string, string>> };
}

export interface Reader {
  /** `digest` is computed from what came. */
  manifest(
    reference: string,
  ): Promise<{ readonly digest: string; readonly type: string | null; readonly body: Served }>;
  blob(digest: string | undefined): Promise<Buffer>;
  config(manifest: Served): Promise<Config>;
}

export function readerOf({ ask }: Registry, repository: string): Reader {
  const bytes = async (path: string, init?: Parameters<Ask>[1]) => {
    const reply = await ask(`/v2/${repository}/${path}`, init);
    return { reply, content: Buffer.from(await reply.arrayBuffer()) };
  };
  const blob = async (digest = "") => (await bytes(`blobs/${digest}`)).content;
  return {
    manifest: async (reference) => {
      const { reply, content } = await bytes(`manifests/${reference}`, { headers: { accept: ACCEPT } });
      return {
        digest: digestOf(content),
        type: reply.headers.get("content-type"),
        body: JSON.parse(content.toString()) as Served,
      };
    },
    blob,
    config: async (manifest) => JSON.parse((await blob(manifest.config.digest)).toString()) as Config,
  };
}

export function challengeIn(reply: Response): Readonly<Record<string, string>> {
  return challengeOf(reply.headers.get("www-authenticate") ?? "");
}

export function basic(user: string, password: string): string {
  return `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`;
}
