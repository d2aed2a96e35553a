import type { YamlScalar } from "./node.ts";
import type { Target } from "./types.ts";

/**
 * Refs that some reader would read as a number without quotes: all digits (every reader), digits e digits (a float of
 * YAML 1.2), 0b and binary digits (an int of YAML 1.1), e and digits (as the yaml package reads YAML 1.1).
 */
const NUMBER = /^(?:[0-9]+|[0-9]*e[0-9]+|0b[01]+)$/;

/** The token that writes `ref` in the style of the old scalar. */
export function tokenFor(scalar: YamlScalar, ref: string): string {
  if (scalar.style === "double") return `"${ref}"`;
  return scalar.style === "single" || NUMBER.test(ref) ? `'${ref}'` : ref;
}

/** Whether every reader of the file reads `ref`, as a string. */
export function says(target: Target, ref: string): boolean {
  return target.ref === ref && !isBareNumber(target);
}

export function isBareNumber({ scalar, ref = "" }: Target): boolean {
  return scalar?.style === "plain" && NUMBER.test(ref);
}
