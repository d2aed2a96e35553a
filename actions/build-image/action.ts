import { defineAction, type Context } from "@release-actions/action";
import { findBuilder, signIn } from "@release-actions/containers";
import { openHttp } from "@release-actions/http";
import { openRegistry } from "@release-actions/registry";
import { buildAndPush } from "./build.ts";
import { assertSupported, commandsFor } from "./commands.ts";
import { findExisting } from "./existing.ts";
import { inputs, outputs, type Inputs } from "./inputs.ts";
import { printPlan, reportOf, summarize } from "./report.ts";
import { credentialOrigins, imageOrigins, loginRegistry, readRequest, type BuildRequest } from "./request.ts";

export default defineAction({
  name: "build-image",
  description:
    "Builds a container image with docker or buildah and pushes it once per commit; what it returns is the digest that the registry holds.",
  inputs,
  outputs,
  permissions: {
    github: { contents: "read", packages: "write" },
    gitlab: "None beyond the job token, which may push to the project's own registry.",
  },
  endpoints: {
    description: [
      "the image's registry, and the token server that it names if that is `token-server` or known",
      "whatever docker, buildah and the build itself contact",
    ],
    origins: imageOrigins,
    credentials: credentialOrigins,
  },
  changes: true,
  async run(context) {
    const { inputs, host, io } = context;
    const request = readRequest(inputs, host);
    for (const [, value] of request.secrets) io.secret(value);
    const http = openHttp({ ...context, network: host.network, allowHttp: inputs.allowHttp });
    try {
      return await build(request, context, openRegistry({ http, ...registryOptions(request, inputs, context) }));
    } finally {
      http.close();
    }
  },
});

/** The account is for the registry that is signed in to; any other is read without one. */
function registryOptions({ place }: BuildRequest, inputs: Inputs, { host }: Context<Inputs>) {
  const { username: user, password, dryRun } = inputs;
  const isForThis = loginRegistry(inputs, host) === place.host;
  const login = isForThis && user !== undefined && password !== undefined ? { user, password } : undefined;
  // With push as well, registries answer for repositories that the push would create.
  return { place, login, access: login === undefined || dryRun ? ("pull" as const) : ("pull,push" as const) };
}

async function build(request: BuildRequest, context: Context<Inputs>, registry: ReturnType<typeof openRegistry>) {
  const { inputs, host, io, signal, clock } = context;
  const deadline = clock.monotonic() + inputs.timeout;
  const here = { cwd: host.workspace, env: host.toolEnvironment, signal };
  const builder = await findBuilder(inputs.tool, here);
  assertSupported(builder, request);
  const commands = commandsFor(builder, request, host.temporary);

  const existing = await findExisting(registry, request, io);
  if (existing !== undefined) {
    const { digest } = existing;
    summarize(io, request, "adopted", digest);
    const report = reportOf(request, builder, undefined, "adopted", digest);
    return { verdict: "unchanged" as const, image: `${request.image}@${digest}`, digest, report };
  }
  const { username, password } = inputs;
  const account = loginRegistry(inputs, host);
  if (inputs.dryRun) {
    printPlan(io, builder, commands, password === undefined ? undefined : account);
    summarize(io, request, "planned");
    return { verdict: "passed" as const, report: reportOf(request, builder, commands, "planned") };
  }
  const env =
    account === undefined || username === undefined || password === undefined
      ? host.toolEnvironment
      : await signIn(builder, { registry: account, username, password }, { ...here, temporary: host.temporary });
  const digest = await buildAndPush(request, commands, { ...context, builder, registry, env, deadline });
  summarize(io, request, "pushed", digest);
  const report = reportOf(request, builder, commands, "pushed", digest);
  return { verdict: "done" as const, image: `${request.image}@${digest}`, digest, report };
}
