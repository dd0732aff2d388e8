namespace Spark.Runtime.Accounts;

/// <summary>What somebody is to the cockpit. What each may do is said by the cockpit, in one table.</summary>
public enum Role
{
    /// <summary>Looks, and sees no texts of people.</summary>
    Reader,

    /// <summary>Sees to conversations of people.</summary>
    SupportAgent,

    /// <summary>Sets channels, offload providers and connections up.</summary>
    ChannelOwner,

    /// <summary>Writes and publishes bots.</summary>
    Designer,

    /// <summary>Does everything.</summary>
    Administrator,
}
