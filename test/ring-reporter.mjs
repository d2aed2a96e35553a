/** Says first what a run contains, and at the end what it skipped; with RINGS=required anything skipped fails it. */
export default class RingReporter {
  constructor(_, { tier }) {
    this.tier = tier;
  }

  onRunStart() {
    process.stderr.write(`${this.tier}\n\n`);
  }

  onRunComplete(_, results) {
    const skipped = new Set();
    for (const file of results.testResults) {
      for (const { status, ancestorTitles, title } of file.testResults) {
        if (status === "pending" || status === "todo") skipped.add(ancestorTitles[0] ?? title);
      }
    }
    if (skipped.size === 0) return;
    const list = [...skipped].map((name) => `  - ${name}`).join("\n");
    console.log(`\nSkipped:\n${list}\n\nInstall what is missing with .ci/install (Debian or Ubuntu).`);
    const allowed = (name) => process.env.REFERENCE_DATA === "optional" && name.includes("../shared/data");
    if (process.env.RINGS === "required" && ![...skipped].every(allowed))
      this.error = new Error("tests were skipped, and RINGS=required allows none");
  }

  getLastError() {
    return this.error;
  }
}
