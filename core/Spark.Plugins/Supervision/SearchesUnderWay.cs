using System.Collections.Concurrent;
using Spark.Channels;

namespace Spark.Plugins.Supervision;

/// <summary>
/// One search for a person at a time: whoever looks for the same person meanwhile waits for the same answer, so that two requests do not
/// open two conversations.
/// </summary>
internal sealed class SearchesUnderWay
{
    private readonly ConcurrentDictionary<PersonAddress, Lazy<Task<Reach>>> searches = new();

    /// <summary>Joins the search that is under way, or begins one.</summary>
    /// <param name="address">Who is looked for.</param>
    /// <param name="search">Looks; must not throw.</param>
    public Task<Reach> JoinAsync(PersonAddress address, Func<Task<Reach>> search)
    {
        var key = new PersonAddress { PrincipalName = Fold(address.PrincipalName), Email = Fold(address.Email) };
        Lazy<Task<Reach>> mine = null!;
        mine = new(() => RunAsync(key, search, mine));
        return searches.GetOrAdd(key, mine).Value;
    }

    private async Task<Reach> RunAsync(PersonAddress key, Func<Task<Reach>> search, Lazy<Task<Reach>> mine)
    {
        try
        {
            return await search();
        }
        finally
        {
            searches.TryRemove(new(key, mine));
        }
    }

    private static string? Fold(string? name) => name?.ToUpperInvariant();
}
