import { otherwise, type PlainBuilder, type PlainPair } from "./node.ts";

/** So few keys are compared one by one sooner than a set of them is made. */
const FEW = 12;

/**
 * What the collections hold that are not read to their end, one collection behind the other that holds it. An array
 * is made of a collection's part when its length is known: arrays that grow take several times the room.
 */
export class OpenCollections<T> {
  readonly #builder: PlainBuilder<T>;
  readonly #pairs: PlainPair<T, T>[] = [];
  readonly #names: string[] = [];
  readonly #items: T[] = [];
  /** The names of a map of many keys, by where it begins. */
  readonly #sets = new Map<number, Set<string>>();
  #pairsEnd = 0;
  #itemsEnd = 0;

  constructor(builder: PlainBuilder<T>) {
    this.#builder = builder;
  }

  /** For closeMap, and for the pairs of the map that now begins. */
  openMap(): number {
    return this.#pairsEnd;
  }

  openList(): number {
    return this.#itemsEnd;
  }

  addItem(item: T): void {
    this.#items[this.#itemsEnd++] = item;
  }

  addPair(map: number, name: string, key: T, value: T): void {
    if (this.#has(map, name)) otherwise();
    this.#names[this.#pairsEnd] = name;
    this.#pairs[this.#pairsEnd++] = { key, value };
  }

  closeMap(map: number, start: number): T {
    const pairs = this.#pairs.slice(map, this.#pairsEnd);
    this.#pairsEnd = map;
    if (pairs.length > FEW) this.#sets.delete(map);
    return this.#builder.map(start, pairs);
  }

  closeList(list: number, start: number): T {
    const items = this.#items.slice(list, this.#itemsEnd);
    this.#itemsEnd = list;
    return this.#builder.list(start, items);
  }

  #has(map: number, name: string): boolean {
    if (this.#pairsEnd - map > FEW) return this.#hasOfMany(map, name);
    for (let index = map; index < this.#pairsEnd; index += 1) if (this.#names[index] === name) return true;
    return false;
  }

  #hasOfMany(map: number, name: string): boolean {
    let names = this.#sets.get(map);
    if (names === undefined) {
      names = new Set(this.#names.slice(map, this.#pairsEnd));
      this.#sets.set(map, names);
    }
    if (names.has(name)) return true;
    names.add(name);
    return false;
  }
}
