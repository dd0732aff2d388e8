namespace Spark.Channels.Teams.Rest;

/// <summary>What came of asking for a token: it, or why there is none.</summary>
internal sealed record TokenAnswer
{
    public AccessToken? Token { get; init; }

    /// <summary>True when the app id or its secret is refused.</summary>
    public bool CredentialsRejected { get; init; }

    /// <summary>What went wrong otherwise.</summary>
    public CallOutcome? Trouble { get; init; }
}
