using Spark.Engine.Definitions;

namespace Spark.Engine.Reading.Drafts;

/// <summary>The translations of one language.</summary>
/// <param name="Language">The language.</param>
/// <param name="At">The file.</param>
/// <param name="Texts">The texts, with the places of their keys.</param>
internal sealed record LocaleDraft(string Language, SourceLocation At, IReadOnlyList<KeyValuePair<SourceLocation, Text>> Texts)
{
    /// <summary>The keys of the texts, and those that misspelt ones probably mean.</summary>
    public HashSet<string> Keys { get; } = Texts.Select(text => text.Value.Key).ToHashSet(StringComparer.Ordinal);
}
