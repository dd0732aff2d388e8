using System.Globalization;
using System.Text.RegularExpressions;
using Spark.Understanding.Languages;
using Spark.Understanding.Text;

namespace Spark.Understanding.Values.Moments;

/// <summary>
/// <c>duration</c>: ISO 8601 as the canonical form, embedded ("it takes me two hours"). Weeks become days. Written in
/// ISO 8601 it must be the whole answer.
/// </summary>
internal sealed class DurationParser : IValueParser
{
    private static readonly PerLanguage<DurationReader> Readers = new(words => new DurationReader(words));

    private static readonly Regex Iso = new(
        @"^P(?<y>[0-9]{1,6}Y)?(?<m>[0-9]{1,6}M)?(?<w>[0-9]{1,6}W)?(?<d>[0-9]{1,8}D)?(T(?<h>[0-9]{1,8}H)?(?<n>[0-9]{1,8}M)?(?<s>[0-9]{1,9}(\.[0-9]{1,3})?S)?)?$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.IgnoreCase);

    private static readonly (string Group, TimeUnit Unit)[] IsoUnits =
    [
        ("y", TimeUnit.OfMonths(12)), ("m", TimeUnit.OfMonths(1)), ("w", TimeUnit.OfDays(7)), ("d", TimeUnit.OfDays(1)),
        ("h", TimeUnit.OfSeconds(3600)), ("n", TimeUnit.OfSeconds(60)), ("s", TimeUnit.OfSeconds(1)),
    ];

    public string Type => "duration";

    public ParsedValue? Parse(string text, ValueContext context)
    {
        var lexed = new LexedText(text);
        DurationReader reader = Readers.For(context.Language);
        Stretch? stretch = ReadIso(lexed.Source)
            ?? SingleReading.Find(lexed, index => reader.Read(lexed, index), LanguageCatalog.For(context.Language).Fillers, context.MayBeEmbedded);
        return stretch is { } found && !(found.ApproximateSeconds < context.Min) && !(found.ApproximateSeconds > context.Max)
            ? ParsedValue.Of(found.ToIso())
            : null;
    }

    private static Stretch? ReadIso(string text)
    {
        Match match = Iso.Match(text);
        if (!match.Success)
        {
            return null;
        }

        Stretch total = default;
        bool hasPart = false;
        foreach ((string name, TimeUnit unit) in IsoUnits)
        {
            if (match.Groups[name] is { Success: true } part)
            {
                total = total.Add(double.Parse(part.ValueSpan[..^1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture), unit);
                hasPart = true;
            }
        }

        return hasPart && total.IsSound ? total : null;
    }
}
