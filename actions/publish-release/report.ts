import type { Io } from "@release-actions/action";
import type { Plan, Published } from "@release-actions/forge";
import { code, details, formatBytes, heading, link, list, paragraph, table } from "@release-actions/text";
import type { Block } from "@release-actions/text";

const PLAN_OUTCOMES = {
  create: "A release will be created.",
  continue: "The draft of an earlier run will be completed and published.",
  update: "The release exists and will be updated.",
  unchanged: "The release exists and is up to date: nothing to write.",
} as const satisfies Record<Plan["outcome"], string>;

export function printPlan(io: Io, plan: Plan): void {
  io.info(PLAN_OUTCOMES[plan.outcome]);
  for (const { method, path, what } of plan.writes) io.info(`  ${method} ${path}: ${what}`);
}

export function planBlocks(tag: string, plan: Plan): Block[] {
  return [
    heading(`Plan for the release of ${tag}`, 3),
    paragraph(`Dry run, nothing was written. ${PLAN_OUTCOMES[plan.outcome]}`),
    ...(plan.writes.length === 0
      ? []
      : [
          list(
            plan.writes.map(({ what }) => what),
            true,
          ),
        ]),
    ...(plan.notices.length === 0 ? [] : [list(plan.notices)]),
  ];
}

export function releaseBlocks(tag: string, published: Published, notices: readonly string[]): Block[] {
  const { title, url, assets, done, changed } = published;
  return [
    heading(title, 3),
    paragraph([changed ? "Release " : "Release, unchanged: ", link(tag, url)]),
    ...(assets.length === 0 ? [] : [assetTable(published)]),
    ...(notices.length === 0 ? [] : [list(notices)]),
    ...(done.length === 0 ? [] : [details("What was done", [list(done, true)])]),
  ];
}

function assetTable({ assets }: Published): Block {
  return table(
    ["File", "Size", "SHA-256"],
    assets.map(({ name, size, sha256, url }) => [[link(name, url)], formatBytes(size), [code(sha256)]]),
  );
}
