using Spark.Testing.Hosts;
using Spark.Testing.Suites;

namespace Spark.Testing.Playing;

/// <summary>Plays many tests, as many at once as there are cores.</summary>
internal static class SuiteRunner
{
    /// <summary>Plays the tests of suites.</summary>
    /// <param name="bot">The bot.</param>
    /// <param name="suites">The suites.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <returns>The tests in the order of the suites.</returns>
    public static Task<IReadOnlyList<PlayedTest>> RunAsync(TestBot bot, IReadOnlyList<TestSuite> suites, CancellationToken cancellationToken) =>
        EachAsync([.. suites.SelectMany(suite => suite.Tests)], test => TestStage.PlayAsync(bot, test, Hardship.None, cancellationToken), cancellationToken);

    /// <summary>Does something for each of many, and gives the results in their order.</summary>
    public static async Task<IReadOnlyList<TResult>> EachAsync<T, TResult>(
        IReadOnlyList<T> items, Func<T, Task<TResult>> work, CancellationToken cancellationToken)
    {
        var results = new TResult[items.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, items.Count, options, async (index, _) => results[index] = await work(items[index]));
        return results;
    }
}
