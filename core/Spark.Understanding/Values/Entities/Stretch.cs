using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Spark.Understanding.Values.Entities;

/// <summary>A stretch of time. Months, days and seconds stay apart, for none has a fixed length in the next.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Stretch(double Months, double Days, double Seconds)
{
    private const double LongestInDays = 3_660_000;
    private const double DaysAMonth = 30.436875;

    public bool IsEmpty => this == default;

    public bool IsOfTheCalendar => Seconds == 0;

    /// <summary>For bounds only: a month counts as a twelfth of an average year.</summary>
    public double ApproximateSeconds => (((Months * DaysAMonth) + Days) * TimeUnit.SecondsADay) + Seconds;

    /// <summary>Half a month has no length, and ten thousand years are no answer.</summary>
    public bool IsSound => double.IsInteger(Months) && Months >= 0 && Days >= 0 && Seconds >= 0 && ApproximateSeconds <= LongestInDays * TimeUnit.SecondsADay;

    public Stretch Add(double quantity, TimeUnit unit)
    {
        if (unit.Months > 0)
        {
            return this with { Months = Months + (quantity * unit.Months) };
        }

        if (!unit.IsOfTheCalendar)
        {
            return this with { Seconds = Seconds + (quantity * unit.Seconds) };
        }

        double days = quantity * unit.Seconds / TimeUnit.SecondsADay;
        return this with { Days = Days + Math.Floor(days), Seconds = Seconds + Math.Round((days - Math.Floor(days)) * TimeUnit.SecondsADay) };
    }

    /// <summary>The moment that lies this far behind or ahead; null outside of the calendar.</summary>
    public DateTimeOffset? From(DateTimeOffset now, int sign)
    {
        try
        {
            return now.AddMonths(sign * (int)Months).AddDays(sign * Days).AddSeconds(sign * Seconds);
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    /// <summary>ISO 8601, such as <c>P1Y6M</c>, <c>P14D</c> or <c>PT1H30M</c>.</summary>
    public string ToIso()
    {
        var iso = new StringBuilder("P");
        Append(iso, Math.Floor(Months / 12), 'Y');
        Append(iso, Months % 12, 'M');
        Append(iso, Days, 'D');
        int length = iso.Length;
        iso.Append('T');
        Append(iso, Math.Floor(Seconds / 3600), 'H');
        Append(iso, Math.Floor(Seconds % 3600 / 60), 'M');
        Append(iso, Math.Round(Seconds % 60, 3), 'S');
        if (iso.Length == length + 1)
        {
            iso.Length = length;
        }

        return iso.Length == 1 ? "PT0S" : iso.ToString();
    }

    private static void Append(StringBuilder iso, double amount, char unit)
    {
        if (amount != 0)
        {
            iso.Append(amount.ToString("0.###", CultureInfo.InvariantCulture)).Append(unit);
        }
    }
}
