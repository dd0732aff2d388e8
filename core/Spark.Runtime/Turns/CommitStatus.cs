namespace Spark.Runtime.Turns;

/// <summary>What became of a turn's write.</summary>
public enum CommitStatus
{
    /// <summary>It is stored.</summary>
    Committed,

    /// <summary>Another turn was faster; nothing was written. Load and run again.</summary>
    Conflict,

    /// <summary>Another turn has taken an event with one of the keys; nothing was written.</summary>
    Duplicate,

    /// <summary>The node's lease has run out; nothing was written. It goes on under a new id.</summary>
    Fenced,

    /// <summary>The configuration has changed since the load; nothing was written. Take the new one up, and run again.</summary>
    Outdated,
}
