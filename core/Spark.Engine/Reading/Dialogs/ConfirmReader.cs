using Spark.Engine.Definitions;

namespace Spark.Engine.Reading.Dialogs;

/// <summary>Reads <c>confirm</c>.</summary>
internal sealed class ConfirmReader : IStepReader
{
    public string Verb => "confirm";

    public IReadOnlyList<string> Companions { get; } = ["otherwise", "tries", "interrupt"];

    public bool NeedsId => true;

    public Step Read(StepContext step)
    {
        step.Reading.Nodes.Require(step.Map, "otherwise", "A step with 'confirm'");
        var tries = step.Map.Find("tries") is { } entry ? step.Reading.Nodes.WholeNumber(entry.Value, "tries", 1) : null;
        return new ConfirmStep
        {
            Path = step.Path,
            Next = step.Next,
            At = step.At,
            Question = step.Reading.Expressions.Text(step.Verb.Value, Verb, step.Key()),
            Otherwise = step.Go("otherwise") ?? Target.ToStep(step.Next),
            Tries = tries ?? ConfirmStep.DefaultTries,
            Interrupt = Interrupts.Read(step),
        };
    }
}
