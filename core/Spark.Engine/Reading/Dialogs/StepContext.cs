using Spark.Engine.Definitions;
using Spark.Engine.Reading.Drafts;
using Spark.Engine.Reading.Yaml;

namespace Spark.Engine.Reading.Dialogs;

/// <summary>A step that is being read.</summary>
/// <param name="Map">Its fields.</param>
/// <param name="Verb">Its verb and the verb's value.</param>
/// <param name="Id">Its id; null when it has none.</param>
/// <param name="Place">Its place in the file, such as <c>steps[2].then.failed</c>.</param>
/// <param name="Next">The index of the step that follows.</param>
/// <param name="Block">Reads the blocks inside it.</param>
internal sealed record StepContext(YamlMapping Map, YamlEntry Verb, string? Id, string Place, int Next, BlockReader Block)
{
    public ReadingContext Reading => Block.Reading;

    public string Path => Id ?? Place;

    public SourceLocation At => Map.At;

    /// <summary>What its expressions may name.</summary>
    public ExpressionScope Scope => Block.Scope;

    /// <summary>The key of the step's text, or of a part of it.</summary>
    public string Key(string? part = null) => part is null ? $"{Block.Dialog}.{Path}" : $"{Block.Dialog}.{Path}.{part}";

    /// <summary>Where a field leads; null when the field is missing or cannot be read.</summary>
    public Target? Go(string field) => Map.Find(field) is { } entry ? Block.Go(entry.Value, this, field) : null;
}
