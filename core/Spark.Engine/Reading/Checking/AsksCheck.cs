using Spark.Engine.Definitions;
using Spark.Engine.Reading.Drafts;

namespace Spark.Engine.Reading.Checking;

/// <summary>A question asks for what a person can answer, and its choices are values of its variable.</summary>
internal sealed class AsksCheck : ICheck
{
    private const string Choice = "choice";

    public void Run(ReadingContext reading)
    {
        var dialogs = reading.Draft.Dialogs.ToLookup(dialog => dialog.Id, StringComparer.Ordinal);
        foreach (var ask in reading.Draft.Asks)
        {
            var local = dialogs[ask.Dialog].FirstOrDefault()?.Locals.GetValueOrDefault(ask.Into);
            if (local is not null || reading.Draft.Variables.TryGetValue(ask.Into, out local))
            {
                Check(ask, local, reading.Findings);
            }
        }
    }

    private static void Check(AskUse ask, VariableDefinition variable, FindingBag findings)
    {
        if (variable.Type is "object" or "list")
        {
            findings.Error(
                FindingCodes.CannotBeAsked,
                ask.At,
                $"'{ask.Into}' is of type {variable.Type}, which nobody can type.",
                "Ask for a variable of another type; an action can save values of this one.");
        }

        if (ask.Prefer is { } prefer && variable.Type is not ("date" or "date-time"))
        {
            findings.Error(
                FindingCodes.FieldsDoNotFit,
                prefer,
                $"'prefer' tells which day is meant, and '{ask.Into}' is of type {variable.Type}.",
                "Leave it out, or ask for a variable of type date or date-time.");
        }

        if (ask.Choices is not { } choices)
        {
            return;
        }

        if (variable.Type != Choice)
        {
            findings.Error(
                FindingCodes.CannotBeAsked,
                ask.At,
                $"The question offers choices, and '{ask.Into}' is of type {variable.Type}.",
                $"Declare it as a choice: {{ type: choice, values: [{string.Join(", ", choices.Select(choice => choice.Key))}] }}.");
            return;
        }

        // A name of the dialog's own lists no values: the question does.
        foreach (var (value, at) in choices.Where(choice => variable.Values.Count > 0 && !variable.Values.Contains(choice.Key, StringComparer.Ordinal)))
        {
            findings.Error(
                FindingCodes.UnknownChoice,
                at,
                $"'{value}' is not a value of '{ask.Into}'.",
                NearestName.Suggest(value, variable.Values, $"Its values are {string.Join(", ", variable.Values)}."));
        }
    }
}
