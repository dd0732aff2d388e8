using Spark.Engine.Definitions;

namespace Spark.Engine.Reading.Dialogs;

/// <summary>Reads <c>confirm</c>.</summary>
internal sealed class ConfirmReader : IStepReader
{
    public string Verb => "confirm";

    public IReadOnlyList<string> Companions { get; } = [.. Questions.Companions, "accept", "decline"];

    public bool NeedsId => true;

    public Step Read(StepContext step)
    {
        Questions.RequireTogether(step);
        step.Reading.Nodes.Require(step.Map, "otherwise", "A step with 'confirm'");
        return new ConfirmStep
        {
            Path = step.Path,
            Next = step.Next,
            At = step.At,
            Question = step.Reading.Expressions.Wordings(step.Verb.Value, Verb, step.Key(), step.Scope),
            Otherwise = step.Go("otherwise") ?? Target.ToStep(step.Next),
            Unanswered = step.Go("unanswered"),
            Wait = Questions.Wait(step),
            Tries = Questions.Tries(step) ?? ConfirmStep.DefaultTries,
            Invalid = Questions.Invalid(step),
            Accept = Label(step, "accept"),
            Decline = Label(step, "decline"),
            Interrupt = Questions.Interrupts(step),
        };
    }

    private static Text? Label(StepContext step, string field) =>
        step.Map.Find(field) is { } label ? step.Reading.Expressions.Text(label.Value, field, step.Key(field), step.Scope) : null;
}
