namespace Spark.Engine.Turns;

/// <summary>What pressing a button came to.</summary>
internal enum Press
{
    /// <summary>The token is of no button.</summary>
    Unknown,

    /// <summary>It led to its dialog.</summary>
    Followed,

    /// <summary>It set its variables, and leads nowhere.</summary>
    Set,

    /// <summary>It is of a menu that this version of the bot does not have.</summary>
    Gone,

    /// <summary>It answers a question, of which the one who pressed must judge.</summary>
    Outdated,
}
