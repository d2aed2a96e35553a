import { invalid } from "@release-actions/action";
import { parseVersion, requireVersion, type Scheme, type Version } from "@release-actions/version";

export const STEPS = ["major", "minor", "patch", "prerelease"] as const;
export type Step = (typeof STEPS)[number];

export function isStep(text: string): text is Step {
  return STEPS.some((step) => step === text);
}

/**
 * The version one step after `current`, as npm counts: a prerelease of the very version asked for becomes that
 * version (1.2.0-rc.1, minor → 1.2.0), and `prerelease` counts its last number up, or begins the next patch with
 * `rc.1` (`rc1` by PEP 440).
 */
export function nextVersion(current: string, step: Step, scheme: Scheme): string {
  const version = requireVersion(current, scheme);
  if (version.scheme === "calver") {
    throw invalid(`a calendar version has no next ${step}`, { remedy: "Give the exact version, such as 2025.01.02." });
  }
  const next = step === "prerelease" ? nextPrerelease(version) : `${epochOf(version)}${nextCore(version, step)}`;
  if (parseVersion(next, scheme) !== undefined) return next;
  throw invalid(`the version after ${current} cannot be told`, { remedy: "Give the exact version." });
}

function nextCore({ major, minor, patch, prerelease }: Version, step: Exclude<Step, "prerelease">): string {
  switch (step) {
    case "major":
      return prerelease && minor === 0 && patch === 0 ? `${major}.0.0` : `${major + 1}.0.0`;
    case "minor":
      return prerelease && patch === 0 ? `${major}.${minor}.0` : `${major}.${minor + 1}.0`;
    case "patch":
      return `${major}.${minor}.${prerelease ? patch : patch + 1}`;
  }
}

function nextPrerelease(version: Version): string {
  if (!version.prerelease) {
    const core = `${epochOf(version)}${nextCore(version, "patch")}`;
    return version.scheme === "pep440" ? `${core}rc1` : `${core}-rc.1`;
  }
  const text = version.scheme === "pep440" ? version.normalized : version.text;
  const [withoutBuild = ""] = text.split("+", 1);
  const [number] = /[0-9]{1,15}$/.exec(withoutBuild) ?? [];
  if (number === undefined) return `${withoutBuild}.1`;
  return `${withoutBuild.slice(0, -number.length)}${Number(number) + 1}`;
}

function epochOf(version: Version): string {
  return version.scheme === "pep440" && version.epoch > 0 ? `${version.epoch}!` : "";
}
