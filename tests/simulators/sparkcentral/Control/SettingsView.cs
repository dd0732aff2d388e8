using Spark.Simulators.Sparkcentral.Settings;

namespace Spark.Simulators.Sparkcentral.Control;

/// <summary>The settings without the secrets.</summary>
internal sealed record SettingsView(
    string Profile,
    string? Webhook,
    string SignatureHeader,
    string? ClientId,
    RetryTimestamp RetryTimestamp,
    ReopenRule Reopen,
    HandoffRule Handoff,
    FailureRule OnError,
    string VirtualAgentName,
    double ReplyTimeoutSeconds,
    double FirstQuestionTimeoutSeconds,
    double ContactTimeoutSeconds,
    double TokenLifetimeSeconds,
    IReadOnlyList<string> Topics,
    IReadOnlyList<string> Tags);
