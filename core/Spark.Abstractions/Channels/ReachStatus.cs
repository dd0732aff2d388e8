namespace Spark.Channels;

/// <summary>How the search for a person ended.</summary>
public enum ReachStatus
{
    /// <summary>The person is found, and there is a conversation.</summary>
    Reached,

    /// <summary>The channel knows nobody of that address.</summary>
    Unknown,

    /// <summary>The person is known and cannot be written to: the app is not installed, or was blocked.</summary>
    NotReachable,

    /// <summary>The far side does not work, refuses or is too late; trying again may help.</summary>
    Unavailable,
}
