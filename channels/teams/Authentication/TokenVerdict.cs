namespace Spark.Channels.Teams.Authentication;

/// <summary>What came of looking at a caller's token.</summary>
internal sealed record TokenVerdict
{
    /// <summary>Why the caller is refused, for the operator's log; null when the token is good.</summary>
    public string? Refusal { get; private init; }

    /// <summary>The service address that the token was made out for; null for a token of Entra, which names none.</summary>
    public string? ServiceUrl { get; private init; }

    /// <summary>The channels that the signing key may speak for; null for a key of Entra, which speaks for none in particular.</summary>
    public IReadOnlyList<string>? Endorsements { get; private init; }

    public static TokenVerdict Refused(string reason) => new() { Refusal = reason };

    public static TokenVerdict OfChannel(string serviceUrl, IReadOnlyList<string> endorsements) =>
        new() { ServiceUrl = serviceUrl, Endorsements = endorsements };

    /// <summary>A token of Entra for the bot's own app.</summary>
    public static TokenVerdict OfEntra { get; } = new();

    /// <summary>Why the token does not fit the activity that it came with; null when it does.</summary>
    /// <param name="serviceUrl">The activity's.</param>
    /// <param name="channelId">The activity's.</param>
    public string? Misfit(string? serviceUrl, string? channelId)
    {
        if (ServiceUrl is not null && !string.Equals(ServiceUrl, serviceUrl, StringComparison.OrdinalIgnoreCase))
        {
            return "the token was made out for another service address than the activity's";
        }

        return Endorsements is not null && !Endorsements.Contains(channelId, StringComparer.Ordinal)
            ? "the signing key is not endorsed for the activity's channel"
            : null;
    }
}
