/** A job of a reusable workflow, as people see it. */
export interface JobNames {
  readonly name: string;
  /** The names of its steps by id. */
  readonly steps: Readonly<Record<string, string>>;
  /** The step that fails where a job cannot say which one did: the legs of a matrix overwrite each other's outputs. */
  readonly mainStep?: string;
}

const SOURCE = "Check out the source";
const TAG_COMMIT = "Check out the tag's commit";
const IMAGE_AGAIN = "Verify the image again";
const SCHEMAS = "Check out the schemas";

/** The jobs in the order of their workflow. A test compares them with the files. */
export const WORKFLOWS = {
  "release-tag": {
    validate: {
      name: "Validate",
      steps: { checkout: SOURCE, tag: "Validate the tag", images: "Choose the images" },
    },
    "build-images": { name: "Build the images", steps: {}, mainStep: "Build and push" },
    "verify-images": {
      name: "Verify the images",
      steps: { checkout: TAG_COMMIT, list: "List what was built", verify: "Verify what was built" },
    },
    "staging-smoke": {
      name: "Smoke-test",
      steps: {
        checkout: TAG_COMMIT,
        start: "Start what was built",
        test: "Test it",
        suite: "Test the services",
        frontend: "Open the page",
        metrics: "Watch the metrics",
      },
    },
    publish: {
      name: "Publish",
      steps: {
        checkout: SOURCE,
        files: "Download the files to attach",
        notes: "Extract the notes",
        release: "Publish the release",
      },
    },
  },
  "promote-appinterface": {
    check: {
      name: "Check",
      steps: {
        checkout: SOURCE,
        commit: "Verify the commit",
        texts: "Write the texts",
        image: "Verify the image",
        issue: "Plan the issue",
        plan: "Plan the change",
      },
    },
    validate: {
      name: "Validate app-interface",
      steps: { fetch: "Fetch app-interface with the change", schemas: SCHEMAS, validate: "Validate" },
    },
    promote: {
      name: "Promote",
      steps: {
        checkout: SOURCE,
        image: IMAGE_AGAIN,
        plan: "Plan the change again",
        texts: "Write the texts",
        issue: "Create the issue",
        bump: "Bump the refs",
        link: "Link the issue",
      },
    },
  },
  "release-to-prod": {
    check: {
      name: "Check",
      steps: {
        checkout: SOURCE,
        commit: "Verify the commit",
        image: "Verify the image",
        alerts: "Check for alerts",
        konflux: "Plan the release",
      },
    },
    validate: {
      name: "Validate app-interface",
      steps: { fetch: "Fetch app-interface", schemas: SCHEMAS, validate: "Validate" },
    },
    release: {
      name: "Release",
      steps: {
        checkout: SOURCE,
        image: IMAGE_AGAIN,
        alerts: "Check for alerts again",
        release: "Create the Release",
      },
    },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, JobNames>>>>;

export type WorkflowName = keyof typeof WORKFLOWS;
