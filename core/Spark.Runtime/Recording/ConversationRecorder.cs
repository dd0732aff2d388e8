using Spark.Engine.Conversations;
using Spark.Engine.Turns;
using Spark.Runtime.Bots;
using Spark.Runtime.Feeds;
using Spark.Runtime.Operations;
using Spark.Runtime.Turns;

namespace Spark.Runtime.Recording;

/// <summary>Gathers the record of a conversation from the database.</summary>
public static class ConversationRecorder
{
    private const int Page = 256;

    /// <summary>The record; null when there is no such conversation.</summary>
    /// <param name="index">The conversations.</param>
    /// <param name="log">What happened in them.</param>
    /// <param name="versions">The kept versions of bots.</param>
    /// <param name="key">The conversation.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<ConversationRecord?> ReadAsync(
        IConversationIndex index, IConversationLog log, IBotVersionStore versions, ConversationKey key, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(versions);
        if (await index.FindAsync(key, cancellationToken) is not { } found)
        {
            return null;
        }

        return new()
        {
            Key = key.ToString(),
            Instance = found.Summary.Instance,
            ConversationId = found.Summary.ExternalId,
            Engine = EngineVersion,
            Turns = await ReadTurnsAsync(log, key, found.State.Sequence, cancellationToken),
            State = found.State,
            Episodes = found.Episodes,
            Versions = await ReadVersionsAsync(versions, found.Episodes, cancellationToken),
        };
    }

    /// <summary>The version of this program's engine: another build may answer otherwise.</summary>
    public static string EngineVersion { get; } = typeof(DialogEngine).Assembly.ManifestModule.ModuleVersionId.ToString();

    // Up to the state's own turn: what came after it was read is not in the state either.
    private static async Task<List<RecordedTurn>> ReadTurnsAsync(
        IConversationLog log, ConversationKey key, long last, CancellationToken cancellationToken)
    {
        var turns = new List<RecordedTurn>();
        for (var after = 0L; after < last; after += Page)
        {
            var slice = await log.ReadAsync(key, after, Math.Min(after + Page, last), cancellationToken);
            turns.AddRange((slice?.Turns ?? []).Select(turn => new RecordedTurn(turn.Sequence, turn.Event, [.. turn.Effects.Select(entry => entry.Effect)])));
        }

        return turns;
    }

    private static async Task<List<RecordedVersion>> ReadVersionsAsync(
        IBotVersionStore versions, IReadOnlyList<Episode> episodes, CancellationToken cancellationToken)
    {
        var kept = new List<RecordedVersion>();
        foreach (var (bot, version) in episodes.Select(episode => (episode.Bot, episode.Version)).Distinct())
        {
            if (await versions.FindAsync(bot, version, cancellationToken) is { } source)
            {
                kept.Add(new(bot, version, source));
            }
        }

        return kept;
    }
}
