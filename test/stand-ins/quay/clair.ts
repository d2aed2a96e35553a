import { createHash } from "node:crypto";

/** Security reports in the shape in which Quay gives Clair's. */

export interface Finding {
  /** Goes into the title and the link: `CVE-2024-1234`. */
  id: string;
  severity: "Unknown" | "Negligible" | "Low" | "Medium" | "High" | "Critical" | (string & {});
  package: string;
  version: string;
  /** Default `""`: there is no fix. */
  fixedBy?: string;
  /** Default: Red Hat's page of the id. Several may be in it, with a space between. */
  link?: string;
  /** CVSS 3; null and `""` come from Quay too. Default: one that fits the severity. */
  score?: number | string | null;
  /** Default: a title as Red Hat gives, `<package>: <id> (<severity>)`. */
  name?: string;
}

export interface Report {
  status: "scanned";
  data: { Layer: Layer };
}

export interface Layer {
  Name: string;
  ParentName: string;
  NamespaceName: string;
  IndexedByVersion: number;
  Features: Feature[];
}

export interface Feature {
  Name: string;
  VersionFormat: string;
  NamespaceName: string;
  AddedBy: string;
  Version: string;
  BaseScores: (number | string | null)[];
  CVEIds: string[];
  Vulnerabilities: object[];
}

const severities = ["Low", "Medium", "High", "Critical", "Unknown", "Negligible"] as const;
const scores: Record<string, number> = { Negligible: 1, Low: 3.1, Medium: 5.9, High: 7.5, Critical: 9.8 };
const source = "RHEL9-rhel-9-including-unpatched";

/**
 * An envelope as the security endpoint answers. `findings`: a list, or a number of synthetic ones in turn of every
 * severity, every second one with a fix. `features`: packages without findings.
 */
export function clairReport({
  findings = 0,
  features = 3,
}: { findings?: number | Finding[]; features?: number } = {}): Report {
  const list = typeof findings === "number" ? Array.from({ length: findings }, (_, at) => synthetic(at)) : findings;
  const found = new Map<string, Feature>();
  for (const finding of list) {
    const key = `${finding.package}\0${finding.version}`;
    const feature = found.get(key) ?? featureOf(finding.package, finding.version);
    found.set(key, feature);
    add(feature, finding);
  }
  const clean = Array.from({ length: features }, (_, at) => featureOf(`clean-${at + 1}`, `1.${at}.0-1.el9`));
  const layer = { Name: digest("layer"), ParentName: "", NamespaceName: "", IndexedByVersion: 4 };
  return { status: "scanned", data: { Layer: { ...layer, Features: [...clean, ...found.values()] } } };
}

function synthetic(at: number): Finding {
  return {
    id: `CVE-2024-${String(10_000 + at)}`,
    severity: severities[at % severities.length] ?? "Low",
    package: `package-${Math.floor(at / 10)}`,
    version: "1.0.0-1.el9",
    fixedBy: at % 2 === 0 ? "0:1.0.1-1.el9" : "",
  };
}

function featureOf(name: string, version: string): Feature {
  const rest = { VersionFormat: "", NamespaceName: "", AddedBy: digest("base"), Version: version };
  return { Name: name, ...rest, BaseScores: [], CVEIds: [], Vulnerabilities: [] };
}

function add(feature: Feature, finding: Finding): void {
  const { id, severity, fixedBy = "" } = finding;
  const link = finding.link ?? `https://access.redhat.com/security/cve/${id}`;
  const score = finding.score === undefined ? (scores[severity] ?? "") : finding.score;
  // As Quay does: ids from the links alone, and in no order that the vulnerabilities have.
  for (const cve of link.match(/CVE-\d{4}-\d{4,7}/g) ?? []) {
    if (!feature.CVEIds.includes(cve)) feature.CVEIds.push(cve);
  }
  if (score !== "" && score !== null) feature.BaseScores.push(score);
  feature.Vulnerabilities.push({
    Severity: severity,
    NamespaceName: source,
    Link: link,
    FixedBy: fixedBy,
    Description: `A flaw was found in ${feature.Name}.`,
    Name: finding.name ?? `${feature.Name}: ${id} (${severity.toLowerCase()})`,
    Metadata: {
      UpdatedBy: source,
      RepoName: "cpe:/o:redhat:enterprise_linux:9::baseos",
      RepoLink: null,
      DistroName: "Red Hat Enterprise Linux Server",
      DistroVersion: "9",
      NVD: {
        CVSSv3: {
          Vectors: score === "" || score === null ? "" : "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N",
          Score: score,
        },
      },
    },
  });
}

function digest(text: string): string {
  return `sha256:${createHash("sha256").update(text).digest("hex")}`;
}
