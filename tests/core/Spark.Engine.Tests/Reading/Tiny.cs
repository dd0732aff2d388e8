using Spark.Engine.Reading;

namespace Spark.Engine.Tests.Reading;

/// <summary>Tiny bots, of one dialog called <c>start</c>.</summary>
internal static class Tiny
{
    public const string Bot = """
        spark: 1
        bot: tiny
        languages: [en]
        connections:
          desk: { plugin: queue }
        variables:
          note: { type: text }
          urgency: { type: choice, values: [low, high] }
        events: { started: start }
        """;

    public static ReadResult Read(string steps, params (string Path, string Text)[] more) =>
        Read(Offers.Some, [("bot.yaml", Bot), ("dialogs/start.yaml", $"dialog: start\nsteps:\n{steps}\n"), .. more]);

    public static ReadResult Read(InstalledOffers offers, params (string Path, string Text)[] files) =>
        BotReader.Read(new("tiny", files.ToDictionary(file => file.Path, file => file.Text, StringComparer.Ordinal)), offers);

    /// <summary>The findings as <c>file:line:column: level code</c>.</summary>
    public static IReadOnlyList<string> Lines(this ReadResult result) => [.. result.Findings.Select(Line)];

    /// <summary>The errors only.</summary>
    public static IReadOnlyList<string> Errors(this ReadResult result) =>
        [.. result.Findings.Where(finding => finding.Level == FindingLevel.Error).Select(finding => $"{Line(finding)} {finding.Message}")];

    private static string Line(Finding finding) => $"{finding.At}: {finding.Level.ToString().ToLowerInvariant()} {finding.Code}";
}
