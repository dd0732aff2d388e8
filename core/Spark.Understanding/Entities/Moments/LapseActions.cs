using System.Globalization;
using Spark.Understanding.Entities.Rules;

namespace Spark.Understanding.Entities.Moments;

/// <summary>Lengths of time.</summary>
internal static class LapseActions
{
    // More than a thousand years is no appointment.
    private const double MostSeconds = 1000.0 * 366 * 86_400;

    public static Dictionary<string, Func<Captures, Reference, object?>> All { get; } = new(StringComparer.Ordinal)
    {
        ["lapse"] = (captures, _) => captures.Find("piece"),
        ["lapse-sum"] = (captures, _) => Sum(captures.Get<Lapse>("a"), captures.Get<Lapse>("b")),
        ["piece"] = (captures, _) => Of(captures.Get<double>("n") + PartOf(captures), captures.Word("unit")),
        ["piece-one"] = (captures, _) => Of(1 + PartOf(captures), captures.Word("unit")),
        ["three-quarters-hour"] = (_, _) => Of(0.75, "H"),
        ["quarters-of-hour"] = (captures, _) => Of(15 * captures.Get<double>("n"), "MN"),
        ["quarter-of-hour"] = (_, _) => Of(15, "MN"),
        ["piece-few"] = (captures, _) => Of(double.Parse(captures.Word("few"), CultureInfo.InvariantCulture), captures.Word("unit")),
        ["piece-part"] = (captures, _) => captures.Word("unit") is "H" && PartOf(captures) == 0.5 ? Of(30, "MN") : Of(PartOf(captures), captures.Word("unit")),
    };

    private static double PartOf(Captures captures) => captures.Has("part") ? double.Parse(captures.Word("part"), CultureInfo.InvariantCulture) : 0;

    private static Lapse? Of(double count, string unit)
    {
        if (count < 0)
        {
            return null;
        }

        var lapse = new Lapse([(count, unit)]);
        return lapse.Seconds > MostSeconds ? null : lapse;
    }

    private static Lapse? Sum(Lapse first, Lapse second) => new Lapse([(1, first.Parts[^1].Unit)]).Seconds > new Lapse([(1, second.Unit)]).Seconds
        ? new Lapse([.. first.Parts, .. second.Parts])
        : null;
}
