using System.Globalization;

namespace Spark.Storage;

/// <summary>What must hold in a database, and what to do where it does not.</summary>
/// <param name="Broken">Selects the places where it does not hold, as an operator can name them.</param>
/// <param name="Problem">What is told of them; their number stands before it.</param>
/// <param name="Remedy">How they are mended.</param>
internal sealed record Invariant(string Broken, string Problem, string Remedy)
{
    /// <summary>Selects the first places, each with the number of all.</summary>
    public string Look => $"WITH broken (place) AS ({Broken}) SELECT (SELECT count(*) FROM broken), place FROM broken ORDER BY place LIMIT 3";

    /// <summary>Rows that belong to nothing any more.</summary>
    public static Invariant Orphans(string table, string place, string condition, string problem) => new(
        $"SELECT {place} FROM {table} WHERE {condition}",
        problem,
        $"Restore a backup; without one stop all nodes, and delete them: DELETE FROM {table} WHERE {condition}");

    /// <summary>Conversations whose tables say different things; the places are their keys.</summary>
    public static Invariant Conversations(string broken, string problem) => new(
        broken, problem, "Restore a backup; without one empty each of them, so that it begins anew: spark person erase --yes --conversation KEY");

    /// <summary>What is told of the places that were found; null for none.</summary>
    public string? Tell(IReadOnlyList<(long Count, string Place)> found) => found.Count == 0
        ? null
        : string.Create(
            CultureInfo.InvariantCulture,
            $"{found[0].Count} {Problem}: {string.Join(", ", found.Select(one => one.Place))}{(found[0].Count > found.Count ? " and others" : "")}. {Remedy}");
}
