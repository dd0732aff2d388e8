using Spark.Engine.Definitions;

namespace Spark.Testing.Suites;

/// <summary>A line of a test's conversation. The set is closed.</summary>
/// <param name="At">Where it stands.</param>
internal abstract record ChatLine(SourceLocation At);
