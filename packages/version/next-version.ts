import { invalid } from "@release-actions/action";
import type { Scheme } from "./scheme.ts";
import { parseVersion, requireVersion } from "./version.ts";
import type { Version } from "./version.ts";

const VERSION_STEPS = ["major", "minor", "patch", "prerelease"] as const;
/** A part of a version that `nextVersion` can increment. */
export type VersionStep = (typeof VERSION_STEPS)[number];

export function isVersionStep(text: string): text is VersionStep {
  return VERSION_STEPS.some((step) => step === text);
}

/**
 * The version one step after `current`, as `npm version` counts: a prerelease of the resulting version becomes that
 * version (1.2.0-rc.1, minor → 1.2.0); `prerelease` increments the last number, or starts the next patch with `rc.1`
 * (`rc1` in PEP 440). Throws `invalid` if `current` is not a version of the scheme, is a calendar version, or has no
 * next version.
 */
export function nextVersion(current: string, step: VersionStep, scheme: Scheme): string {
  const version = requireVersion(current, scheme);
  if (version.scheme === "calver") {
    throw invalid(`a calendar version has no next ${step}`, { remedy: "Set the exact version, such as 2025.01.02." });
  }
  const next = step === "prerelease" ? nextPrerelease(version) : `${epochOf(version)}${nextCore(version, step)}`;
  if (parseVersion(next, scheme) !== undefined) return next;
  throw invalid(`the version after ${current} cannot be determined`, { remedy: "Set the exact version." });
}

function nextCore({ major, minor, patch, prerelease }: Version, step: Exclude<VersionStep, "prerelease">): string {
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
