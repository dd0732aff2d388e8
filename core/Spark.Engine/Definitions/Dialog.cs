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

    /// <summary>The contexts that must all be active for its intents to trigger it.</summary>
    public IReadOnlyList<string> RequiredContexts { get; init; } = [];

    /// <summary>The contexts that begin when it is entered, and for how many messages of the person.</summary>
    public IReadOnlyDictionary<string, int> Contexts { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>The names that are its own: its inputs and results, with their types. They hide variables of the bot.</summary>
    public IReadOnlyDictionary<string, VariableDefinition> Locals { get; init; } = new Dictionary<string, VariableDefinition>(StringComparer.Ordinal);

    /// <summary>Those of <see cref="Locals"/> that a visit must give.</summary>
    public IReadOnlyList<string> Input { get; init; } = [];

    /// <summary>Those of <see cref="Locals"/> that a visit gets back.</summary>
    public IReadOnlyList<string> Result { get; init; } = [];

    /// <summary>
    /// All steps in one list: the steps of the file in order, those written inside <c>then</c> and <c>otherwise</c> after them.
    /// A state of a conversation names a step by its index, which is safe because its episode is pinned
    /// to the version; when it must go on with another version, the engine leaves the steps under way.
    /// </summary>
    public required IReadOnlyList<Step> Steps { get; init; }

    /// <summary>The file.</summary>
    public SourceLocation At { get; init; }
}
