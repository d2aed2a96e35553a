import { invalid, type Clock, type CommonInputs, type HostFacts, type Problem } from "@release-actions/action";
import { findComponent, loadConfig } from "@release-actions/config";
import type { Identity, Signing } from "@release-actions/git";
import { DEFAULT_COMPONENT_FORMAT, DEFAULT_FORMAT, type Scheme } from "@release-actions/version";
import { parseTarget, type Target } from "@release-actions/version/files";
import { quote } from "@release-actions/text";

export interface BumpInputs extends CommonInputs {
  readonly version: string;
  readonly component: string | undefined;
  readonly files: readonly string[];
  readonly changelog: string | undefined;
  readonly date: string | undefined;
  readonly scheme: Scheme | undefined;
  readonly tagFormat: string | undefined;
  readonly commit: boolean;
  readonly tag: boolean;
  readonly author: string | undefined;
  readonly sign: "none" | "ssh" | "openpgp";
  readonly signingKey: string | undefined;
  readonly gnupgHome: string | undefined;
}

/** The inputs and the configuration, brought together. */
export interface Settings {
  readonly component: string | undefined;
  /** The component as changelog headings name it. */
  readonly changelogName: string | undefined;
  readonly targets: readonly Target[];
  readonly changelog: string | undefined;
  /** Which of the two came from an input rather than from release-actions.yml. */
  readonly typed: { readonly files: boolean; readonly changelog: boolean };
  readonly scheme: Scheme;
  readonly tagFormat: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** Whether the user named the day, rather than taking today. */
  readonly isDateGiven: boolean;
  readonly author: Identity | undefined;
  readonly signing: Signing | undefined;
}

export async function readSettings(inputs: BumpInputs, host: HostFacts, clock: Clock): Promise<Settings> {
  const config = await loadConfig({ host, inputs });
  const component = inputs.component === undefined ? undefined : findComponent(config, inputs.component);
  const hasComponents = (config.components ?? []).length > 0;
  const files = inputs.files.length > 0 ? inputs.files : (component?.["version-files"] ?? []);
  const changelog = inputs.changelog ?? component?.changelog;
  if (files.length === 0 && changelog === undefined) {
    throw invalid("no file is named that holds the version", {
      remedy:
        component === undefined
          ? "Give files, such as files: package.json, or the component that lists its version-files in release-actions.yml."
          : `Give files, or list version-files for ${component.name} in release-actions.yml.`,
    });
  }
  return {
    component: component?.name,
    changelogName: component?.["changelog-name"] ?? component?.name,
    targets: files.map(parseTarget),
    changelog,
    typed: { files: inputs.files.length > 0, changelog: inputs.changelog !== undefined },
    scheme: inputs.scheme ?? component?.scheme ?? "semver",
    tagFormat:
      inputs.tagFormat ?? component?.["tag-format"] ?? (hasComponents ? DEFAULT_COMPONENT_FORMAT : DEFAULT_FORMAT),
    date: inputs.date ?? new Date(clock.now()).toISOString().slice(0, 10),
    isDateGiven: inputs.date !== undefined,
    author: authorOf(inputs),
    signing: signingOf(inputs),
  };
}

/** What is wrong with a day, if anything: it must exist in the calendar. */
export function dateProblem(date: string | undefined): Problem[] {
  if (date === undefined) return [];
  const time = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  if (!Number.isNaN(time) && new Date(time).toISOString().startsWith(date)) return [];
  return [{ input: "date", what: `date ${quote(date, 40)} is not a date`, remedy: "Write it as 2025-01-31." }];
}

function authorOf({ author, commit, tag }: BumpInputs): Identity | undefined {
  if (author === undefined) {
    if (!commit && !tag) return undefined;
    throw invalid("a commit and a tag need an author", {
      remedy: 'Give author, such as "Release Bot <bot@example.com>".',
    });
  }
  const open = author.lastIndexOf("<");
  const name = author.slice(0, open).trim();
  const email = author.slice(open + 1, -1).trim();
  if (open > 0 && author.endsWith(">") && name !== "" && email !== "") return { name, email };
  throw invalid(`the author ${quote(author)} is not written as Name <address>`, {
    remedy: 'Write it like "Release Bot <bot@example.com>".',
  });
}

function signingOf({ sign, signingKey: key, gnupgHome }: BumpInputs): Signing | undefined {
  if (sign === "ssh" && key !== undefined) return { format: "ssh", key };
  return sign === "openpgp" && key !== undefined && gnupgHome !== undefined
    ? { format: "openpgp", key, gnupgHome }
    : undefined;
}
