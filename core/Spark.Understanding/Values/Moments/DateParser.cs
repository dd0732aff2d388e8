using System.Globalization;
using Spark.Understanding.Text;

namespace Spark.Understanding.Values.Moments;

/// <summary>
/// <c>date</c>: <c>yyyy-MM-dd</c>, embedded ("I leave next Friday"). Numbers are read in the local order (for English
/// the American one, unless the tag's region writes the day first). A day without a year is the next one; "next
/// Friday" is the Friday of next week, "Friday" the first one after today.
/// </summary>
internal sealed class DateParser : IValueParser
{
    public string Type => "date";

    public ParsedValue? Parse(string text, ValueContext context)
    {
        var lexed = new LexedText(text);
        var readers = new MomentReaders(context);
        DateOnly? date = SingleReading.Find(lexed, index => readers.Dates.Read(lexed, index), readers.Words.Fillers, context.MayBeEmbedded);
        return date is { } found ? ParsedValue.Of(found.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) : null;
    }
}
