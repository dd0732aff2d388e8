using Spark.Engine.Definitions;

namespace Spark.Engine.Reading.Dialogs;

/// <summary>Reads <c>when</c>.</summary>
internal sealed class WhenReader : IStepReader
{
    public string Verb => "when";

    public IReadOnlyList<string> Companions { get; } = ["then", "otherwise"];

    public bool NeedsId => false;

    public Step Read(StepContext step)
    {
        step.Reading.Nodes.Require(step.Map, "then", "A step with 'when'");
        return new WhenStep
        {
            Path = step.Path,
            Next = step.Next,
            At = step.At,
            Condition = step.Reading.Expressions.Expression(step.Verb.Value, Verb, step.Scope),
            Then = step.Go("then") ?? Target.ToStep(step.Next),
            Otherwise = step.Go("otherwise"),
        };
    }
}
