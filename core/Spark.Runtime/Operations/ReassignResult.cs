namespace Spark.Runtime.Operations;

/// <summary>What became of moving a relayed conversation to another desk.</summary>
public enum ReassignResult
{
    /// <summary>The other desk has it.</summary>
    Moved,

    /// <summary>The other desk did not take it; the one before still has it.</summary>
    Refused,

    /// <summary>The other desk has not answered yet; until it does, the one before has it.</summary>
    Asked,

    /// <summary>There is no such conversation.</summary>
    NotFound,

    /// <summary>No desk that relays has it.</summary>
    NotRelayed,

    /// <summary>The bot names no such connection to a desk that relays.</summary>
    NoDesk,

    /// <summary>It is there already.</summary>
    SameDesk,
}
