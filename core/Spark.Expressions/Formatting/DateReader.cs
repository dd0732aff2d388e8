using Spark.Expressions.Values;

namespace Spark.Expressions.Formatting;

/// <summary>Reads a moment by a picture. What is not said comes from the clock above the first component that is, and is least below it.</summary>
internal static class DateReader
{
    public static double? Read(string text, string picture, DateTimeOffset now)
    {
        var parts = DatePicture.Parse(picture);
        var captured = DateScanner.Scan(text, parts);
        if (captured is null)
        {
            return null;
        }

        var found = new Dictionary<char, double>();
        for (var index = 0; index < parts.Count; index++)
        {
            if (parts[index].Literal is null && DateScanner.ValueOf(parts[index], captured[index]) is { } value)
            {
                found[parts[index].Component] = value;
            }
        }

        return found.Count == 0 ? null : Combine(found, now);
    }

    private static double Combine(Dictionary<char, double> found, DateTimeOffset now)
    {
        bool Has(char component) => found.TryGetValue(component, out var value) && !value.Equals(0.0);
        bool Only(string all, string allowed) => all.Any(component => allowed.Contains(component) && Has(component))
            && !all.Any(component => !allowed.Contains(component) && Has(component));
        const string AllDate = "YXMxWwdD";
        const string AllTime = "PHhmsf";
        var usual = Only(AllDate, "YMD");
        var byDayOfYear = !usual && Only(AllDate, "Yd");
        var byWeekOfMonth = Only(AllDate, "Xxw");
        var byWeek = !byWeekOfMonth && Only(AllDate, "XW");
        var byHalfDay = !Only(AllTime, "Hmsf") && Only(AllTime, "Phmsf");
        var date = byDayOfYear ? "Yd" : byWeekOfMonth ? "XxwF" : byWeek ? "XWF" : "YMD";
        FillIn(found, date + (byHalfDay ? "Phmsf" : "Hmsf"), new CivilDate(now.ToUnixTimeMilliseconds()));
        if (byWeekOfMonth || byWeek)
        {
            throw MissingParts();
        }

        var hour = byHalfDay
            ? (found['h'].Equals(12.0) ? 0 : found['h']) + (found['P'].Equals(1.0) ? 12 : 0)
            : found['H'];
        var month = byDayOfYear || found['M'] <= 0 ? 1 : found['M'];

        // A year of two digits is one of the last century.
        var year = found['Y'] is >= 0 and < 100 ? found['Y'] + 1900 : found['Y'];
        var millis = CivilDate.ToMillis(year, month, byDayOfYear ? found['d'] : found['D'], hour, found['m'], found['s'], found['f']);
        var zone = found.GetValueOrDefault('Z') is not 0 and var offset ? offset : found.GetValueOrDefault('z');
        return millis - (zone * 60_000);
    }

    private static void FillIn(Dictionary<char, double> found, string components, CivilDate now)
    {
        var started = false;
        var ended = false;
        foreach (var component in components)
        {
            if (found.ContainsKey(component))
            {
                if (ended)
                {
                    throw MissingParts();
                }

                started = true;
            }
            else if (started)
            {
                found[component] = component is 'M' or 'D' or 'd' ? 1 : 0;
                ended = true;
            }
            else
            {
                found[component] = DateFormatter.Fragment(now, component);
            }
        }
    }

    private static ExpressionException MissingParts() =>
        Failure.New("D3136", "The date picture lacks components that are needed to read a moment");
}
