using Spark.Expressions;

namespace Spark.Engine.Definitions;

/// <summary>A text for people, in the bot's first language, with the key that translations use.</summary>
/// <param name="Key"><c>dialog.step</c> or <c>dialog.step.part</c>.</param>
/// <param name="Template">The text in the first language.</param>
/// <param name="At">Where it is written.</param>
public sealed record Text(string Key, TextTemplate Template, SourceLocation At);
