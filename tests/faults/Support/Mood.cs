namespace Spark.Faults.Tests.Support;

/// <summary>How the far side treats messages.</summary>
internal enum Mood
{
    /// <summary>It takes them, after a moment.</summary>
    Well,

    /// <summary>It answers 429 with <c>Retry-After</c>.</summary>
    Busy,

    /// <summary>It answers 500.</summary>
    Broken,

    /// <summary>It takes them, and never answers.</summary>
    Silent,
}
