import { equals, matcherText, oneOf, selector, type Labels, type Matcher } from "@release-actions/prometheus";
import { readSelector } from "@release-actions/prometheus/inject";

/** Selectors that differ in the value of one label, as one selector. */
export interface Batch {
  readonly selector: string;
  readonly members: readonly string[];
  /** Which of the members a series belongs to. */
  memberOf(labels: Labels): string | undefined;
}

/** So many values stay a short question. */
const MOST = 50;
/** Each matcher of a selector is one that others may differ in, and all the others are compared. */
const MOST_MATCHERS = 20;

/** Puts together what can be asked at once: thousands of questions cost more than what they ask for. */
export function batchesOf(selectors: readonly string[]): readonly Batch[] {
  const parsed = selectors.map((text) => ({ text, variants: variantsOf(text) }));
  const sizes = new Map<string, number>();
  for (const { variants } of parsed) for (const { key } of variants) sizes.set(key, (sizes.get(key) ?? 0) + 1);
  const groups = new Map<string, { variant: Variant; members: Map<string, string> }>();
  const alone: Batch[] = [];
  for (const { text, variants } of parsed) {
    const [variant] = variants.toSorted((one, other) => sizes.get(other.key)! - sizes.get(one.key)!);
    if (variant === undefined || sizes.get(variant.key) === 1) {
      alone.push(single(text));
      continue;
    }
    const group = groups.get(variant.key) ?? { variant, members: new Map<string, string>() };
    groups.set(variant.key, group);
    group.members.set(variant.value, text);
  }
  return [
    ...alone,
    ...[...groups.values()].flatMap(({ variant, members }) => split([...members]).map((part) => joined(variant, part))),
  ];
}

/** A selector without the value of one of its labels. */
interface Variant {
  readonly key: string;
  readonly metric: string;
  readonly others: readonly Matcher[];
  readonly label: string;
  readonly value: string;
}

function variantsOf(text: string): Variant[] {
  const { metric, matchers } = readSelector(text);
  if (matchers.length > MOST_MATCHERS) return [];
  return matchers.flatMap((matcher, index): Variant[] => {
    const { label, operator, value } = matcher;
    // An empty value is a label that is not there, and no series could be told by it.
    if (operator !== "=" || value === "" || matchers.some((other) => other !== matcher && other.label === label))
      return [];
    const others = matchers.toSpliced(index, 1);
    return [{ key: JSON.stringify([metric, label, others.map(matcherText).sort()]), metric, others, label, value }];
  });
}

function split<T>(items: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(items.length / MOST) }, (_, index) =>
    items.slice(index * MOST, (index + 1) * MOST),
  );
}

function joined({ metric, others, label }: Variant, members: readonly (readonly [string, string])[]): Batch {
  const byValue = new Map(members);
  return {
    selector: selector(metric, [
      ...others,
      byValue.size === 1 ? equals(label, members[0]![0]) : oneOf(label, [...byValue.keys()]),
    ]),
    members: [...byValue.values()],
    memberOf: (labels) => byValue.get(labels[label] ?? ""),
  };
}

export function single(text: string): Batch {
  return { selector: text, members: [text], memberOf: () => text };
}
