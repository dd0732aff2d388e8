using Spark.Engine.Definitions;
using Spark.Engine.Reading.Drafts;

namespace Spark.Engine.Reading.Dialogs;

/// <summary>Reads <c>clear</c>.</summary>
internal sealed class ClearReader : IStepReader
{
    public string Verb => "clear";

    public IReadOnlyList<string> Companions { get; } = [];

    public bool NeedsId => false;

    public Step Read(StepContext step)
    {
        var names = step.Reading.Nodes.Filled(step.Verb.Value, Verb) is { } list ? step.Reading.Nodes.List(list, Verb, step.Reading.Nodes.Variable) : [];
        foreach (var name in names)
        {
            step.Block.Refer(ReferenceKind.Variable, name);
            step.Reading.Draft.ReadPlaces.Add(name.At);
        }

        return new ClearStep { Path = step.Path, Next = step.Next, At = step.At, Variables = [.. names.Select(name => name.Value)] };
    }
}
