using System.Globalization;
using Spark.Understanding.Entities.Rules;

namespace Spark.Understanding.Entities.Moments;

/// <summary>What recurs.</summary>
internal static class SetActions
{
    public static Dictionary<string, Func<Captures, Reference, object?>> All { get; } = new(StringComparer.Ordinal)
    {
        ["every-unit"] = (captures, _) => Every(captures),
        ["every-weekday"] = (captures, _) => Set($"XXXX-WXX-{captures.Word("weekday")}{captures.Word("part")}"),
        ["every-part"] = (captures, _) => Set(captures.Word("part")),
        ["every-month-day"] = (captures, _) => captures.Whole("nth") is { } nth ? Set($"XXXX-XX-{nth:00}") : null,
        ["every-month-weekday"] = (captures, _) => captures.Whole("nth") is { } nth ? Set($"XXXX-XX-WXX-{captures.Word("weekday")}-#{nth}") : null,
        ["set-time"] = (captures, _) => WithTime(captures.Get<Moment>("set"), captures.Get<Clock>("t")),
    };

    private static Moment? Every(Captures captures)
    {
        string[] words = captures.Has("every-unit") ? captures.Word("every-unit").Split(' ') : ["1", captures.Word("unit")];
        double count = captures.Has("n") ? captures.Get<double>("n") : captures.Has("every-other") ? 2 : double.Parse(words[0], CultureInfo.InvariantCulture);
        return count <= 0 ? null : Set(new Lapse([(count, words[1])]).Timex);
    }

    private static Moment Set(string timex) => new(MomentKind.Set, []) { Timex = timex };

    // Every day at a time is said by the time alone.
    private static Moment? WithTime(Moment set, Clock clock) => set.Timex switch
    {
        "P1D" => Set(clock.Timex),
        ['T', ..] => Set((clock.IsOpen ? clock.In(PartOfDay.Of(set.Timex)) : clock).Timex),
        ['X', ..] => Set((set.Timex.IndexOf('T', StringComparison.Ordinal) is var part and > 0 ? set.Timex[..part] : set.Timex) + clock.Timex),
        _ => null,
    };
}
