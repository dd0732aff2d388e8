namespace Spark.Runtime.Operations;

/// <summary>What became of news of a ticket.</summary>
public enum TicketNewsResult
{
    /// <summary>It is stored, and the conversation goes on with it.</summary>
    Told,

    /// <summary>The same news had come before.</summary>
    ToldBefore,

    /// <summary>There is no such conversation.</summary>
    NotFound,

    /// <summary>Its channel instance does not run here.</summary>
    NoChannel,
}
