/** Lines of the entry of 1.1.0, from its first to its last, and one that follows it. */
export const DEMO_NOTES = {
  within: [
    "### Added - Walking Skeleton Release",
    "## this line is inside a fence, and no heading",
    "- No secrets in the code",
  ],
  behind: "Read this before the roll-out",
};

/** A changelog with the traps of a real one: a title before the version, a date not filled in, a tail without a version. */
export const DEMO_CHANGELOG = `# Changelog

What changed in the demo shop, for the people who run it.

The layout follows [Keep a Changelog](https://keepachangelog.com/en/1.1.0/) and the numbers follow
[Semantic Versioning](https://semver.org/spec/v2.0.0.html).

## [Unreleased]

## [Walking Skeleton v1.1.0] - 2025-01-XX

### Added - Walking Skeleton Release

The first cut that goes **all the way through**: a page in the browser asks the gateway, the gateway asks the
automation service, and the answer of the pipeline comes back with its trace id.

#### What is in it
- **Run endpoint** (\`/ai/execute\`) - the automation service hands requests on to the pipeline
- **Echo** - \`ping\` is answered with \`pong\` without a model, for tests
- **Sandbox page** - try a request by hand and see its trace

#### Component Versions
- **automation-service**: 3.0.1
- **ai-pipeline**: 1.1.0
- **frontend**: 1.1.0

#### Numbers to hold
- **Metrics**:
  - \`requests_total\` - every request, by outcome
  - \`request_seconds\` - how long it took
${"  "}
- **Goals**:
  - 99.9 % of requests succeed
  - 95 % are answered within a second

### Changed
- All services write their metrics in one way

### Fixed
- A trace id was lost between gateway and pipeline

### How a request travels
\`\`\`
browser
    ↓ POST /ai/execute
## this line is inside a fence, and no heading
automation-service
    ↓ POST /execute
ai-pipeline
\`\`\`

1. **Automation service** counts the request
2. **Pipeline** runs the tool

### Security
- No secrets in the code; see [the policy][policy]

---

## [3.0.0] - 2024-12-XX

### Added
- The pipeline in four steps

---

## Release Notes

### Walking Skeleton v1.1.0 - Ready for production

Read this before the roll-out.

### Rollback

1. Turn the feature off
2. Restart the service

[policy]: https://demo.example/security
`;
