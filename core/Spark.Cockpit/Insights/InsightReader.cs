using System.Collections.Concurrent;
using Spark.Runtime.Bots;
using Spark.Runtime.Episodes;
using Spark.Runtime.Feeds;
using Spark.Runtime.Operations;
using Spark.Runtime.Recording;
using Spark.Runtime.Turns;

namespace Spark.Cockpit.Insights;

/// <summary>
/// Reads the newest conversations that a filter lets through and has them replayed. What was found of one is kept until it goes on, so that
/// a page that is looked at again costs little.
/// </summary>
internal sealed class InsightReader(
    IConversationInsight insight, IEpisodeIndex episodes, IConversationIndex index, IConversationLog log, IBotVersionStore store)
{
    /// <summary>How many episodes are looked at, at the most.</summary>
    public const int Most = 500;

    private const int Page = 200;
    private const int MostKept = 4 * Most;

    // A long conversation would take the page's time for itself.
    private const int LongestConversation = 1_000;

    private readonly KnownVersions versions = new(store);
    private readonly ConcurrentDictionary<ConversationKey, (long Sequence, IReadOnlyList<InsightTurn>? Turns)> known = new();

    /// <summary>What there is to count.</summary>
    /// <returns>The episodes, newest first; how many could not be looked at; and whether these were all.</returns>
    public async Task<(IReadOnlyList<LookedAt> Episodes, int Gone, bool IsAll)> ReadAsync(EpisodeFilter filter, CancellationToken cancellationToken)
    {
        var found = new List<LookedAt>();
        var gone = 0;
        EpisodeCursor? before = null;
        do
        {
            var page = await episodes.ListAsync(filter, before, Math.Min(Page, Most - found.Count - gone), cancellationToken);
            foreach (var listed in page.Episodes)
            {
                if (await TurnsAsync(listed.Conversation, cancellationToken) is { } turns)
                {
                    found.Add(new(listed.Conversation.Key.ToString(), listed.Episode.Outcome, [.. turns.Where(turn => turn.Episode == listed.Episode.Number)]));
                }
                else
                {
                    gone++;
                }
            }

            before = page.Next;
        }
        while (before is not null && found.Count + gone < Most);

        return (found, gone, before is null);
    }

    private async Task<IReadOnlyList<InsightTurn>?> TurnsAsync(ConversationSummary conversation, CancellationToken cancellationToken)
    {
        if (known.TryGetValue(conversation.Key, out var kept) && kept.Sequence == conversation.Sequence)
        {
            return kept.Turns;
        }

        var record = conversation.Sequence > LongestConversation
            ? null
            : await ConversationRecorder.ReadAsync(index, log, versions, conversation.Key, cancellationToken);
        var turns = record is { IsWhole: true } ? insight.Look(record) : null;
        if (known.Count >= MostKept)
        {
            known.Clear();
        }

        known[conversation.Key] = (conversation.Sequence, turns);
        return turns;
    }
}
