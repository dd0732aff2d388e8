namespace Spark.Storage;

/// <summary>A list of bots in one column: their names hold no spaces.</summary>
internal static class BotNames
{
    private const char Separator = ' ';

    public static string? Text(IReadOnlyList<string>? bots) => bots is null ? null : string.Join(Separator, bots);

    public static IReadOnlyList<string>? Read(string? text) => text?.Split(Separator, StringSplitOptions.RemoveEmptyEntries);
}
