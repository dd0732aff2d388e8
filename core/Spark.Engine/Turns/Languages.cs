namespace Spark.Engine.Turns;

/// <summary>Finds a bot's language for the one that a person asked for.</summary>
internal static class Languages
{
    /// <summary>The language without its region: <c>nl</c> of <c>nl-BE</c>.</summary>
    public static string Base(string language)
    {
        var end = language.IndexOf('-', StringComparison.Ordinal);
        return (end < 0 ? language : language[..end]).ToLowerInvariant();
    }

    /// <summary>The bot's language that fits best: the same, or one of the same base; null when it has none.</summary>
    public static string? Find(IReadOnlyList<string> offered, string asked) =>
        offered.FirstOrDefault(language => string.Equals(language, asked, StringComparison.OrdinalIgnoreCase))
        ?? offered.FirstOrDefault(language => string.Equals(Base(language), Base(asked), StringComparison.Ordinal));
}
