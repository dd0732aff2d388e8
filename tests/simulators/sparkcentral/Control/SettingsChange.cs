using Spark.Simulators.Sparkcentral.Settings;

namespace Spark.Simulators.Sparkcentral.Control;

/// <summary>The settings to change; what is left out stays.</summary>
internal sealed record SettingsChange
{
    public Uri? Webhook { get; init; }

    public string? SecretHex { get; init; }

    public RetryTimestamp? RetryTimestamp { get; init; }

    public ReopenRule? Reopen { get; init; }

    public HandoffRule? Handoff { get; init; }

    public FailureRule? OnError { get; init; }

    public double? ReplyTimeoutSeconds { get; init; }

    public double? FirstQuestionTimeoutSeconds { get; init; }

    public double? ContactTimeoutSeconds { get; init; }

    public double? TokenLifetimeSeconds { get; init; }

    public IReadOnlyList<string>? Topics { get; init; }

    public IReadOnlyList<string>? Tags { get; init; }

    public TenantSettings ApplyTo(TenantSettings settings) => settings with
    {
        Webhook = Webhook ?? settings.Webhook,
        SecretHex = SecretHex ?? settings.SecretHex,
        RetryTimestamp = RetryTimestamp ?? settings.RetryTimestamp,
        Reopen = Reopen ?? settings.Reopen,
        Handoff = Handoff ?? settings.Handoff,
        OnError = OnError ?? settings.OnError,
        ReplyTimeout = Seconds(ReplyTimeoutSeconds) ?? settings.ReplyTimeout,
        FirstQuestionTimeout = Seconds(FirstQuestionTimeoutSeconds) ?? settings.FirstQuestionTimeout,
        ContactTimeout = Seconds(ContactTimeoutSeconds) ?? settings.ContactTimeout,
        TokenLifetime = Seconds(TokenLifetimeSeconds) ?? settings.TokenLifetime,
        Topics = Topics ?? settings.Topics,
        Tags = Tags ?? settings.Tags,
    };

    private static TimeSpan? Seconds(double? seconds) => seconds is { } value ? TimeSpan.FromSeconds(value) : null;
}
