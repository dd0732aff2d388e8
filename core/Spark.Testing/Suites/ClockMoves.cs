using Spark.Engine.Definitions;
using Spark.Engine.Reading.Values;

namespace Spark.Testing.Suites;

/// <summary>Time passes; what is due meanwhile happens.</summary>
/// <param name="By">How much.</param>
/// <param name="At">Where it stands.</param>
internal sealed record ClockMoves(TimeSpan By, SourceLocation At) : ChatLine(At)
{
    /// <summary>Reads how much time passes, such as <c>90s</c> or <c>2d</c>; null when it means nothing.</summary>
    public static TimeSpan? Read(string text) => Durations.Read(text);
}
