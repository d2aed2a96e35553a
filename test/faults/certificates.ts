import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

export interface Authority {
  /** PEM file of the authority. */
  readonly file: string;
  /** A certificate for names such as "DNS:forge.example" and "IP:127.0.0.1". */
  issue(names: readonly string[], options?: { expired?: boolean; rsa?: boolean }): Certificate;
  selfSigned(names: readonly string[]): Certificate;
  remove(): void;
}

/** Its own certificate authority in a temporary directory, made by openssl. */
export function makeAuthority(): Authority {
  const directory = mkdtempSync(join(tmpdir(), "authority-"));
  const file = join(directory, "ca.pem");
  const key = join(directory, "ca.key");
  const curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];
  const modulus = ["-newkey", "rsa:2048", "-nodes"];
  let count = 0;

  function openssl(...args: readonly string[]): void {
    execFileSync("openssl", args, { cwd: directory, stdio: ["ignore", "ignore", "pipe"] });
  }

  openssl("req", "-x509", ...curve, "-keyout", key, "-out", file, "-days", "30", "-subj", "/CN=Test Authority");

  function issue(names: readonly string[], { expired = false, rsa = false } = {}): Certificate {
    const base = join(directory, `server-${(count += 1)}`);
    writeFileSync(`${base}.ext`, `subjectAltName=${names.join(",")}\n`);
    openssl(
      "req",
      "-new",
      ...(rsa ? modulus : curve),
      "-keyout",
      `${base}.key`,
      "-out",
      `${base}.csr`,
      "-subj",
      "/CN=server",
    );
    const days = expired ? "-1" : "30";
    openssl(
      "x509",
      "-req",
      "-in",
      `${base}.csr`,
      "-CA",
      file,
      "-CAkey",
      key,
      "-out",
      `${base}.pem`,
      "-days",
      days,
      "-extfile",
      `${base}.ext`,
    );
    return { key: readFileSync(`${base}.key`, "utf8"), cert: readFileSync(`${base}.pem`, "utf8") };
  }

  function selfSigned(names: readonly string[]): Certificate {
    const base = join(directory, `server-${(count += 1)}`);
    const alternative = ["-addext", `subjectAltName=${names.join(",")}`];
    openssl(
      "req",
      "-x509",
      ...curve,
      "-keyout",
      `${base}.key`,
      "-out",
      `${base}.pem`,
      "-days",
      "30",
      "-subj",
      "/CN=server",
      ...alternative,
    );
    return { key: readFileSync(`${base}.key`, "utf8"), cert: readFileSync(`${base}.pem`, "utf8") };
  }

  return { file, issue, selfSigned, remove: () => rmSync(directory, { recursive: true, force: true }) };
}
