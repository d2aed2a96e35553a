/** Images built by a real builder. */
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { must } from "../e2e/command.ts";
import { PATH } from "../e2e/environment.ts";
import type { Registry } from "./server.ts";

/** The static shell of Debian's busybox-static: an image needs nothing below it. */
export const BUSYBOX = "/bin/busybox";

export interface Build {
  readonly repository: string;
  readonly tag: string;
  readonly labels?: Readonly<Record<string, string>>;
  /** Such as `linux/arm64`. With more than one, what is pushed is an index; without it, one image for `linux/amd64`. */
  readonly platforms?: readonly string[];
  readonly format?: "oci" | "docker";
  /** Further files of the image, by path. */
  readonly files?: Readonly<Record<string, string>>;
}

/** Builds an image of busybox by buildah, without steps to run, pushes it and gives its digest. */
export async function buildImage(registry: Registry, build: Build): Promise<string> {
  const { repository, tag, labels = {}, platforms = ["linux/amd64"], format = "oci", files = {} } = build;
  const directory = await mkdtemp(join(dirname(registry.authFile), "build-"));
  const buildah = (...args: string[]) =>
    must("buildah", args, { cwd: directory, env: { PATH, ...registry.environment } });
  try {
    await writeContext(join(directory, "root"), files);
    await writeFile(join(directory, "Dockerfile"), 'FROM scratch\nCOPY root/ /\nENTRYPOINT ["/bin/busybox"]\n');
    const name = `${registry.host}/${repository}:${tag}`;
    const several = platforms.length > 1;
    const labelled = Object.entries(labels).flatMap(([label, value]) => ["--label", `${label}=${value}`]);
    const fixed = ["--isolation", "chroot", "--timestamp", "0", "--format", format, "--platform", platforms.join(",")];
    await buildah("build", ...fixed, ...labelled, several ? "--manifest" : "--tag", name, directory);
    const credentials = ["--authfile", registry.authFile, "--digestfile", join(directory, "digest")];
    if (several)
      await buildah(
        "manifest",
        "push",
        "--all",
        "--format",
        format === "oci" ? "oci" : "v2s2",
        ...credentials,
        name,
        `docker://${name}`,
      );
    else await buildah("push", ...credentials, name, `docker://${name}`);
    return (await readFile(join(directory, "digest"), "utf8")).trim();
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function writeContext(root: string, files: Readonly<Record<string, string>>): Promise<void> {
  await mkdir(join(root, "bin"), { recursive: true });
  await copyFile(BUSYBOX, join(root, "bin/busybox"));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, name)), { recursive: true });
    await writeFile(join(root, name), text);
  }
}
