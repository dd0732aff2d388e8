using Spark.Expressions;

namespace Spark.Engine.Definitions;

/// <summary>A dialog: steps that talk.</summary>
public sealed record Dialog
{
    /// <summary>The id, which is the file's name.</summary>
    public required string Id { get; init; }

    /// <summary>The intents that trigger it.</summary>
    public IReadOnlyList<string> Intents { get; init; } = [];

    /// <summary>The condition under which its intents trigger it; null for always.</summary>
    public Expression? TriggerWhen { get; init; }

    /// <summary>
    /// All steps in one list: the steps of the file in order, those written inside <c>then</c> and <c>otherwise</c> after them.
    /// A state of a conversation names a step by its index, which is safe because its episode is pinned
    /// to the version; when it must go on with another version, the engine leaves the steps under way.
    /// </summary>
    public required IReadOnlyList<Step> Steps { get; init; }

    /// <summary>The file.</summary>
    public SourceLocation At { get; init; }
}
