using System.Text.RegularExpressions;
using Spark.Engine.Definitions;
using Spark.Engine.Reading.Drafts;
using Spark.Expressions;
using Spark.Expressions.Analysis;

namespace Spark.Engine.Reading.Checking;

/// <summary>What is compared can be equal: the kinds fit, and a choice is compared with words that it has.</summary>
internal sealed partial class ComparisonsCheck : ICheck
{
    public void Run(ReadingContext reading)
    {
        if (!reading.Draft.HasBotFile)
        {
            return;
        }

        foreach (var use in reading.Draft.Expressions)
        {
            CheckLetters(use, reading.Findings);
            foreach (var calculation in use.Expression.Analysis.Calculations)
            {
                CheckNumbers(use, calculation, reading);
            }

            foreach (var comparison in use.Expression.Analysis.Comparisons)
            {
                Check(use, comparison, comparison.Left, comparison.Right, reading);
                if (comparison.Operator != "in")
                {
                    Check(use, comparison, comparison.Right, comparison.Left, reading);
                }
            }
        }
    }

    private static void Check(ExpressionUse use, Comparison comparison, ComparedValue side, ComparedValue other, ReadingContext reading)
    {
        // What a function gives has a kind, too.
        if (side is { Field: null, Kind: { } result, Literals: [] } && comparison.Operator != "in" && other.Literals is [{ } fixedValue] && fixedValue.Kind != result
            && fixedValue.Kind is ValueKind.String or ValueKind.Number or ValueKind.Boolean && result is ValueKind.String or ValueKind.Number or ValueKind.Boolean
            && !reading.Findings.IsReportedIn(use.Scalar.At))
        {
            reading.Findings.Error(
                FindingCodes.NeverEqual,
                use.PositionOf(side.Start),
                $"This is {VariableKinds.Name(result)} and is compared with {VariableKinds.Name(fixedValue.Kind)}: that never holds.",
                result == ValueKind.Number && !IsChain(result, fixedValue.Kind) ? "Write the number without quotes."
                    : IsChain(result, fixedValue.Kind) ? "Compare twice, and join the two: 3 < copies and copies < 9." : "Compare values of one kind.");
            return;
        }

        if (comparison.Operator == "in" && side is { Field: null, Literals: [{ Kind: ValueKind.String } word] } && other.Field is { } whole && FieldKinds.Of(other, use, reading.Draft) == ValueKind.String)
        {
            reading.Findings.Warning(
                FindingCodes.NeverEqual,
                use.PositionOf(side.Start),
                $"'in' looks for a whole value in a list, and '{whole.Name}' is one text: it holds only where that is \"{word.AsString()}\" and nothing else.",
                $"Look for a part of a text: $contains({whole.Name}, \"{word.AsString()}\").");
            return;
        }

        if (side.Field is not { } field || FieldKinds.Of(field.Name, use, reading.Draft) is not { } kind)
        {
            return;
        }

        if (comparison.Operator is "=" or "!=" && other.Literals is [{ Kind: ValueKind.Null }] && reading.Draft.Variables.ContainsKey(field.Name))
        {
            reading.Findings.Warning(
                FindingCodes.UnknownValue,
                use.PositionOf(other.Start),
                $"'{field.Name}' is never null: a variable without a value is missing.",
                $"Ask whether it is there: $exists({field.Name}), or $not($exists({field.Name})).");
            return;
        }

        if (comparison.Operator != "in" && FieldKinds.Of(other, use, reading.Draft) is { } given && given != kind && given != ValueKind.Null)
        {
            // Two fields are seen from both sides, and reported from the left.
            if (other.Field is null || side.Start < other.Start)
            {
                reading.Findings.Error(
                    FindingCodes.NeverEqual,
                    use.PositionOf(side.Start),
                    $"'{field.Name}' is {VariableKinds.Name(kind)} and is compared with {VariableKinds.Name(given)}: that never holds.",
                    kind == ValueKind.Number ? "Write the number without quotes." : kind == ValueKind.Boolean ? "Compare it with true or false, without quotes." : "Compare values of one kind.");
            }

            return;
        }

        if (comparison.Operator == "in" && other.Literals.Count > 0 && other.Literals.All(literal => literal.Kind != kind))
        {
            reading.Findings.Error(
                FindingCodes.NeverEqual,
                use.PositionOf(side.Start),
                $"'{field.Name}' is {VariableKinds.Name(kind)} and is none of a list of {VariableKinds.Name(other.Literals[0].Kind)}: that never holds.",
                kind == ValueKind.Number ? "Write the numbers without quotes." : "List values of its kind.");
            return;
        }

        if (FieldKinds.Variable(field.Name, use, reading.Draft) is { } variable)
        {
            CheckForm(use, variable, other, reading);
        }

        if (kind == ValueKind.String && comparison.Operator is "=" or "!=" or "in")
        {
            foreach (var literal in other.Literals.Where(literal => literal.Kind == ValueKind.String))
            {
                CheckWord(use, field, literal.AsString(), other, reading);
            }
        }
    }

    // What was made small has no capitals any more.
    private static void CheckLetters(ExpressionUse use, FindingBag findings)
    {
        if (!use.Expression.Text.Contains("case(", StringComparison.Ordinal))
        {
            return;
        }

        foreach (Match found in Lettered().Matches(use.Expression.Text))
        {
            var (word, isSmall) = (found.Groups["word"].Value, found.Groups["function"].Value == "lowercase");
            var meant = isSmall ? word.ToLowerInvariant() : word.ToUpperInvariant();
            if (meant != word)
            {
                findings.Warning(
                    FindingCodes.UnknownValue,
                    use.PositionOf(use.Expression.Offset + found.Groups["word"].Index - 1),
                    $"What ${found.Groups["function"].Value} gives is never \"{word}\".",
                    $"Write \"{meant}\".");
            }
        }
    }

    [GeneratedRegex("""(?<!&\s*)\$(?<function>lowercase|uppercase)\([^()]*\)\s*!?=\s*["'](?<word>[^"']*)["'](?!\s*&)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Lettered();

    // A comparison within a comparison is true or false, as in 3 < a < 9.
    private static bool IsChain(ValueKind kind, ValueKind given) => (kind, given) is (ValueKind.Boolean, ValueKind.Number) or (ValueKind.Number, ValueKind.Boolean);

    // Days and times are texts of one form, which is also that of their order.
    private static void CheckForm(ExpressionUse use, VariableDefinition variable, ComparedValue other, ReadingContext reading)
    {
        if (variable.Type == "date" && other.Field is { Name: "sys.now" or "sys.localNow" } moment)
        {
            reading.Findings.Warning(
                FindingCodes.NeverEqual,
                use.PositionOf(other.Start),
                $"'{variable.Name}' is a day and '{moment.Name}' a moment: they are never equal, and a whole day counts as before each of its moments.",
                "Compare it with the person's day: sys.today.");
        }

        if (variable.Type is "date" or "time" && other.Literals.Any(literal => literal.Kind == ValueKind.String && !Files.DefaultReader.Fits(variable, literal)))
        {
            reading.Findings.Warning(
                FindingCodes.UnknownValue,
                use.PositionOf(other.Start),
                $"'{variable.Name}' is of type {variable.Type}, and this is no value of it.",
                variable.Type == "date" ? "Write a day that there is as \"2026-05-01\"; sys.today is the person's." : "Write a time as \"09:30\".");
        }
    }

    private static void CheckNumbers(ExpressionUse use, Comparison calculation, ReadingContext reading)
    {
        foreach (var side in new[] { calculation.Left, calculation.Right })
        {
            if (FieldKinds.Of(side, use, reading.Draft) is { } kind and not (ValueKind.Number or ValueKind.Null) && !IsMarked(side, use, reading))
            {
                reading.Findings.Error(
                    FindingCodes.NoNumber,
                    use.PositionOf(side.Start),
                    $"'{calculation.Operator}' calculates with numbers, and this is {VariableKinds.Name(kind)}.",
                    calculation.Operator == "+" ? "Texts are joined with '&'." : "Make it a number with $number(…).");
                return;
            }
        }
    }

    // A text that is declared as one may hold digits, and is a number where it is calculated with only by $number.
    private static bool IsMarked(ComparedValue side, ExpressionUse use, ReadingContext reading) =>
        side.Field is { } field && FieldKinds.Variable(field.Name, use, reading.Draft) is { Type: "text" };

    private static void CheckWord(ExpressionUse use, NamedReference field, string word, ComparedValue other, ReadingContext reading)
    {
        if (WordsOf(field.Name, use, reading) is { Count: > 0 } words && !words.Contains(word, StringComparer.Ordinal))
        {
            reading.Findings.Warning(
                FindingCodes.UnknownValue,
                use.PositionOf(other.Start),
                $"'{field.Name}' is never \"{word}\".",
                NearestName.Suggest(word, words, $"It is one of {string.Join(", ", words)}."));
        }
    }

    private static IReadOnlyList<string>? WordsOf(string name, ExpressionUse use, ReadingContext reading) => name switch
    {
        "sys.channel" => reading.Offers.Channels.Count == 0 ? null : [.. reading.Offers.Channels.Keys.Order(StringComparer.Ordinal)],
        "sys.language" or "sys.user.language" => reading.Draft.Languages,
        "sys.messageType" => SystemNames.MessageTypes,
        "sys.dialog" or "sys.previousDialog" => [.. reading.Draft.DialogNames],
        "sys.changed" => [.. reading.Draft.Changed.Keys],
        "sys.intent" => reading.Draft.HasAllIntents ? [.. reading.Draft.Intents.Select(intent => intent.Name)] : null,
        _ => FieldKinds.Variable(name, use, reading.Draft) is { Type: "choice" } choice ? choice.Values : null,
    };
}
