namespace Spark.Runtime.Privacy;

/// <summary>What the erasure of a conversation came to.</summary>
public enum ErasureStep
{
    /// <summary>It is empty.</summary>
    Done,

    /// <summary>It has moved on since it was read: nothing was erased.</summary>
    Moved,

    /// <summary>Something of it is on its way out this moment, and would come back with its result: nothing was erased.</summary>
    UnderWay,
}
