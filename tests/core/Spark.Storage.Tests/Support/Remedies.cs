using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Spark.Runtime.Operations;
using Spark.Runtime.Privacy;
using Spark.Runtime.Turns;

namespace Spark.Storage.Tests.Support;

/// <summary>Does what the check of a database tells an operator without a backup to do.</summary>
public static partial class Remedies
{
    private const int MostRounds = 5;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>Follows the check's words until there is nothing to mend.</summary>
    /// <param name="services">The stores.</param>
    /// <param name="run">Runs a statement on the database.</param>
    /// <returns>What is found after that.</returns>
    public static async Task<IReadOnlyList<string>> FollowAsync(IServiceProvider services, Func<string, Task> run)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(run);
        var care = services.GetRequiredService<IDatabaseCare>();
        var erasure = ActivatorUtilities.CreateInstance<PersonErasure>(services, new PersonFinder(services.GetRequiredService<IPersonIndex>()));
        for (var round = 0; round < MostRounds; round++)
        {
            foreach (var problem in (await care.CheckAsync(Cancelled)).Problems)
            {
                if (Sql().Match(problem) is { Success: true } sql)
                {
                    await run(sql.Value);
                }
                else if (problem.EndsWith("spark person erase --yes --conversation KEY", StringComparison.Ordinal))
                {
                    foreach (Match key in Key().Matches(problem))
                    {
                        ConversationKey.TryParse(key.Value, out var conversation).ShouldBeTrue();
                        (await erasure.EraseAsync(new([], [conversation]), ending: null, Cancelled)).IsDone.ShouldBeTrue();
                    }
                }
            }
        }

        return (await care.CheckAsync(Cancelled)).Problems;
    }

    [GeneratedRegex("(?<=: )(DELETE FROM|UPDATE|INSERT INTO) .*$", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Sql();

    [GeneratedRegex(@"\b[0-9a-f]{32}\b")]
    private static partial Regex Key();
}
