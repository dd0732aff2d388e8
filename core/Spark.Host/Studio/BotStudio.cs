using Spark.Cockpit.Studio;
using Spark.Engine.Conversations;
using Spark.Engine.Definitions;
using Spark.Engine.Reading;
using Spark.Engine.Reading.Schemas;
using Spark.Host.Replaying;
using Spark.Plugins;
using Spark.Runtime.Recording;
using Spark.Testing.Hosts;
using Spark.Testing.Playing;
using Spark.Testing.Replaying;
using Spark.Testing.Suites;

namespace Spark.Host.Studio;

/// <summary>What designers try, against the plugins of this host.</summary>
internal sealed class BotStudio(PluginHost plugins, ReplaySeals seals) : IBotStudio
{
    private InstalledOffers Offers => plugins.Catalog.Offers;

    public IReadOnlyList<Finding> Check(BotSource source) => BotReader.Read(source, Offers).Findings;

    public string Schema(SchemaKind kind) => BotSchema.Write(kind, Offers);

    public async ValueTask<StudioTests> TestAsync(BotSource source, CancellationToken cancellationToken)
    {
        var reading = BotReader.Read(source, Offers);
        if (reading.Bot is not { } compiled)
        {
            return new(reading.Findings, [], []);
        }

        var files = source.Files
            .Where(file => file.Key.StartsWith("tests/", StringComparison.Ordinal))
            .OrderBy(file => file.Key, StringComparer.Ordinal)
            .Select(file => new SuiteFile(file.Key, file.Value))
            .ToList();
        var read = SuiteReader.Read(compiled, files, [.. Offers.Channels.Keys]);
        if (read.HasErrors)
        {
            return new([.. reading.Findings, .. read.Findings], [], []);
        }

        var played = await SuiteRunner.RunAsync(new TestBot(compiled, source), read.Suites, cancellationToken);
        return new([.. reading.Findings, .. read.Findings], [.. played.Select(View)], [.. played.SelectMany(test => Places(compiled, test)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
    }

    public IReadOnlyList<KeyValuePair<string, string>> Why(ConversationRecord record, EffectRef effect) =>
        Reason.Of(record, new FolderCompiler(Offers), seals, effect);

    /// <summary>How a test went.</summary>
    public static StudioTest View(PlayedTest test) => new(
        test.Title,
        test.IsGood,
        (long)test.Took.TotalMilliseconds,
        [.. test.Lines.Select(line => new StudioLine(line.Who, line.Actual, line.Expected, line.IsGood))],
        test.Problems);

    private static IEnumerable<string> Places(Bot bot, PlayedTest test)
    {
        foreach (var visit in test.Trace.Visits)
        {
            SourceLocation? at = visit.IsAction
                ? bot.Actions.GetValueOrDefault(visit.Id)?.Deeds.ElementAtOrDefault(visit.Step)?.At
                : bot.Dialogs.GetValueOrDefault(visit.Id)?.Steps.ElementAtOrDefault(visit.Step)?.At;
            if (at is { Line: > 0 } place)
            {
                yield return FormattableString.Invariant($"{place.File}:{place.Line}");
            }
        }
    }
}
