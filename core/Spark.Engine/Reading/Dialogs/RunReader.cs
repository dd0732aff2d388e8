using Spark.Engine.Definitions;
using Spark.Engine.Reading.Drafts;
using Spark.Engine.Reading.Yaml;

namespace Spark.Engine.Reading.Dialogs;

/// <summary>Reads <c>run</c>.</summary>
internal sealed class RunReader : IStepReader
{
    public string Verb => "run";

    public IReadOnlyList<string> Companions { get; } = ["with", "then"];

    public bool NeedsId => false;

    public Step Read(StepContext step)
    {
        var reading = step.Reading;
        var action = reading.Nodes.Id(step.Verb.Value, Verb);
        step.Block.Refer(ReferenceKind.Action, action);
        var places = new List<KeyValuePair<string, SourceLocation>>();
        var with = step.Map.Find("with") is { } inputs
            ? reading.Expressions.Assignments(inputs.Value, "with", step.Scope, name =>
            {
                places.Add(new(name.Value, name.At));
                return true;
            })
            : [];
        var then = step.Map.Find("then");
        var answers = then is null ? Unasked(step) : ReadAnswers(step, then.Value);
        if (action is not null)
        {
            reading.Draft.Runs.Add(new(step.Block.Dialog, action.Value, action.At, then?.Key.At, answers, places, Strays(step)) { IsUnread = then is { Value: not YamlMapping }, IsUngiven = step.Map.Find("with") is { Value: not YamlMapping } });
        }

        return new RunStep
        {
            Path = step.Path,
            Next = step.Next,
            At = step.At,
            Action = action?.Value ?? "",
            With = with,
            Then = answers.ToDictionary(answer => answer.Outcome, answer => answer.Target, StringComparer.Ordinal),
        };
    }

    // An action dialog that only ever runs to its end needs no answer: the dialog goes on.
    private static List<RunAnswer> Unasked(StepContext step) => [new(ActionDialog.Done, step.At, Target.ToStep(step.Next))];

    // Fields that the step does not have, and answers whose names are none: they may be the ones that seem to be missing.
    private List<string> Strays(StepContext step) =>
    [
        .. step.Map.Entries.Select(entry => entry.Name).Where(name => name != "id" && name != Verb && !Companions.Contains(name, StringComparer.Ordinal)),
        .. (step.Map.Find("then")?.Value as YamlMapping)?.Entries.Where(entry => step.Reading.Findings.IsReported(entry.Key.At) || step.Reading.Findings.IsReported(entry.Value.At)).Select(entry => entry.Name.ToLowerInvariant()) ?? [],
    ];

    private static List<RunAnswer> ReadAnswers(StepContext step, YamlNode node)
    {
        var answers = new List<RunAnswer>();
        foreach (var entry in step.Reading.Nodes.Mapping(node, "then")?.Entries ?? [])
        {
            if (step.Reading.Nodes.Id(entry.Key, "then") is { } outcome
                && step.Block.Go(entry.Value, step, $"then.{outcome.Value}") is { } target)
            {
                answers.Add(new(outcome.Value, entry.Key.At, target));
            }
        }

        return answers;
    }
}
