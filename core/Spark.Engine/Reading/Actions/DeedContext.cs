using Spark.Engine.Definitions;
using Spark.Engine.Reading.Drafts;
using Spark.Engine.Reading.Yaml;

namespace Spark.Engine.Reading.Actions;

/// <summary>A deed that is being read.</summary>
/// <param name="Map">Its fields.</param>
/// <param name="Verb">Its verb and the verb's value.</param>
/// <param name="Id">Its id; null when it has none.</param>
/// <param name="Place">Its place in the file, such as <c>steps[0].then</c>.</param>
/// <param name="Next">The index of the deed that follows.</param>
/// <param name="Block">Reads the blocks inside it.</param>
internal sealed record DeedContext(YamlMapping Map, YamlEntry Verb, string? Id, string Place, int Next, DeedBlockReader Block)
{
    public ReadingContext Reading => Block.Reading;

    public ExpressionScope Scope => Block.Scope;

    public string Path => Id ?? Place;

    public SourceLocation At => Map.At;
}
