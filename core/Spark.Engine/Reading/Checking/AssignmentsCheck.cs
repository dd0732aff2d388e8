using Spark.Engine.Definitions;
using Spark.Engine.Reading.Drafts;
using Spark.Engine.Reading.Files;
using Spark.Expressions;

namespace Spark.Engine.Reading.Checking;

/// <summary>What is set fits the variable: a number into a number, and one of its words into a choice.</summary>
internal sealed class AssignmentsCheck : ICheck
{
    public void Run(ReadingContext reading)
    {
        var draft = reading.Draft;
        foreach (var assignment in draft.Dialogs.SelectMany(dialog => dialog.Steps).SelectMany(Of).Concat(draft.Actions.SelectMany(action => action.Deeds).SelectMany(Of)))
        {
            if (draft.Variables.TryGetValue(assignment.Name, out var variable))
            {
                Check(variable, assignment, reading);
            }
        }
    }

    private static IEnumerable<Assignment> Of(Step step) => step switch
    {
        SetStep set => set.Assignments,
        SayStep say => say.Buttons.SelectMany(button => button.Set),
        _ => [],
    };

    private static IEnumerable<Assignment> Of(Deed deed) => deed switch
    {
        SetDeed set => set.Assignments,
        AwaitingDeed awaiting => awaiting.Save,
        _ => [],
    };

    private static void Check(VariableDefinition variable, Assignment assignment, ReadingContext reading)
    {
        var analysis = assignment.Value.Analysis;
        var literal = analysis.Literal;
        if (variable.Type == "choice" && literal.Kind == ValueKind.String && !variable.Values.Contains(literal.AsString(), StringComparer.Ordinal))
        {
            reading.Findings.Error(
                FindingCodes.WrongValue,
                assignment.At,
                $"\"{literal.AsString()}\" is not a value of '{variable.Name}'.",
                NearestName.Suggest(literal.AsString(), variable.Values, $"Its values are {string.Join(", ", variable.Values)}."));
            return;
        }

        if (VariableKinds.Of(variable) is { } wanted && KindOf(assignment, reading.Draft) is { } given && given != wanted && given is not ValueKind.Null)
        {
            reading.Draft.Misfits.Add(variable.Name);
            if (variable.Type == "text" && given is ValueKind.Number or ValueKind.Boolean)
            {
                // It is shown as it is written.
                return;
            }

            reading.Findings.Warning(
                FindingCodes.WrongValue,
                assignment.At,
                $"'{variable.Name}' is of type {variable.Type}, and this is {VariableKinds.Name(given)}.",
                "Set a value of its type, or declare the variable with another type.");
            return;
        }

        // An empty text takes a value away, as people see it.
        if (literal is { IsUndefined: false, Kind: not ValueKind.Null } && !IsEmpty(literal) && !DefaultReader.Fits(variable, literal))
        {
            reading.Findings.Warning(
                FindingCodes.WrongValue,
                assignment.At,
                $"{literal.ToJson()} is no value that '{variable.Name}' can have.",
                "Set one that a person could answer: its type, 'min', 'max' and 'pattern' in bot.yaml tell which.");
        }
    }

    private static ValueKind? KindOf(Assignment assignment, BotDraft draft) =>
        draft.UseOf(assignment.Value) is { } use ? FieldKinds.Of(use, draft) : assignment.Value.Analysis.ResultKind;

    private static bool IsEmpty(Value literal) => literal.Kind == ValueKind.String && literal.AsString().Length == 0;
}
