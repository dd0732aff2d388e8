namespace Spark.ApiCalls;

/// <summary>How a run of an API Call ended. Since contract 1.2.</summary>
public enum ApiCallEnd
{
    /// <summary>The far side answered with success, and every mandatory output was found.</summary>
    Succeeded,

    /// <summary>The far side answered with success, and a mandatory output was not found: it has acted, and what came of it is not known.</summary>
    Incomplete,

    /// <summary>The far side answered that it does not act.</summary>
    Refused,

    /// <summary>Nothing was sent.</summary>
    NotSent,

    /// <summary>It was sent, and no answer tells whether the far side has acted.</summary>
    Unknown,
}
