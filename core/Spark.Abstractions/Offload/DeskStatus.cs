namespace Spark.Offload;

/// <summary>Whether a desk has a conversation. Since contract 1.2.</summary>
public enum DeskStatus
{
    /// <summary>It cannot be told now: the desk could not be asked.</summary>
    Unknown,

    /// <summary>It waits in the desk's queue, or an agent has it.</summary>
    Held,

    /// <summary>The desk has closed it, or does not know it.</summary>
    Gone,
}
