using Spark.Engine.Definitions;

namespace Spark.Engine.Reading.Drafts;

/// <summary>A step that runs an action dialog, with the places of its parts.</summary>
/// <param name="Dialog">The dialog.</param>
/// <param name="Action">The action dialog's id.</param>
/// <param name="At">Where the action is named.</param>
/// <param name="Then">Where the answers stand: the field's key; null when there is none.</param>
/// <param name="Answers">The outcomes that are answered, and where.</param>
/// <param name="With">The inputs that are given.</param>
internal sealed record RunUse(
    string Dialog,
    string Action,
    SourceLocation At,
    SourceLocation? Then,
    IReadOnlyList<RunAnswer> Answers,
    IReadOnlyList<KeyValuePair<string, SourceLocation>> With);
