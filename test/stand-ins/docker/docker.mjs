/**
 * docker as far as release-actions calls it: buildx version, login, buildx build --push. It reads its arguments as
 * strictly as docker does, keeps them in calls.jsonl beside itself, and pushes a real image to the registry. How it
 * behaves is in behavior.json beside itself.
 */
import { createHash } from "node:crypto";
import { request } from "node:http";
import { appendFileSync, existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const here = process.env["STAND_IN_HOME"] ?? fileURLToPath(new URL(".", import.meta.url));
const args = process.argv.slice(2);
const behavior = existsSync(join(here, "behavior.json"))
  ? JSON.parse(readFileSync(join(here, "behavior.json"), "utf8"))
  : {};
appendFileSync(join(here, "calls.jsonl"), `${JSON.stringify(args)}\n`);

const OCI = "application/vnd.oci.image";
const digestOf = (bytes) => `sha256:${createHash("sha256").update(bytes).digest("hex")}`;

/** Node's own fetch takes longer to load than all of this. */
async function fetch(url, { method = "GET", headers = {}, body } = {}) {
  return await new Promise((resolve, reject) => {
    const sent = request(url, { method, headers }, (reply) => {
      reply.resume().on("end", () => resolve({ status: reply.statusCode, headers: reply.headers }));
    });
    sent.on("error", reject).end(body);
  });
}

/** Ends as docker does for what it does not understand. */
function usage(message) {
  process.stderr.write(`${message}\nSee 'docker --help'.\n`);
  process.exit(125);
}

function fail(message, code = 1) {
  process.stderr.write(`ERROR: ${message}\n`);
  process.exit(code);
}

const configFile = () =>
  join(process.env["DOCKER_CONFIG"] ?? join(process.env["HOME"] ?? "", ".docker"), "config.json");
const readConfig = () => (existsSync(configFile()) ? JSON.parse(readFileSync(configFile(), "utf8")) : {});

if (args[0] === "login") await login(args.slice(1));
else if (args[0] === "buildx" && args[1] === "build") await build(args.slice(2));
else if (args[0] === "compose") compose(args.slice(1));
else usage(`docker: unknown command: docker ${args[0]}`);

async function login([user, username, stdin, host, ...rest]) {
  if (user !== "--username" || stdin !== "--password-stdin" || host === undefined || rest.length > 0) usage("login?");
  const password = readFileSync(0, "utf8");
  const auth = Buffer.from(`${username}:${password}`).toString("base64");
  const reply = await fetch(`http://${host}/v2/`, { headers: { authorization: `Basic ${auth}` } });
  if (reply.status !== 200) fail(`Error response from daemon: Get "http://${host}/v2/": unauthorized`);
  const config = readConfig();
  if (config.credHelpers?.[host] !== "") fail("the password would go to a keychain");
  writeFileSync(configFile(), JSON.stringify({ ...config, auths: { ...config.auths, [host]: { auth } } }));
  console.log("Login Succeeded");
}

async function build(given) {
  const options = { label: [], "build-arg": [], secret: [], "cache-from": [], "cache-to": [] };
  const end = given.indexOf("--");
  if (end < 0 || end !== given.length - 2) usage("buildx build requires exactly 1 argument.");
  for (const argument of given.slice(0, end)) {
    const [, name, value] = /^--([a-z-]+)(?:=([^]*))?$/.exec(argument) ?? usage(`unknown argument ${argument}`);
    if (Array.isArray(options[name])) options[name].push(value);
    else if (["progress", "push", "tag", "file", "platform", "target", "metadata-file"].includes(name))
      options[name] = value ?? true;
    else usage(`unknown flag: --${name}`);
  }
  const context = given.at(-1);
  if (!statSync(context).isDirectory() || !statSync(options.file).isFile()) fail("no context or no Dockerfile");
  for (const secret of options.secret) {
    const [, variable] = /^id=[\w.-]+,env=(\w+)$/.exec(secret) ?? usage(`invalid secret ${secret}`);
    if (process.env[variable] === undefined) fail(`${variable} is not set`);
    console.log(`secret ${secret}: ${process.env[variable]}`);
  }
  for (const line of behavior.print ?? []) console.log(line);
  if (behavior.sleep) {
    writeFileSync(join(here, "started"), "");
    await sleep(behavior.sleep);
  }
  if (behavior.fail) fail(behavior.fail, 1);
  const digest = await push(options);
  if (behavior.failAfterPush) fail("failed to export cache", 1);
  const metadata = { "buildx.build.ref": "default/default/x", "containerimage.digest": digest };
  if (behavior.metadata !== false)
    writeFileSync(options["metadata-file"], JSON.stringify({ ...metadata, ...behavior.metadata }, undefined, 2));
}

async function push({ tag, label, platform = "linux/amd64" }) {
  const [, host, repository, name] = /^([^/]+)\/(.+):([^:/]+)$/.exec(tag) ?? usage(`invalid tag ${tag}`);
  const auth = readConfig().auths?.[host]?.auth;
  const headers = auth === undefined ? {} : { authorization: `Basic ${auth}` };
  const send = async (method, path, status, more = {}) => {
    const url = path.startsWith("http") ? path : `http://${host}${path}`;
    const reply = await fetch(url, { method, ...more, headers: { ...headers, ...more.headers } });
    if (reply.status !== status) fail(`failed to push ${tag}: unexpected status: ${reply.status}`);
    return reply;
  };
  const blob = async (bytes, mediaType) => {
    const upload = await send("POST", `/v2/${repository}/blobs/uploads/`, 202);
    const place = new URL(upload.headers.location, `http://${host}`);
    place.searchParams.set("digest", digestOf(bytes));
    await send("PUT", place.href, 201, { body: bytes, headers: { "content-type": "application/octet-stream" } });
    return { mediaType, digest: digestOf(bytes), size: bytes.length };
  };
  const manifest = async (content, reference) => {
    const bytes = Buffer.from(JSON.stringify({ schemaVersion: 2, ...content }));
    const digest = digestOf(bytes);
    const type = { "content-type": content.mediaType };
    await send("PUT", `/v2/${repository}/manifests/${reference ?? digest}`, 201, { body: bytes, headers: type });
    return { mediaType: content.mediaType, digest, size: bytes.length };
  };
  const Labels = Object.fromEntries(label.map((one) => [one.split("=", 1)[0], one.slice(one.indexOf("=") + 1)]));
  const image = async (os, architecture, reference) => {
    const settings = { created: new Date().toISOString(), os, architecture, config: { Labels } };
    const config = await blob(Buffer.from(JSON.stringify(settings)), `${OCI}.config.v1+json`);
    const layer = await blob(Buffer.from("layer"), `${OCI}.layer.v1.tar`);
    return await manifest({ mediaType: `${OCI}.manifest.v1+json`, config, layers: [layer] }, reference);
  };
  const platforms = platform.split(",").map((one) => one.split("/"));
  if (platforms.length === 1) return (await image(...platforms[0].slice(0, 2), name)).digest;
  const manifests = [];
  for (const [os, architecture] of platforms)
    manifests.push({ ...(await image(os, architecture)), platform: { os, architecture } });
  const attestation = await image("unknown", "unknown");
  const annotations = { "vnd.docker.reference.type": "attestation-manifest" };
  manifests.push({ ...attestation, platform: { os: "unknown", architecture: "unknown" }, annotations });
  return (await manifest({ mediaType: `${OCI}.index.v1+json`, manifests }, name)).digest;
}

/** compose [version | --file=… up|ps|logs|down …]: shows the images and the tag that its services would see. */
function compose(given) {
  if (given.join(" ") === "version") {
    if (behavior.withoutCompose) usage("docker: 'compose' is not a docker command.");
    return console.log("Docker Compose version v0.0.0 stand-in");
  }
  const [, file] = /^--file=(.+)$/.exec(given[0] ?? "") ?? usage("--file?");
  if (!existsSync(file)) fail(`open ${file}: no such file or directory`, 14);
  const command = given.slice(1).join(" ");
  const known = [
    "up --detach --no-build --wait",
    "ps --all",
    "logs --no-color --tail=200",
    "down --volumes --timeout=10",
  ];
  if (!known.includes(command)) usage(`unknown compose command ${command}`);
  for (const [name, value] of Object.entries(process.env))
    if (name.startsWith("IMAGE_")) console.log(`${name}=${value}`);
  for (const line of behavior.print ?? []) console.log(line);
  if (command.startsWith("up") && behavior.unhealthy) fail("container app-1 is unhealthy");
}
