namespace Spark.Channels.WebChat.Tokens;

/// <summary>What becomes of a token that a client shows.</summary>
internal enum TokenVerdict
{
    /// <summary>Ours, and its time has not run out.</summary>
    Valid,

    /// <summary>Ours, but too old.</summary>
    Expired,

    /// <summary>Not ours.</summary>
    Invalid,
}
