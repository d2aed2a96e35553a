import type { Effect, Fault, FaultMatch, FaultPlan, LedgerEntry, Moment } from "./types.ts";

type Callback = (entry: LedgerEntry) => void | Promise<void>;

interface Armed {
  fault: Fault;
  matched: number;
  struck: number;
}

/** The plan as callers see it, plus what the servers ask of it. */
export interface ArmedPlan extends FaultPlan {
  /** The effect for this request, if any. A fault does not count the requests that an earlier one strikes. */
  strike(entry: LedgerEntry): Effect | undefined;
  /** The callback for this request and moment, if any; it is given once. */
  hook(index: number, moment: Moment): Callback | undefined;
}

export function planFaults(initial: Fault[]): ArmedPlan {
  let armed: Armed[] = [];
  let hooks = new Map<string, Callback>();

  const plan: ArmedPlan = {
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

function matches(match: FaultMatch, entry: LedgerEntry): boolean {
  if (match.service !== undefined && match.service !== entry.service) return false;
  if (match.method !== undefined && match.method.toUpperCase() !== entry.method) return false;
  if (match.path === undefined) return true;
  const pattern = /^\/(.*)\/$/s.exec(match.path);
  // "/releases/" would be read as an expression too, and means the same thing as one.
  return pattern?.[1] !== undefined ? new RegExp(pattern[1]).test(entry.url) : entry.url.includes(match.path);
}
