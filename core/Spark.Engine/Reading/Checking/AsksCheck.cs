using System.Globalization;
using System.Text.RegularExpressions;
using Spark.Engine.Definitions;
using Spark.Engine.Reading.Drafts;
using Spark.Engine.Reading.Files;
using Spark.Expressions;

namespace Spark.Engine.Reading.Checking;

/// <summary>A question asks for what a person can answer, and its choices are values of its variable.</summary>
internal sealed partial class AsksCheck : ICheck
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

        foreach (var ask in reading.Draft.Dialogs.SelectMany(dialog => dialog.Locals.Count > 0 ? [] : dialog.Steps).OfType<AskStep>())
        {
            CheckOffers(ask, reading);
        }

        foreach (var suggest in reading.Draft.Dialogs.SelectMany(dialog => dialog.Steps).OfType<AskStep>().Select(step => step.Suggest).OfType<Expression>())
        {
            if (reading.Draft.UseOf(suggest) is { } use && FieldKinds.Of(use, reading.Draft) is ValueKind.String or ValueKind.Number or ValueKind.Boolean)
            {
                reading.Findings.Error(
                    FindingCodes.WrongValue, use.Scalar.At, "'suggest' offers the items of a list, and this is none.", "Name a variable of type list, or write the items: [\"one\", \"two\"].");
            }
        }
    }

    // What is offered and is no answer is asked again.
    private static void CheckOffers(AskStep ask, ReadingContext reading)
    {
        if (ask.Suggest is not { } suggest || reading.Draft.Variables.GetValueOrDefault(ask.Into) is not { Type: Choice or "number" or "integer" } variable || reading.Draft.UseOf(suggest) is not { } use)
        {
            return;
        }

        foreach (Match offered in Offered().Matches(suggest.Text).Where(_ => suggest.Text.TrimStart().StartsWith('[') && !suggest.Text.Contains(':', StringComparison.Ordinal)))
        {
            var word = offered.Groups["word"].Value;
            var isAnswer = variable.Type == Choice
                ? variable.Values.Count == 0 || variable.Values.Contains(word, StringComparer.OrdinalIgnoreCase)
                : double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && DefaultReader.Fits(variable, Value.From(number));
            if (!isAnswer)
            {
                reading.Findings.Warning(
                    FindingCodes.WrongValue,
                    use.PositionOf(offered.Index),
                    $"The question offers \"{word}\", which is no value that '{ask.Into}' can have.",
                    variable.Type == Choice ? NearestName.Suggest(word, variable.Values, $"Its values are {string.Join(", ", variable.Values)}.") : "Offer what a person could answer: its type, 'min' and 'max' in bot.yaml tell which.");
            }
        }
    }

    [GeneratedRegex("""["'](?<word>[^"']*)["']""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Offered();

    private static void Check(AskUse ask, VariableDefinition variable, FindingBag findings)
    {
        if (variable is { Type: CompositeReader.Type, Composite.Patterns.Count: 0 } && !findings.IsReported(variable.At))
        {
            findings.Error(
                FindingCodes.CannotBeAsked,
                ask.At,
                $"'{ask.Into}' is a composite of this dialog's own, of which nothing says how people write it.",
                "Ask for a variable of bot.yaml, which has 'parts' and 'patterns', and 'set' this one to it.");
        }

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
