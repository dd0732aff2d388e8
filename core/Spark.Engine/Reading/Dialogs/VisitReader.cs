using Spark.Engine.Definitions;
using Spark.Engine.Reading.Drafts;

namespace Spark.Engine.Reading.Dialogs;

/// <summary>Reads <c>visit</c>.</summary>
internal sealed class VisitReader : IStepReader
{
    public string Verb => "visit";

    public IReadOnlyList<string> Companions { get; } = ["with", "save"];

    public bool NeedsId => false;

    public Step Read(StepContext step)
    {
        var reading = step.Reading;
        var dialog = reading.Nodes.Id(step.Verb.Value, Verb);
        step.Block.Refer(ReferenceKind.Dialog, dialog);
        var given = new List<KeyValuePair<string, SourceLocation>>();
        var with = step.Map.Find("with") is { } inputs
            ? reading.Expressions.Assignments(inputs.Value, "with", step.Scope, name =>
            {
                given.Add(new(name.Value, name.At));
                return true;
            })
            : [];
        if (dialog is not null)
        {
            reading.Draft.Visits.Add(new(dialog.Value, dialog.At, given));
        }

        var results = step.Scope with { ResultsOf = dialog?.Value };
        return new VisitStep
        {
            Path = step.Path,
            Next = step.Next,
            At = step.At,
            Dialog = dialog?.Value ?? "",
            With = with,
            Save = step.Map.Find("save") is { } save
                ? reading.Expressions.Assignments(save.Value, "save", results, name => step.Block.Refer(ReferenceKind.Variable, name) is not null)
                : [],
        };
    }
}
