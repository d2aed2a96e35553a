import {
  choice,
  defineAction,
  duration,
  flag,
  list,
  output,
  ActionError,
  text,
  type Problem,
} from "@release-actions/action";
import { scopeOf } from "./settings.ts";

export default defineAction({
  name: "alerts-gate",
  description:
    "Proves that no alert fires where a release is about to go: asks Prometheus and Alertmanager, and passes only when both could have seen one.",
  inputs: {
    "prometheus-url": text({
      address: true,
      description: "The address that Prometheus's pages begin with.",
      example: "https://prometheus.example.com",
      gitlab: "PROMETHEUS_URL",
    }),
    "alertmanager-url": text({
      address: true,
      description: "The address that Alertmanager's pages begin with.",
      example: "https://alertmanager.example.com",
      gitlab: "ALERTMANAGER_URL",
    }),
    token: text({
      description: "A bearer token that both servers take.",
      secret: true,
      credential: true,
      notOfForge: true,
      optional: true,
      gitlab: "PROMETHEUS_TOKEN",
    }),
    username: text({
      description: "A user that both servers take, instead of a token.",
      optional: true,
      gitlab: "PROMETHEUS_USERNAME",
    }),
    password: text({
      description: "Its password.",
      secret: true,
      credential: true,
      notOfForge: true,
      optional: true,
      gitlab: "PROMETHEUS_PASSWORD",
    }),
    matchers: text({
      description:
        "Labels that an alert must have to count, exactly: label=value, on lines of their own or separated by commas.",
      example: "team=analytics",
      optional: true,
    }),
    namespace: text({
      description: "Only alerts with exactly this label namespace count.",
      example: "tower-analytics-prod",
      optional: true,
    }),
    severity: list({
      description: "Only alerts of these severities count, and those that name none. Without it: all.",
      example: "critical, warning",
    }),
    ignore: list({ description: "Alerts that never count, by their exact names.", default: "Watchdog,InfoInhibitor" }),
    "require-watchdog": flag({
      description: "The alert Watchdog, which always fires, must fire in Prometheus and have reached Alertmanager.",
      default: false,
    }),
    pending: choice(["warn", "refuse"], {
      description: "What happens with alerts that are about to fire.",
      default: "warn",
    }),
    "max-staleness": duration({
      description: "How long ago, beyond its interval, a rule may have been evaluated.",
      default: "2m",
    }),
    "allow-http": flag({ description: "Take plain http for hosts other than this machine.", default: false }),
  },
  outputs: {
    firing: output.json(
      "The alerts that fire and count, the worst first, at most 64 KiB; empty, like the following, where it is not known.",
    ),
    pending: output.json("Those that are about to fire."),
    silenced: output.json("Those that fire and are silenced or inhibited, with who silenced them, why and until when."),
    count: output.integer("How many fire and count."),
  },
  permissions: { github: {}, gitlab: "None; the servers' credentials come from variables." },
  services: ["prometheus"],
  endpoints: {
    description: ["Prometheus, at `prometheus-url`", "Alertmanager, at `alertmanager-url`"],
    origins: (inputs) => [inputs.prometheusUrl, inputs.alertmanagerUrl],
  },
  changes: false,
  check(inputs) {
    const problems: Problem[] = [];
    scopeOf(inputs, problems);
    const { token, username, password } = inputs;
    if ((username === undefined) !== (password === undefined)) {
      const missing = username === undefined ? "username" : "password";
      problems.push({
        input: missing,
        what: `${missing} is missing: an account has both`,
        remedy: `Give ${missing} as well.`,
      });
    }
    if (token !== undefined && username !== undefined) {
      problems.push({ input: "token", what: "there are an account and a token", remedy: "Give one of them." });
    }
    return problems;
  },
  async run(context) {
    const { judgeAlerts } = await import("./gate.ts");
    const { verdict, outputs, details } = await judgeAlerts(context);
    if (verdict === "passed") return { verdict, ...outputs };
    const messages = {
      refused: "it must not be released now",
      invalid: "the alerts could not be asked for",
      undecided: "it could not be proven that no alert fires",
    };
    throw new ActionError(verdict, messages[verdict], details);
  },
});
