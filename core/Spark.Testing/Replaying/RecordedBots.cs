using Spark.Engine.Conversations;
using Spark.Engine.Definitions;
using Spark.Runtime.Bots;
using Spark.Runtime.Recording;

namespace Spark.Testing.Replaying;

/// <summary>
/// The versions that a conversation's episodes were pinned to. A turn between two episodes runs with the version of the next one, which is
/// the one that it may begin, and without a next one with that of the last.
/// </summary>
internal sealed class RecordedBots : IReplayBots
{
    private readonly Dictionary<(string Bot, string Version), Bot> bots = [];
    private readonly IReadOnlyList<Episode> episodes;

    /// <param name="record">The record.</param>
    /// <param name="compiler">Compiles its versions.</param>
    public RecordedBots(ConversationRecord record, IBotCompiler compiler)
    {
        episodes = [.. record.Episodes.OrderBy(episode => episode.Number)];
        foreach (var version in record.Versions)
        {
            if (compiler.Compile(version.Source) is { } bot)
            {
                bots[(version.Bot, version.Version)] = bot;
            }
        }
    }

    /// <inheritdoc/>
    public Bot? Find(ConversationState before)
    {
        if (before is { IsOpen: true, Episode: { } open })
        {
            return bots.GetValueOrDefault((open.Bot, open.Version));
        }

        var next = (before.Episode?.Number ?? 0) + 1;
        var episode = episodes.FirstOrDefault(episode => episode.Number >= next) ?? (episodes.Count > 0 ? episodes[^1] : null);
        return episode is null ? null : bots.GetValueOrDefault((episode.Bot, episode.Version));
    }
}
