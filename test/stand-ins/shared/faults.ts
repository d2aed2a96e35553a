/** Which requests a stand-in answers otherwise than it would, and how. */

/** What the plan checks in a request; a stand-in's ledger entries have it. */
export interface Planned {
  /** From 1. */
  index: number;
  service: string;
  method: string;
  /** Path and query. */
  url: string;
}

export interface FaultMatch<Service extends string = string> {
  service?: Service;
  method?: string;
  /** Part of path and query; between slashes (`/latest|tags/`) a regular expression. */
  path?: string;
}

export type Effect =
  /** The connection is reset once the head of the request came. For a refused one, use a port where nobody listens. */
  | { kind: "refuse" }
  /** The connection is destroyed once this much of the request body came (default 0: right after the headers). */
  | { kind: "reset"; afterBytes?: number }
  /** The request takes effect, the connection is destroyed, no reply. */
  | { kind: "lose-reply" }
  /** The request takes effect; the reply is late by this much. */
  | { kind: "delay"; ms: number }
  /** No reply ever. */
  | { kind: "hang"; processed?: boolean }
  /** The request takes effect; headers and half of the reply go out, then the connection is destroyed. */
  | { kind: "truncate" }
  /** The request takes effect; the reply has these headers instead of its own. `null` leaves one out. */
  | { kind: "headers"; headers: Record<string, string | null> }
  /** Another reply instead. `processed`: the request took effect all the same. */
  | { kind: "reply"; status: number; headers?: Record<string, string>; body?: string; processed?: boolean };

export interface Fault<Service extends string = string> extends FaultMatch<Service> {
  /**
   * Strikes at the nth request that matches, from 1. Default 1. A request struck by a fault added earlier is not
   * counted, so that equal faults strike one after the other.
   */
  nth?: number;
  /** How many matching requests in a row. Default 1; `null` is every one from then on. */
  times?: number | null;
  effect: Effect;
}

export type Moment = "before" | "after";

export interface FaultPlan<Entry, Service extends string = string> {
  add(...faults: Fault<Service>[]): void;
  clear(): void;
  /** Faults that have not struck as often as they were meant to. */
  unused(): Fault<Service>[];
  /**
   * Calls back when request `index` (as in the ledger) has come but has had no effect yet (`before`), or when it took
   * effect and no reply has gone out (`after`). The connection is destroyed once the callback settles.
   */
  killAt(index: number, moment: Moment, callback: Callback<Entry>): void;
}

type Callback<Entry> = (entry: Entry) => void | Promise<void>;

interface Armed<Service extends string> {
  fault: Fault<Service>;
  matched: number;
  struck: number;
}

/** The plan as callers see it, plus what the servers ask of it. */
export interface ArmedPlan<Entry, Service extends string> extends FaultPlan<Entry, Service> {
  /** The effect for this request, if any. A fault does not count the requests that an earlier one strikes. */
  strike(entry: Entry): Effect | undefined;
  /** The callback for this request and moment, if any; it is given once. */
  hook(index: number, moment: Moment): Callback<Entry> | undefined;
}

export function planFaults<Entry extends Planned, Service extends string>(
  initial: Fault<Service>[],
): ArmedPlan<Entry, Service> {
  let armed: Armed<Service>[] = [];
  let hooks = new Map<string, Callback<Entry>>();

  const plan: ArmedPlan<Entry, Service> = {
    add(...faults) {
      armed.push(...faults.map((fault) => ({ fault: structuredClone(fault), matched: 0, struck: 0 })));
    },
    clear() {
      armed = [];
      hooks = new Map();
    },
    unused() {
      return armed.filter(({ fault, struck }) => struck < (fault.times ?? 1)).map(({ fault }) => fault);
    },
    killAt(index, moment, callback) {
      hooks.set(`${index} ${moment}`, callback);
    },
    strike(entry) {
      for (const one of armed) {
        if (!matches(one.fault, entry)) continue;
        one.matched += 1;
        const first = one.fault.nth ?? 1;
        const last = one.fault.times === null ? Infinity : first + (one.fault.times ?? 1) - 1;
        if (one.matched < first || one.matched > last) continue;
        one.struck += 1;
        return one.fault.effect;
      }
      return undefined;
    },
    hook(index, moment) {
      const key = `${index} ${moment}`;
      const callback = hooks.get(key);
      hooks.delete(key);
      return callback;
    },
  };
  plan.add(...initial);
  return plan;
}

function matches(match: FaultMatch, entry: Planned): boolean {
  if (match.service !== undefined && match.service !== entry.service) return false;
  if (match.method !== undefined && match.method.toUpperCase() !== entry.method) return false;
  if (match.path === undefined) return true;
  const pattern = /^\/(.*)\/$/s.exec(match.path);
  // "/releases/" would be read as an expression too, and means the same thing as one.
  return pattern?.[1] !== undefined ? new RegExp(pattern[1]).test(entry.url) : entry.url.includes(match.path);
}
