namespace Spark.Runtime.Bots;

/// <summary>What is published.</summary>
/// <param name="Revision">The revision.</param>
/// <param name="Versions">The version of each bot, by the bot's id.</param>
public sealed record Publication(long Revision, IReadOnlyDictionary<string, string> Versions)
{
    /// <summary>When open conversations move to the version that answers, by the bot's id; a bot that is missing lets them finish.</summary>
    public IReadOnlyDictionary<string, ReleaseMove> Moves { get; init; } = new Dictionary<string, ReleaseMove>(StringComparer.Ordinal);

    /// <summary>The bots that are switched off, by id.</summary>
    public IReadOnlySet<string> Off { get; init; } = new HashSet<string>(StringComparer.Ordinal);
}
