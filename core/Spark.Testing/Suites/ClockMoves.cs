using Spark.Engine.Definitions;

namespace Spark.Testing.Suites;

/// <summary>Time passes; what is due meanwhile happens.</summary>
/// <param name="By">How much.</param>
/// <param name="At">Where it stands.</param>
internal sealed record ClockMoves(TimeSpan By, SourceLocation At) : ChatLine(At);
