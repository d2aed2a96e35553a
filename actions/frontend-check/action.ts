import { choice, defineAction, duration, flag, output, ActionError, text } from "@release-actions/action";
import { problemsOfInputs } from "./settings.ts";

export default defineAction({
  name: "frontend-check",
  description:
    "Proves that people see the page that was released: fetches it with every script and style it names, then opens it in a real browser, twice.",
  inputs: {
    url: text({
      address: true,
      description: "The page's address, without query.",
      example: "https://shop.example.com/",
      optional: true,
    }),
    environment: text({
      description: "Instead of url: an environment of release-actions.yml, whose url is taken.",
      example: "staging",
      optional: true,
    }),
    root: text({
      description: "The element that the application fills: a tag, #id, .class, [attribute], or these together.",
      default: "#root",
    }),
    title: text({ description: "What the page's title holds.", example: "Shop", optional: true }),
    paths: text({
      address: true,
      description: "Further pages of the same site, one on each line.",
      example: "/orders",
      optional: true,
    }),
    browser: text({
      description: "auto: the Chromium, Chrome or Edge of this machine. none: fetch only. Or a browser's path.",
      default: "auto",
    }),
    "console-errors": choice(["warn", "refuse"], {
      description: "What happens when a page logs an error itself.",
      default: "warn",
    }),
    "screenshot-dir": text({
      description: "A directory of the workspace for screenshots.",
      example: "screenshots",
      optional: true,
    }),
    "junit-file": text({
      description: "A file of the workspace for the results as JUnit XML.",
      example: "frontend.xml",
      optional: true,
    }),
    "expect-version": text({
      description: "The version that the page has to be of, by its meta version or a data-version.",
      example: "1.4.0",
      optional: true,
    }),
    timeout: duration({
      description: "How long one load of a page may take, in the browser and when it is fetched.",
      default: "30s",
    }),
    "allow-http": flag({ description: "Take plain http for hosts other than this machine.", default: false }),
  },
  outputs: {
    results: output.json(
      "Every check of every page with its result, detail and remedy, at most 64 KiB; what is not good comes first.",
    ),
    failures: output.integer("How many checks failed."),
    unknowns: output.integer("How many had no answer."),
    warnings: output.integer("How many passed with something to know."),
    pages: output.integer("How many pages were checked."),
    assets: output.integer("How many scripts, styles and preloads were fetched."),
    screenshots: output.json("The paths of the screenshots, from the workspace."),
  },
  permissions: { github: {}, gitlab: "None." },
  endpoints: {
    description: ["The site, at `url`", "By the browser: what the pages load"],
    origins: ({ url }) => [url === undefined || !URL.canParse(url) ? undefined : new URL(url).origin],
  },
  changes: false,
  check(inputs) {
    const problems = problemsOfInputs(inputs);
    if (inputs.timeout >= 1_000 && inputs.timeout <= 600_000) return problems;
    return [
      ...problems,
      {
        input: "timeout",
        what: "timeout is not between 1s and 10m",
        remedy: "Give the time that a page may take, such as 30s.",
      },
    ];
  },
  async run(context) {
    const { checkFrontend } = await import("./check.ts");
    const { verdict, outputs, details } = await checkFrontend(context);
    if (verdict === "passed") return { verdict, ...outputs };
    const messages = {
      refused: "people do not see the page as it should be",
      invalid: "the page could not be checked",
      undecided: "it could not be proven that people see the page",
    };
    throw new ActionError(verdict, messages[verdict], details);
  },
});
