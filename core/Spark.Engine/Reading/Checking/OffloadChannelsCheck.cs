using System.Globalization;
using Spark.Engine.Definitions;
using Spark.Expressions;

namespace Spark.Engine.Reading.Checking;

/// <summary>An offload is reached only on channels whose conversations its provider can take.</summary>
internal sealed class OffloadChannelsCheck : ICheck
{
    private const string Unsupported = "unsupported";

    public void Run(ReadingContext reading)
    {
        var (draft, offers) = (reading.Draft, reading.Offers);
        var channels = BotChannels.Of(reading);
        if (channels.Count == 0 || offers.OffloadChannels.Count == 0)
        {
            return;
        }

        ChannelFlow? flow = null;
        // A condition that cannot be read is no guard, and may have been meant as one.
        foreach (var action in draft.Actions.Where(action => !reading.Findings.HasErrorsIn(action.At.File)))
        {
            for (var i = 0; i < action.Deeds.Count; i++)
            {
                if (action.Deeds[i] is OffloadDeed deed
                    && draft.Connections.GetValueOrDefault(deed.Connection) is { } connection
                    && offers.OffloadChannels.TryGetValue(connection.Plugin, out var taken)
                    && !Answers(deed))
                {
                    flow ??= new(draft, channels, offers.EnabledChannels is not null);
                    Report(deed, taken, [.. flow.At(action, i).Where(channel => !taken.Contains(channel.Channel))], reading.Findings);
                }
            }
        }
    }

    // Whoever asks for this result knows that it can come.
    private static bool Answers(OffloadDeed deed) => deed.Outcomes
        .SelectMany(rule => rule.Holds.Analysis.Comparisons)
        .SelectMany(comparison => comparison.Left.Literals.Concat(comparison.Right.Literals))
        .Any(literal => literal.Kind == ValueKind.String && literal.AsString() == Unsupported);

    private static void Report(OffloadDeed deed, IReadOnlySet<string> taken, List<EnabledChannel> refused, FindingBag findings)
    {
        if (refused.Count == 0)
        {
            return;
        }

        var names = string.Join(", ", refused.Select(channel => channel.Instance == channel.Channel ? channel.Channel : $"{channel.Instance} ({channel.Channel})"));
        var own = string.Join(", ", taken.Order(StringComparer.Ordinal));
        findings.Error(
            FindingCodes.OffloadUnsupported,
            deed.At,
            string.Create(CultureInfo.InvariantCulture, $"'{deed.Connection}' takes only conversations of {own}, and those of {names} can come here."),
            $"Put it behind a condition: when: sys.channel = \"{taken.Order(StringComparer.Ordinal).First()}\"; or answer the result \"{Unsupported}\".");
    }
}
