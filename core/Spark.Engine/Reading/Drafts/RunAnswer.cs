using Spark.Engine.Definitions;

namespace Spark.Engine.Reading.Drafts;

/// <summary>An answer to an outcome.</summary>
/// <param name="Outcome">The outcome's name.</param>
/// <param name="At">Where it is written.</param>
/// <param name="Target">Where it leads.</param>
internal sealed record RunAnswer(string Outcome, SourceLocation At, Target Target);
