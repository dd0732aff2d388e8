using Spark.Engine.Definitions;

namespace Spark.Engine.Reading.Drafts;

/// <summary>A step that runs an action dialog, with the places of its parts.</summary>
/// <param name="Dialog">The dialog.</param>
/// <param name="Action">The action dialog's id.</param>
/// <param name="At">Where the action is named.</param>
/// <param name="Then">Where the answers stand: the field's key; null when there is none.</param>
/// <param name="Answers">The outcomes that are answered, and where.</param>
/// <param name="With">The inputs that are given.</param>
/// <param name="Strays">Fields of the step that it does not have: perhaps answers that stand a level too high.</param>
internal sealed record RunUse(
    string Dialog,
    string Action,
    SourceLocation At,
    SourceLocation? Then,
    IReadOnlyList<RunAnswer> Answers,
    IReadOnlyList<KeyValuePair<string, SourceLocation>> With,
    IReadOnlyList<string> Strays)
{
    /// <summary>True when what stands behind <c>then</c> cannot be read.</summary>
    public bool IsUnread { get; init; }

    /// <summary>True when what stands behind <c>with</c> cannot be read.</summary>
    public bool IsUngiven { get; init; }
}
