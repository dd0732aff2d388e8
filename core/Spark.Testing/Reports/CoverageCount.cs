using Spark.Engine.Definitions;
using Spark.Testing.Playing;

namespace Spark.Testing.Reports;

/// <summary>Counts what tests came by.</summary>
internal static class CoverageCount
{
    /// <summary>Counts.</summary>
    /// <param name="bot">The bot.</param>
    /// <param name="played">Its tests.</param>
    public static CoverageReport Of(Bot bot, IReadOnlyList<PlayedTest> played)
    {
        var visits = played.SelectMany(test => test.Trace.Visits).ToHashSet();
        var steps = visits.Select(visit => (visit.IsAction, visit.Id, visit.Step)).ToHashSet();
        var outcomes = played.SelectMany(test => test.Trace.Outcomes).ToHashSet();
        var dialogs = bot.Dialogs.Values.OrderBy(dialog => dialog.Id, StringComparer.Ordinal).ToList();
        var talk = dialogs.SelectMany(dialog => dialog.Steps.Select((step, index) => (Id: dialog.Id, Index: index, Step: step))).ToList();
        var deeds = bot.Actions.Values
            .OrderBy(action => action.Id, StringComparer.Ordinal)
            .SelectMany(action => action.Deeds.Select((deed, index) => (Id: action.Id, Index: index, Deed: deed)));
        return new(
            bot.Id,
            Count(
            [
                .. talk.Select(one => (steps.Contains((false, one.Id, one.Index)), Name(one.Id, one.Step.Path, one.Step.At))),
                .. deeds.Select(one => (steps.Contains((true, one.Id, one.Index)), Name($"action {one.Id}", one.Deed.Path, one.Deed.At))),
            ]),
            Count([.. talk.SelectMany(one => one.Step is RunStep run
                ? run.Then.Keys.Order(StringComparer.Ordinal).Select(outcome =>
                    (outcomes.Contains(new(one.Id, one.Index, outcome)), $"{outcome} of {run.Action}, run at {Name(one.Id, run.Path, run.At)}"))
                : [])]),
            bot.Languages.ToDictionary(
                language => language,
                language => Count([.. talk
                    .Where(one => one.Step is SayStep or AskStep or ConfirmStep)
                    .Select(one => (visits.Contains(new(false, one.Id, one.Index, language)), Name(one.Id, one.Step.Path, one.Step.At)))]),
                StringComparer.Ordinal),
            [.. played
                .GroupBy(test => test.Test.Channel, StringComparer.Ordinal)
                .OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => new ChannelCoverage(group.Key, group.Count(), group.SelectMany(StepsOf).Distinct().Count()))]);
    }

    private static IEnumerable<(bool IsAction, string Id, int Step)> StepsOf(PlayedTest test) =>
        test.Trace.Visits.Select(visit => (visit.IsAction, visit.Id, visit.Step));

    private static Coverage Count(IReadOnlyList<(bool IsPassed, string Name)> all) =>
        new(all.Count(one => one.IsPassed), all.Count, [.. all.Where(one => !one.IsPassed).Select(one => one.Name)]);

    private static string Name(string id, string path, SourceLocation at) => $"{id}.{path} ({at})";
}
