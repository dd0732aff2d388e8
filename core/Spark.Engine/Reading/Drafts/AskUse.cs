using Spark.Engine.Definitions;

namespace Spark.Engine.Reading.Drafts;

/// <summary>A question for a variable, with the places of its parts.</summary>
/// <param name="Dialog">The dialog that asks.</param>
/// <param name="Into">The variable.</param>
/// <param name="At">Where the variable is named.</param>
/// <param name="Choices">The choices offered, and where; null when none are.</param>
internal sealed record AskUse(string Dialog, string Into, SourceLocation At, IReadOnlyList<KeyValuePair<string, SourceLocation>>? Choices)
{
    /// <summary>Where it says which of several moments is meant; null where it does not.</summary>
    public SourceLocation? Prefer { get; init; }
}
