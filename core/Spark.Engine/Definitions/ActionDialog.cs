namespace Spark.Engine.Definitions;

/// <summary>An action dialog: deeds that act, top to bottom, and end in a named outcome.</summary>
public sealed record ActionDialog
{
    /// <summary>The outcome of an action dialog that runs past its last deed.</summary>
    public const string Done = "done";

    /// <summary>The id, which is the file's name.</summary>
    public required string Id { get; init; }

    /// <summary>Its inputs: name → type.</summary>
    public IReadOnlyDictionary<string, string> Input { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>All deeds in one list, like <see cref="Dialog.Steps"/>.</summary>
    public required IReadOnlyList<Deed> Deeds { get; init; }

    /// <summary>The outcomes that it can end in, in the order in which they are written.</summary>
    public required IReadOnlyList<string> Outcomes { get; init; }

    /// <summary>The file.</summary>
    public SourceLocation At { get; init; }
}
