using Spark.Engine.Definitions;
using Spark.Engine.Reading.Drafts;
using Spark.Expressions;
using Spark.Expressions.Analysis;

namespace Spark.Engine.Reading.Checking;

/// <summary>What is compared can be equal: the kinds fit, and a choice is compared with words that it has.</summary>
internal sealed class ComparisonsCheck : ICheck
{
    private static readonly Dictionary<string, ValueKind> System = new(StringComparer.Ordinal)
    {
        ["sys.channel"] = ValueKind.String,
        ["sys.channelInstance"] = ValueKind.String,
        ["sys.language"] = ValueKind.String,
        ["sys.intent"] = ValueKind.String,
        ["sys.now"] = ValueKind.String,
        ["sys.misses"] = ValueKind.Number,
        ["sys.user.id"] = ValueKind.String,
        ["sys.user.name"] = ValueKind.String,
        ["sys.user.email"] = ValueKind.String,
        ["sys.user.language"] = ValueKind.String,
        ["sys.user.verified"] = ValueKind.Boolean,
    };

    public void Run(ReadingContext reading)
    {
        if (!reading.Draft.HasBotFile)
        {
            return;
        }

        foreach (var use in reading.Draft.Expressions)
        {
            foreach (var comparison in use.Expression.Analysis.Comparisons)
            {
                Check(use, comparison, comparison.Left, comparison.Right, reading);
                if (comparison.Operator != "in")
                {
                    Check(use, comparison, comparison.Right, comparison.Left, reading);
                }
            }

            foreach (var calculation in use.Expression.Analysis.Calculations)
            {
                CheckNumbers(use, calculation, reading);
            }
        }
    }

    private static void Check(ExpressionUse use, Comparison comparison, ComparedValue side, ComparedValue other, ReadingContext reading)
    {
        if (side.Field is not { } field || KindOf(field.Name, use, reading.Draft) is not { } kind)
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

        if (comparison.Operator != "in" && OtherKind(other, use, reading.Draft) is { } given && given != kind && given != ValueKind.Null)
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

        if (kind == ValueKind.String && comparison.Operator is "=" or "!=" or "in")
        {
            foreach (var literal in other.Literals.Where(literal => literal.Kind == ValueKind.String))
            {
                CheckWord(use, field, literal.AsString(), other, reading);
            }
        }
    }

    private static void CheckNumbers(ExpressionUse use, Comparison calculation, ReadingContext reading)
    {
        foreach (var side in new[] { calculation.Left, calculation.Right })
        {
            if (OtherKind(side, use, reading.Draft) is { } kind and not (ValueKind.Number or ValueKind.Null) && !IsMarked(side, use, reading))
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
        side.Field is { } field && Variable(field.Name, use, reading.Draft) is { Type: "text" };

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
        "sys.intent" => reading.Draft.HasAllIntents ? [.. reading.Draft.Intents.Select(intent => intent.Name)] : null,
        _ => Variable(name, use, reading.Draft) is { Type: "choice" } choice ? choice.Values : null,
    };

    private static ValueKind? OtherKind(ComparedValue value, ExpressionUse use, BotDraft draft) =>
        value.Kind ?? (value.Field is { } field ? KindOf(field.Name, use, draft) : null);

    private static ValueKind? KindOf(string name, ExpressionUse use, BotDraft draft) =>
        System.TryGetValue(name, out var known) ? known : Variable(name, use, draft) is { } variable ? VariableKinds.Of(variable) : null;

    // A result hides variables of its fields' names, and nothing is known of those.
    private static VariableDefinition? Variable(string name, ExpressionUse use, BotDraft draft) =>
        use.Scope.SeesResult || draft.Misfits.Contains(name) ? null : draft.Variables.GetValueOrDefault(name);
}
