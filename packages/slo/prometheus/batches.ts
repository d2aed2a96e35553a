import { equals, matcherText, oneOf, selector, type Labels, type Matcher } from "@release-actions/prometheus";
import { readSelector } from "@release-actions/prometheus/inject";

/** Selectors that differ in the value of one label, as one selector. */
export interface SelectorBatch {
  readonly selector: string;
  readonly members: readonly string[];
  /** The member that selects a series of the batch. */
  memberOf(labels: Labels): string | undefined;
}

/** This many values are still a short query. */
const MAX_MEMBERS = 50;
/** Every matcher may be the one that differs, and then all the others are compared. */
const MAX_MATCHERS = 20;

/** Groups what can be queried together: thousands of queries cost more than their results. */
export function batchesOf(selectors: readonly string[]): readonly SelectorBatch[] {
  const parsed = selectors.map((text) => ({ text, variants: variantsOf(text) }));
  const sizes = new Map<string, number>();
  for (const { key } of parsed.flatMap(({ variants }) => variants)) sizes.set(key, (sizes.get(key) ?? 0) + 1);
  const groups = new Map<string, VariantGroup>();
  const alone: SelectorBatch[] = [];
  for (const { text, variants } of parsed) {
    const [largest] = variants.toSorted((one, other) => sizes.get(other.key)! - sizes.get(one.key)!);
    if (largest === undefined || sizes.get(largest.key) === 1) {
      alone.push(single(text));
      continue;
    }
    const group = groups.get(largest.key) ?? { variant: largest, members: new Map<string, string>() };
    groups.set(largest.key, group);
    group.members.set(largest.value, text);
  }
  const joint = [...groups.values()].flatMap(({ variant, members }) =>
    split([...members]).map((part) => joined(variant, part)),
  );
  return [...alone, ...joint];
}

/** A selector without the value of one of its labels. */
interface Variant {
  readonly key: string;
  readonly metric: string;
  readonly others: readonly Matcher[];
  readonly label: string;
  readonly value: string;
}

interface VariantGroup {
  readonly variant: Variant;
  /** Selectors by the value in which they differ. */
  readonly members: Map<string, string>;
}

function variantsOf(text: string): Variant[] {
  const { metric, matchers } = readSelector(text);
  if (matchers.length > MAX_MATCHERS) return [];
  return matchers.flatMap((matcher, index): Variant[] => {
    const { label, operator, value } = matcher;
    // An empty value is a missing label, by which no series could be assigned.
    if (operator !== "=" || value === "") return [];
    if (matchers.some((other) => other !== matcher && other.label === label)) return [];
    const others = matchers.toSpliced(index, 1);
    return [{ key: JSON.stringify([metric, label, others.map(matcherText).sort()]), metric, others, label, value }];
  });
}

function split<T>(items: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(items.length / MAX_MEMBERS) }, (_, index) =>
    items.slice(index * MAX_MEMBERS, (index + 1) * MAX_MEMBERS),
  );
}

function joined({ metric, others, label }: Variant, members: readonly (readonly [string, string])[]): SelectorBatch {
  const byValue = new Map(members);
  const values = [...byValue.keys()];
  const matcher = values.length === 1 ? equals(label, values[0]!) : oneOf(label, values);
  return {
    selector: selector(metric, [...others, matcher]),
    members: [...byValue.values()],
    memberOf: (labels) => byValue.get(labels[label] ?? ""),
  };
}

export function single(text: string): SelectorBatch {
  return { selector: text, members: [text], memberOf: () => text };
}
