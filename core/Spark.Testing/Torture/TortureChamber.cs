using Spark.Testing.Hosts;
using Spark.Testing.Playing;
using Spark.Testing.Suites;

namespace Spark.Testing.Torture;

/// <summary>
/// Plays every test again: each event twice, each message refused once, and the host killed behind each of its writes. The transcript,
/// the calls and the end must be the same.
/// </summary>
/// <param name="bot">The bot.</param>
/// <param name="real">Plays a test on a process that is really killed; null where there is none.</param>
internal sealed class TortureChamber(TestBot bot, IRealStage? real)
{
    /// <summary>One test in so many is played on a real process, too.</summary>
    private const int OneIn = 10;

    /// <summary>Plays the tests again that went well.</summary>
    /// <param name="played">All tests, as they went.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    public async Task<IReadOnlyList<TortureRun>> RunAsync(IReadOnlyList<PlayedTest> played, CancellationToken cancellationToken)
    {
        var good = played.Where(test => test.IsGood).ToList();
        var runs = good.SelectMany(test => HardshipsOf(test).Select(hardship => (Test: test, Hardship: hardship))).ToList();
        var results = await SuiteRunner.EachAsync(
            runs, async run => Compare(run.Test, run.Hardship, await TestStage.PlayAsync(bot, run.Test.Test, run.Hardship, cancellationToken), isReal: false), cancellationToken);
        if (real is null)
        {
            return results;
        }

        var all = results.ToList();
        foreach (var test in Choose([.. good.Where(CanBeReal)], (played.Count + OneIn - 1) / OneIn))
        {
            await foreach (var (hardship, again) in real.PlayAsync(bot, test, cancellationToken))
            {
                all.Add(Compare(test, hardship, again, isReal: true));
            }
        }

        return all;
    }

    // Spread over the suites, so that each kind has its turn.
    private static IEnumerable<PlayedTest> Choose(IReadOnlyList<PlayedTest> tests, int count)
    {
        var chosen = Math.Min(count, tests.Count);
        for (var number = 0; number < chosen; number++)
        {
            yield return tests[number * tests.Count / chosen];
        }
    }

    // A file cannot be set in the middle of a conversation, and a process lives in real time.
    private static bool CanBeReal(PlayedTest test) => test.Test is { Start: null, Known.Count: 0 } && !test.Test.Chat.Any(line => line is ClockMoves);

    private static IEnumerable<Hardship> HardshipsOf(PlayedTest test) =>
    [
        new() { Doubles = true },
        new() { RefusesFirst = true },
        .. Enumerable.Range(1, test.Writes).Select(write => new Hardship { KillAfter = write }),
    ];

    private static TortureRun Compare(PlayedTest test, Hardship hardship, PlayedTest again, bool isReal)
    {
        List<string> difference = test.Transcript.SequenceEqual(again.Transcript, StringComparer.Ordinal)
            ? []
            : [.. TranscriptDifference.Of(test.Transcript, again.Transcript)];
        difference.AddRange(again.Problems);
        return new(test, hardship, isReal, difference);
    }
}
