using Spark.Engine.Definitions;
using Spark.Engine.Reading.Drafts;
using Spark.Understanding.Values;

namespace Spark.Engine.Reading.Checking;

/// <summary>A question asks for what a person can answer, and its choices are values of its variable.</summary>
internal sealed class AsksCheck : ICheck
{
    private const string Choice = "choice";

    public void Run(ReadingContext reading)
    {
        foreach (var ask in reading.Draft.Asks)
        {
            if (reading.Draft.Variables.TryGetValue(ask.Into, out var variable))
            {
                Check(ask, variable, reading.Findings);
            }
        }
    }

    private static void Check(AskUse ask, VariableDefinition variable, FindingBag findings)
    {
        if (ValueParsers.Find(variable.Type) is null)
        {
            findings.Error(
                FindingCodes.CannotBeAsked,
                ask.At,
                $"'{ask.Into}' is of type {variable.Type}, which nobody can type.",
                "Ask for a variable of another type; an action can save values of this one.");
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

        foreach (var (value, at) in choices.Where(choice => !variable.Values.Contains(choice.Key, StringComparer.Ordinal)))
        {
            findings.Error(
                FindingCodes.UnknownChoice,
                at,
                $"'{value}' is not a value of '{ask.Into}'.",
                NearestName.Suggest(value, variable.Values, $"Its values are {string.Join(", ", variable.Values)}."));
        }
    }
}
