namespace Spark.Messages;

/// <summary>
/// Gives the conversation away in the same call as the message that carries it: on such channels nothing can be said afterwards.
/// </summary>
public sealed record Completion
{
    /// <summary>To whom it goes.</summary>
    public required CompletionKind Kind { get; init; }

    /// <summary>Topics that the desk sorts by. Unknown ones are ignored there.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>Attributes of the contact, by the desk's alias.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Notes that only agents see.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
