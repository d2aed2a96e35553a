import { invalid } from "@release-actions/action";
import { programIn, runTool, type ToolRun } from "@release-actions/exec";

/** The input `tool`. */
export type BuilderChoice = "auto" | "docker" | "buildah";

/** The tool that builds and pushes images on this machine. */
export interface Builder {
  readonly kind: "docker" | "buildah";
  /** Absolute path of the program. */
  readonly path: string;
}

/** For each builder, the arguments that show whether it works, and how to get it. */
const BUILDERS = {
  docker: { probe: ["buildx", "version"], remedy: "Install Docker with its plugin buildx." },
  buildah: { probe: ["--version"], remedy: "Install buildah." },
} as const;

/** Milliseconds. */
const PROBE_TIMEOUT = 60_000;

/**
 * Finds the chosen builder in PATH and runs it once; `auto` tries docker with buildx, then buildah. Relative entries of
 * PATH are skipped. Throws `invalid` if no builder works.
 */
export async function findBuilder(
  choice: BuilderChoice,
  context: Pick<ToolRun, "cwd" | "env" | "signal">,
): Promise<Builder> {
  for (const kind of choice === "auto" ? (["docker", "buildah"] as const) : [choice]) {
    const path = programIn(kind, context.env);
    if (path !== undefined && (await works(path, BUILDERS[kind].probe, context))) return { kind, path };
  }
  if (choice === "auto") {
    throw invalid("neither docker buildx nor buildah works on this machine", {
      remedy: "Use a runner or an image that has one of them.",
    });
  }
  throw invalid(`${choice === "docker" ? "docker buildx" : choice} does not work on this machine`, {
    remedy: BUILDERS[choice].remedy,
  });
}

async function works(
  tool: string,
  args: readonly string[],
  context: Pick<ToolRun, "cwd" | "env" | "signal">,
): Promise<boolean> {
  return (await runTool({ ...context, tool, args, timeout: PROBE_TIMEOUT })).code === 0;
}
