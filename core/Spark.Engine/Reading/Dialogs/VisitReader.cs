using Spark.Engine.Definitions;
using Spark.Engine.Reading.Drafts;

namespace Spark.Engine.Reading.Dialogs;

/// <summary>Reads <c>visit</c>.</summary>
internal sealed class VisitReader : IStepReader
{
    public string Verb => "visit";

    public IReadOnlyList<string> Companions { get; } = [];

    public bool NeedsId => false;

    public Step Read(StepContext step) => new VisitStep
    {
        Path = step.Path,
        Next = step.Next,
        At = step.At,
        Dialog = step.Block.Refer(ReferenceKind.Dialog, step.Reading.Nodes.Id(step.Verb.Value, Verb)) ?? "",
    };
}
