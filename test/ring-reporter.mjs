/** Says at the end what was skipped and how to get it; with RINGS=required anything skipped fails the run. */
export default class RingReporter {
  onRunComplete(_, results) {
    const skipped = new Set();
    for (const file of results.testResults) {
      for (const { status, ancestorTitles, title } of file.testResults) {
        if (status === "pending" || status === "todo") skipped.add(ancestorTitles[0] ?? title);
      }
    }
    if (skipped.size > 0) console.log(`\nSkipped:\n${[...skipped].map((name) => `  - ${name}`).join("\n")}`);
    if (skipped.size > 0 && process.env.RINGS === "required")
      this.error = new Error("a ring was skipped, and none may be");
  }

  getLastError() {
    return this.error;
  }
}
