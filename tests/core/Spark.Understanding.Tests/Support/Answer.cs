using Spark.Understanding.Values;

namespace Spark.Understanding.Tests.Support;

/// <summary>Asks a parser the way the engine does. The clock stands on Wednesday 7 October 2026, 14:30 in Amsterdam.</summary>
internal static class Answer
{
    public static ValueContext English { get; } = new() { Language = "en", Now = new DateTimeOffset(2026, 10, 7, 14, 30, 0, TimeSpan.FromHours(2)) };

    public static ValueContext Dutch { get; } = English with { Language = "nl" };

    public static ParsedValue? Read(string type, string text, ValueContext context) => ValueParsers.Find(type)!.Parse(text, context);

    public static ParsedValue? Read(string type, string text, string language = "en") => Read(type, text, English with { Language = language });

    /// <summary>The value as a string; null when there is none.</summary>
    public static string? Show(string type, string text, string language = "en") => Read(type, text, language)?.ToString();
}
