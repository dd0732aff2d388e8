using System.Globalization;

namespace Spark.Understanding.Entities.Moments;

/// <summary>Writes moments as values carry them.</summary>
internal static class MomentFormat
{
    public static string Date(DateTime moment) => moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Time(DateTime moment) => moment.ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    public static string DateTime(DateTime moment) => moment.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>A moment that was said by its distance from now.</summary>
    public static string Timex(DateTime moment) => moment.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>Hours, minutes and seconds: <c>PT2H30M</c>.</summary>
    public static string Length(TimeSpan length)
    {
        int hours = (int)length.TotalHours;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"PT{(hours > 0 ? $"{hours}H" : "")}{(length.Minutes > 0 ? $"{length.Minutes}M" : "")}{(length.Seconds > 0 ? $"{length.Seconds}S" : "")}");
    }
}
