/** The legs of a job's matrix, by the documented rules of include and exclude. */

export type Leg = Readonly<Record<string, unknown>>;

/** Throws where GitHub fails the job: a matrix without a leg, or with a dimension that is not a list. */
export function matrixLegs(matrix: unknown): Leg[] {
  if (typeof matrix !== "object" || matrix === null) throw new Error("the matrix must be a mapping");
  const { include = [], exclude = [], ...dimensions } = matrix as Record<string, unknown>;
  const originals = product(Object.entries(dimensions)).filter(
    (leg) => !list(exclude).some((item) => matches(leg, item)),
  );
  const legs: Record<string, unknown>[] = originals.map((leg) => ({ ...leg }));
  for (const item of list(include)) {
    const fitting = originals.flatMap((original, index) =>
      Object.keys(item).every((key) => !(key in original) || same(original[key], item[key])) ? [index] : [],
    );
    for (const index of fitting) Object.assign(legs[index] ?? {}, item);
    if (fitting.length === 0) legs.push({ ...item });
  }
  if (legs.length === 0) throw new Error("the matrix has no leg");
  return legs;
}

export function legName(leg: Leg): string {
  const scalars = Object.values(leg).filter((value) => typeof value !== "object");
  return `(${scalars.join(", ")})`;
}

function product(dimensions: readonly [string, unknown][]): Leg[] {
  if (dimensions.length === 0) return [];
  return dimensions.reduce<Leg[]>(
    (legs, [name, values]) => {
      if (!Array.isArray(values) || values.length === 0)
        throw new Error(`matrix.${name} must be a list that is not empty`);
      return legs.flatMap((leg) => (values as unknown[]).map((value) => ({ ...leg, [name]: value })));
    },
    [{}],
  );
}

function list(value: unknown): Leg[] {
  if (!Array.isArray(value)) throw new Error("matrix.include and matrix.exclude must be lists");
  return value as Leg[];
}

function matches(leg: Leg, item: Leg): boolean {
  return Object.entries(item).every(([key, value]) => same(leg[key], value));
}

function same(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
