using Spark.Engine.Conversations;

namespace Spark.Cockpit.Insights;

/// <summary>Counts what was found in episodes.</summary>
internal static class InsightCount
{
    private const int MostSentences = 50;
    private const int MostPaths = 100;
    private const int LongestPath = 4;
    private const int LongestSentence = 300;

    public static IReadOnlyList<IntentCount> Intents(IEnumerable<LookedAt> episodes) =>
    [
        .. episodes.SelectMany(episode => episode.Turns)
            .SelectMany(turn => turn.Intents.OfType<string>().Select(intent => (turn.Bot, Intent: intent)))
            .GroupBy(found => found)
            .Select(group => new IntentCount(group.Key.Bot, group.Key.Intent, group.Count()))
            .OrderByDescending(count => count.Count).ThenBy(count => count.Intent, StringComparer.Ordinal),
    ];

    /// <summary>Sentences of turns that missed; episodes come newest first.</summary>
    public static IReadOnlyList<MissedSentence> Sentences(IEnumerable<LookedAt> episodes) =>
    [
        .. episodes.SelectMany(episode => episode.Turns.Where(turn => turn.Said is not null && turn.Intents.Any(intent => intent is null)).Select(turn => (episode.Key, turn)))
            .GroupBy(found => (found.turn.Bot, found.turn.Language, Text: found.turn.Said!.ToUpperInvariant()))
            .Select(group => group.First() is var (key, turn)
                ? new MissedSentence(turn.Bot, turn.Language, turn.Said!.Length > LongestSentence ? turn.Said[..LongestSentence] : turn.Said, group.Count(), key)
                : null!)
            .OrderByDescending(sentence => sentence.Count)
            .Take(MostSentences),
    ];

    public static HandoverTimes Handovers(IEnumerable<LookedAt> episodes)
    {
        var count = 0;
        var waits = new List<double>();
        var held = new List<double>();
        foreach (var episode in episodes)
        {
            DateTimeOffset? queued = null;
            DateTimeOffset? taken = null;
            var before = Owner.Bot;
            foreach (var turn in episode.Turns)
            {
                if (turn.Owner == before)
                {
                    continue;
                }

                count += before == Owner.Bot && turn.Owner is Owner.Queued or Owner.Provider ? 1 : 0;
                if (turn.Owner == Owner.Queued)
                {
                    queued = turn.At;
                }
                else if (turn.Owner == Owner.Provider)
                {
                    taken = turn.At;
                    Add(waits, queued, turn.At);
                    queued = null;
                }
                else
                {
                    Add(held, taken, turn.At);
                    (queued, taken) = (null, null);
                }

                before = turn.Owner;
            }
        }

        return new(count, At(waits, 0.5), At(waits, 0.9), At(held, 0.5));
    }

    public static IReadOnlyList<DialogPath> Paths(IEnumerable<LookedAt> episodes) =>
    [
        .. episodes.Select(Path).Where(path => path.Dialogs.Count > 0)
            .GroupBy(path => (path.Bot, Way: string.Join('\n', path.Dialogs), path.IsCut, path.Outcome))
            .Select(group => group.First() with { Count = group.Count() })
            .OrderByDescending(path => path.Count).ThenBy(path => string.Join('\n', path.Dialogs), StringComparer.Ordinal)
            .Take(MostPaths),
    ];

    private static DialogPath Path(LookedAt episode)
    {
        var dialogs = new List<string>();
        foreach (var dialog in episode.Turns.SelectMany(turn => turn.Dialogs))
        {
            if (dialogs.Count == 0 || !string.Equals(dialogs[^1], dialog, StringComparison.Ordinal))
            {
                dialogs.Add(dialog);
            }
        }

        return new(episode.Turns.Count > 0 ? episode.Turns[0].Bot : "", [.. dialogs.Take(LongestPath)], dialogs.Count > LongestPath, episode.Outcome, 1);
    }

    private static void Add(List<double> times, DateTimeOffset? from, DateTimeOffset until)
    {
        if (from is { } began)
        {
            times.Add((until - began).TotalSeconds);
        }
    }

    // The smallest time that so large a share does not pass.
    private static double? At(List<double> times, double share)
    {
        times.Sort();
        return times.Count == 0 ? null : times[(int)Math.Ceiling(share * times.Count) - 1];
    }
}
