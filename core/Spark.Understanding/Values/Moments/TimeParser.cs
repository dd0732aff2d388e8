using System.Globalization;
using Spark.Understanding.Text;

namespace Spark.Understanding.Values.Moments;

/// <summary><c>time</c>: <c>HH:mm</c>, with <c>:ss</c> when seconds were given, embedded ("call me at 3 pm").</summary>
internal sealed class TimeParser : IValueParser
{
    public string Type => "time";

    public ParsedValue? Parse(string text, ValueContext context)
    {
        var lexed = new LexedText(text);
        var readers = new MomentReaders(context);
        TimeOnly? time = SingleReading.Find(lexed, index => ReadAt(lexed, index, readers), readers.Words.Fillers, context.MayBeEmbedded);
        return time is { } found ? ParsedValue.Of(Format(found)) : null;
    }

    private static Reading<TimeOnly?>? ReadAt(LexedText text, int index, MomentReaders readers) =>
        readers.Words.Times.Now.TryRead(text, index, out _, out int next)
            ? new(TimeOnly.FromDateTime(readers.Now.DateTime), next)
            : readers.Times.Read(text, index);

    private static string Format(TimeOnly time) =>
        time.ToString(time.Second == 0 ? "HH:mm" : "HH:mm:ss", CultureInfo.InvariantCulture);
}
