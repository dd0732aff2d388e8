using System.Globalization;
using System.Text;

namespace Spark.Understanding.Entities.Moments;

/// <summary>A length of time, part by part: "two weeks and three days".</summary>
/// <param name="Parts">How many of each unit; units are <c>Y M W D H MN S</c> and <c>BD WE N FN DEC CEN Q</c>.</param>
internal sealed record Lapse(IReadOnlyList<(double Count, string Unit)> Parts)
{
    private const int SecondsADay = 86_400;

    public bool IsOfDays => Parts.All(part => !IsTime(part.Unit));

    public bool IsOfTime => Parts.All(part => IsTime(part.Unit));

    /// <summary>Units of its first part.</summary>
    public string Unit => Parts[0].Unit;

    public double Seconds => Parts.Sum(part => part.Count * SecondsOf(part.Unit));

    public string Timex
    {
        get
        {
            var timex = new StringBuilder("P");
            bool hasTime = false;
            foreach ((double count, string unit) in Parts)
            {
                if (IsTime(unit) && !hasTime)
                {
                    timex.Append('T');
                    hasTime = true;
                }

                (double factor, string sign) = SignOf(unit);
                timex.Append((count * factor).ToString("0.##########", CultureInfo.InvariantCulture)).Append(sign);
            }

            return timex.ToString();
        }
    }

    public static bool IsTime(string unit) => unit is "H" or "MN" or "S";

    /// <summary>The moment so much later, or earlier for a negative sign.</summary>
    public DateTime AddTo(DateTime moment, int sign)
    {
        foreach ((double count, string unit) in Parts)
        {
            double signed = count * sign;
            moment = unit switch
            {
                "Y" => moment.AddMonths((int)Math.Round(signed * 12)),
                "DEC" => moment.AddYears((int)signed * 10),
                "CEN" => moment.AddYears((int)signed * 100),
                "Q" => moment.AddMonths((int)signed * 3),
                "M" => moment.AddMonths((int)signed),
                "BD" => AddBusinessDays(moment, (int)signed),
                _ => moment.AddSeconds(signed * SecondsOf(unit)),
            };
        }

        return moment;
    }

    public static DateTime AddBusinessDays(DateTime day, int count)
    {
        int step = Math.Sign(count);
        while (count != 0)
        {
            day = day.AddDays(step);
            count -= day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0 : step;
        }

        return day;
    }

    private static (double Factor, string Sign) SignOf(string unit) => unit switch
    {
        "MN" => (1, "M"),
        "N" => (1, "D"),
        "FN" => (2, "W"),
        "Q" => (3, "M"),
        "DEC" => (10, "Y"),
        "CEN" => (100, "Y"),
        _ => (1, unit),
    };

    private static double SecondsOf(string unit) => unit switch
    {
        "S" => 1,
        "MN" => 60,
        "H" => 3600,
        "W" => 7 * SecondsADay,
        "FN" => 14 * SecondsADay,
        "WE" => 2 * SecondsADay,
        "M" => 30 * SecondsADay,
        "Q" => 90 * SecondsADay,
        "Y" => 365.0 * SecondsADay,
        "DEC" => 3650.0 * SecondsADay,
        "CEN" => 36500.0 * SecondsADay,
        _ => SecondsADay,
    };
}
