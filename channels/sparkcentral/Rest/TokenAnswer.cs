namespace Spark.Channels.Sparkcentral.Rest;

/// <summary>How asking for a token ended: with a token, with refused credentials, or with a call that went wrong.</summary>
internal sealed record TokenAnswer
{
    public AccessToken? Token { get; init; }

    public bool CredentialsRejected { get; init; }

    public CallOutcome? Trouble { get; init; }
}
