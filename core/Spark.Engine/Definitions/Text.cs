using Spark.Expressions;

namespace Spark.Engine.Definitions;

/// <summary>A text for people, in the bot's first language, with the key that translations use.</summary>
/// <param name="Key"><c>dialog.step</c> or <c>dialog.step.part</c>.</param>
/// <param name="Template">The text in the first language.</param>
/// <param name="At">Where it is written.</param>
public sealed record Text(string Key, TextTemplate Template, SourceLocation At)
{
    /// <summary>Other wordings of the same, under the keys <c>KEY.2</c>, <c>KEY.3</c> and so on; one of them all is picked when it is said.</summary>
    public IReadOnlyList<Text> Others { get; init; } = [];
}
