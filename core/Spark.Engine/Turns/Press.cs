namespace Spark.Engine.Turns;

/// <summary>What pressing a button came to.</summary>
internal enum Press
{
    /// <summary>It is of no button that this version knows.</summary>
    Unknown,

    /// <summary>It led to its dialog.</summary>
    Followed,

    /// <summary>It answers a question, of which the one who pressed must judge.</summary>
    Outdated,
}
