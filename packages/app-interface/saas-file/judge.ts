import { invalid, type Problem } from "@release-actions/action";
import { quote, shorten } from "@release-actions/text";
import type { BumpOptions, Target } from "./types.ts";
import { describe } from "./select.ts";
import { isBareNumber, says } from "./token.ts";

const COMMIT = /^[0-9a-f]{40}$/;

/** Throws `invalid` unless it is a full commit ID, the only form that app-interface accepts for a pinned ref. */
export function checkRef(ref: string): void {
  if (COMMIT.test(ref)) return;
  throw invalid(`${quote(ref)} is not a commit that a target can be pinned to`, {
    remedy: "Give the commit's full id: 40 lower-case hexadecimal digits.",
  });
}

/** Why this target must not get the new ref. */
export function refusals(target: Target, options: BumpOptions): Problem[] {
  const reasons = [...undeployed(target), ...(says(target, options.ref) ? [] : unbumpable(target, options))];
  return reasons
    .filter(({ when }) => when)
    .map(({ what, remedy }) => ({
      what: `${describe(target)}: ${what}`,
      remedy,
      file: target.file,
      line: target.line,
    }));
}

interface Reason {
  readonly when: boolean;
  readonly what: string;
  readonly remedy: string;
}

/** A new ref would have no effect, so even a target that has it already is not a success. */
function undeployed({ deprecated, deleted, disabled, ref }: Target): Reason[] {
  return [
    {
      when: deprecated,
      what: "the saas file is deprecated: app-interface allows no updates",
      remedy: "Bump the file that replaces it.",
    },
    {
      when: deleted,
      what: "the target has delete: true, so what it deploys is being removed",
      remedy: "Select a target that is deployed.",
    },
    {
      when: disabled && ref === "internal",
      what: "ref: internal with disable: true marks the target of ephemeral environments, which is never deployed from here",
      remedy: "Select another target.",
    },
  ];
}

function unbumpable(
  { auto, upstream, images, ref = "", obstacles }: Target,
  { allowMovingRef = false }: BumpOptions,
): Reason[] {
  return [
    {
      when: auto,
      what: "promotion.auto is on: app-interface promotes this target itself, and a manual bump competes with it",
      remedy: "Wait for the automatic promotion, or turn promotion.auto off first.",
    },
    {
      when: upstream,
      what: "it has an upstream, which needs a branch and forbids a commit",
      remedy: "Remove upstream, or let the branch move.",
    },
    {
      when: images,
      what: "it has images, which need a branch and forbid a commit",
      remedy: "Remove images, or let the branch move.",
    },
    {
      when: !COMMIT.test(ref) && !allowMovingRef,
      what: `its ref ${quote(ref)} is not a full commit ID but a name that moves, or a typo`,
      remedy: "Allow moving refs to be replaced, if that is what you want.",
    },
    ...obstacles.map((obstacle) => ({
      when: true,
      what: `its ref cannot be replaced alone: ${obstacle}`,
      remedy: "Write the target out, with its ref as one plain word.",
    })),
  ];
}

/** What people should know before this target gets the new ref. */
export function warningsOf(target: Target, next: string): string[] {
  const { ref = "", imageTag = "", unsubscribed } = target;
  const warnings: string[] = [];
  if (imageTag !== "" && next.startsWith(imageTag)) {
    warnings.push(
      `IMAGE_TAG ${imageTag} is the beginning of the new ref, which app-interface refuses; remove the parameter`,
    );
  } else if (imageTag !== "" && ref.startsWith(imageTag)) {
    warnings.push(
      `IMAGE_TAG ${imageTag} is the beginning of the old ref, so the image would stay the old one; remove the parameter`,
    );
  }
  if (unsubscribed.length > 0) {
    const channels = unsubscribed.slice(0, 10).map((channel) => shorten(channel, 80));
    warnings.push(`promotion_data names channels that the target does not subscribe to: ${channels.join(", ")}`);
  }
  if (!COMMIT.test(ref)) warnings.push(`the target followed ${shorten(ref, 80)} and is now pinned`);
  if (target.disabled) warnings.push("the target has disable: true, so the new ref is not deployed");
  if (isBareNumber(target)) warnings.push("the old ref had no quotes, so YAML reads a number");
  return warnings.map((warning) => `${target.file}:${target.line}: ${warning}`);
}
