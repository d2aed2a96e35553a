import { devNull } from "node:os";
import { join } from "node:path";

import { absolutePath } from "@release-actions/exec/find";

import type { GitOptions } from "./types.ts";

/** What a child may see of the caller's environment; everything else, GIT_* above all, stays outside. */
const PASSED_ON = ["SYSTEMROOT", "SystemRoot", "WINDIR", "PATHEXT", "COMSPEC"];

/** A path that cannot exist, for every setting that names a program, a directory or a file. */
const NONEXISTENT_PATH = join(devNull, "none");

/**
 * Settings that win over the repository's own configuration, so that nothing in a hostile `.git/config` names a
 * program that runs, a place that is written or a host that is spoken to. A list setting is emptied by "".
 */
const OVERRIDES: Readonly<Record<string, string>> = {
  "core.hooksPath": devNull,
  "core.fsmonitor": "false",
  "core.untrackedCache": "false",
  "core.splitIndex": "false",
  "core.commitGraph": "false",
  "core.attributesFile": devNull,
  "core.autocrlf": "false",
  "core.quotePath": "false",
  "core.pager": "cat",
  "core.askPass": "",
  "core.sshCommand": NONEXISTENT_PATH,
  "core.gitProxy": "",
  "safe.bareRepository": "explicit",
  "credential.helper": "",
  "credential.useHttpPath": "false",
  "diff.external": "",
  "fetch.recurseSubmodules": "false",
  "submodule.recurse": "false",
  "push.recurseSubmodules": "no",
  "push.followTags": "false",
  "push.gpgSign": "false",
  "gc.auto": "0",
  "maintenance.auto": "false",
  "gpg.program": NONEXISTENT_PATH,
  "gpg.openpgp.program": NONEXISTENT_PATH,
  "gpg.x509.program": NONEXISTENT_PATH,
  "gpg.ssh.program": NONEXISTENT_PATH,
  "gpg.ssh.defaultKeyCommand": NONEXISTENT_PATH,
  "gpg.minTrustLevel": "undefined",
  "commit.gpgSign": "false",
  "tag.gpgSign": "false",
  "tag.forceSignAnnotated": "false",
  "log.showSignature": "false",
  "log.mailmap": "false",
  "i18n.commitEncoding": "UTF-8",
  "i18n.logOutputEncoding": "UTF-8",
  "http.followRedirects": "false",
  "http.sslVerify": "true",
  "http.cookieFile": "",
  "http.saveCookies": "false",
  "http.extraHeader": "",
};

/** The settings as `-c` arguments; the later ones win. */
export function settings(...groups: readonly Readonly<Record<string, string>>[]): string[] {
  return [OVERRIDES, ...groups].flatMap((group) =>
    Object.entries(group).flatMap(([key, value]) => ["-c", `${key}=${value}`]),
  );
}

/**
 * The whole environment of a git process that speaks only the given protocols. One that only looks needs no
 * temporary directory, which is then not made.
 */
export function gitEnvironment(
  options: GitOptions,
  protocols: readonly string[],
  temporary: boolean,
): Record<string, string> {
  return {
    ...Object.fromEntries(PASSED_ON.flatMap((name) => entry(name, options.environment[name]))),
    PATH: absolutePath(options.environment["PATH"] ?? options.environment["Path"] ?? ""),
    HOME: NONEXISTENT_PATH,
    XDG_CONFIG_HOME: NONEXISTENT_PATH,
    ...(temporary && { TMPDIR: options.temporary }),
    LC_ALL: "C",
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_CONFIG_SYSTEM: devNull,
    GIT_CONFIG_GLOBAL: devNull,
    GIT_ATTR_NOSYSTEM: "1",
    GIT_TERMINAL_PROMPT: "0",
    GIT_ASKPASS: "",
    SSH_ASKPASS: "",
    SSH_ASKPASS_REQUIRE: "never",
    GIT_EDITOR: NONEXISTENT_PATH,
    GIT_PAGER: "cat",
    GIT_OPTIONAL_LOCKS: "0",
    GIT_NO_REPLACE_OBJECTS: "1",
    GIT_GRAFT_FILE: NONEXISTENT_PATH,
    GIT_LITERAL_PATHSPECS: "1",
    // A list without a known protocol forbids them all; an empty one would too, but reads like a mistake.
    GIT_ALLOW_PROTOCOL: protocols.length === 0 ? "none" : protocols.join(":"),
  };
}

/** A proxy as the host knows it; git reads it from the environment like curl does. */
export function proxyEnvironment(network: GitOptions["network"]): Record<string, string> {
  return Object.fromEntries([
    ...entry("http_proxy", network?.httpProxy),
    ...entry("https_proxy", network?.httpsProxy),
    ...entry("no_proxy", network?.noProxy),
  ]);
}

function entry(name: string, value: string | undefined): [string, string][] {
  return value === undefined || value === "" ? [] : [[name, value]];
}
