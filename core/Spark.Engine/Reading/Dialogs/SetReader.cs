using Spark.Engine.Definitions;
using Spark.Engine.Reading.Drafts;
using Spark.Engine.Reading.Yaml;

namespace Spark.Engine.Reading.Dialogs;

/// <summary>Reads <c>set</c>.</summary>
internal sealed class SetReader : IStepReader
{
    public string Verb => "set";

    public IReadOnlyList<string> Companions { get; } = [];

    public bool NeedsId => false;

    public Step Read(StepContext step) => new SetStep
    {
        Path = step.Path,
        Next = step.Next,
        At = step.At,
        Assignments = ReadAssignments(step, step.Verb.Value),
    };

    /// <summary>Reads assignments to variables.</summary>
    public static IReadOnlyList<Assignment> ReadAssignments(StepContext step, YamlNode node) =>
        step.Reading.Expressions.Assignments(node, "set", step.Scope, name => step.Block.Refer(ReferenceKind.Variable, name) is not null);
}
