namespace Spark.Simulators.Sparkcentral.Settings;

/// <summary>All that an operator of the simulated tenant has configured; may be changed while it runs.</summary>
internal sealed record TenantSettings
{
    public required WireProfile Profile { get; init; }

    public required string SecretHex { get; init; }

    public Uri? Webhook { get; init; }

    public string? ClientId { get; init; }

    public string? ClientSecret { get; init; }

    public RetryTimestamp RetryTimestamp { get; init; } = RetryTimestamp.Fresh;

    public ReopenRule Reopen { get; init; } = ReopenRule.NewId;

    public HandoffRule Handoff { get; init; } = HandoffRule.PreviousAgent;

    public FailureRule OnError { get; init; } = new();

    public string VirtualAgentName { get; init; } = "Spark";

    public TimeSpan ReplyTimeout { get; init; } = TimeSpan.FromMinutes(5);

    public TimeSpan FirstQuestionTimeout { get; init; } = TimeSpan.FromMinutes(2);

    public TimeSpan ContactTimeout { get; init; } = TimeSpan.FromHours(23);

    public TimeSpan TokenLifetime { get; init; } = TimeSpan.FromSeconds(3599);

    public IReadOnlyList<string> Topics { get; init; } =
        ["Access", "Billing", "Hardware", "IT support", "Password", "Sales", "Software"];

    public IReadOnlyList<string> Tags { get; init; } = ["Answered", "Follow up", "Urgent"];

    public string SignatureHeader => Profile == WireProfile.Inbox2 ? "X-Hootsuite-Signature" : "X-Sparkcentral-Signature";
}
