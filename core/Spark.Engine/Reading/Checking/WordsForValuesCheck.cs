using System.Text.RegularExpressions;
using Spark.Engine.Definitions;
using Spark.Engine.Reading.Drafts;
using Spark.Engine.Reading.Yaml;

namespace Spark.Engine.Reading.Checking;

/// <summary>A variable's name is not taken for its value: not in a text within an expression, not in a text, and not in the field of an action.</summary>
internal sealed partial class WordsForValuesCheck : ICheck
{
    public void Run(ReadingContext reading)
    {
        foreach (var use in reading.Draft.Expressions.Where(use => use.Expression.Text.Contains('{', StringComparison.Ordinal)))
        {
            CheckLiterals(use, reading);
        }

        foreach (var text in reading.Draft.Texts.Concat(reading.Draft.Locales.SelectMany(locale => locale.Texts, (_, text) => text.Value)))
        {
            if (text.Template.Text.Contains('$', StringComparison.Ordinal))
            {
                CheckDollars(text, reading);
            }
        }

        foreach (var deed in reading.Draft.DeedUses)
        {
            foreach (var field in Fields(deed.Map, reading.Offers))
            {
                CheckFields(field, deed, reading);
            }
        }
    }

    // A text within an expression is what it is, whatever braces stand in it.
    private static void CheckLiterals(ExpressionUse use, ReadingContext reading)
    {
        foreach (Match found in Braced().Matches(use.Expression.Text))
        {
            var (name, literal) = (found.Groups["name"].Value, found.Groups["literal"].Value);
            if (reading.Draft.Variables.ContainsKey(name) || use.Scope.Names.Contains(name))
            {
                var quote = found.Value[0];
                var (before, after) = (literal[..literal.IndexOf($"{{{name}}}", StringComparison.Ordinal)], literal[(literal.IndexOf($"{{{name}}}", StringComparison.Ordinal) + name.Length + 2)..]);
                var joined = string.Join(" & ", new[] { before.Length > 0 ? $"{quote}{before}{quote}" : "", name, after.Length > 0 ? $"{quote}{after}{quote}" : "" }.Where(part => part.Length > 0));
                reading.Findings.Warning(
                    FindingCodes.DoubledBraces,
                    use.PositionOf(use.Expression.Offset + found.Groups["literal"].Index),
                    $"A text within an expression fills nothing in: this is '{{{name}}}' as it is written.",
                    $"Join it: {joined}.");
            }
        }
    }

    private static void CheckDollars(Text text, ReadingContext reading)
    {
        var shown = TextsCheck.Literals(text.Template);
        if (Called().Match(shown) is { Success: true } call && Spark.Expressions.Expression.FunctionNames.Contains(call.Groups["name"].Value, StringComparer.Ordinal))
        {
            reading.Findings.Warning(FindingCodes.DoubledBraces, text.At, $"This says {call.Value} to the person.", $"Write {{{call.Value}}} for what it works out.");
        }
        else if (Dollar().Match(shown) is { Success: true } found && reading.Draft.Variables.ContainsKey(found.Groups["name"].Value))
        {
            reading.Findings.Warning(FindingCodes.DoubledBraces, text.At, $"This says {found.Value} to the person.", $"Write {{{found.Groups["name"].Value}}} for the variable's value.");
        }
        else
        {
            CheckShells(text, reading);
        }
    }

    // Before an amount a dollar sign is one.
    private static void CheckShells(Text text, ReadingContext reading)
    {
        foreach (var expression in text.Template.Expressions.Where(expression => expression.Offset > 1 && text.Template.Text[expression.Offset - 2] == '$'))
        {
            if (reading.Draft.Variables.GetValueOrDefault(expression.Text.Trim()) is { Type: not ("number" or "integer" or "money" or "object" or "list") } variable)
            {
                reading.Findings.Warning(FindingCodes.DoubledBraces, text.At, $"This says a dollar sign before the value of '{variable.Name}'.", $"Write {{{variable.Name}}} alone.");
            }
        }
    }

    private static IEnumerable<YamlEntry> Fields(YamlMapping map, InstalledOffers offers) => map.Find("offload") is not null
        ? map.Find("fields") is { Value: YamlMapping fields } ? fields.Entries : []
        : map.Entries.Where(entry => !Actions.AwaitingFields.Has(entry.Name) && entry.Name != "id" && !offers.Actions.Contains(entry.Name));

    // A word may be meant; one that its field is called after, or that nobody writes with a capital in it, is not.
    private static void CheckFields(YamlEntry field, DeedUse deed, ReadingContext reading)
    {
        switch (field.Value)
        {
            case YamlMapping map:
                foreach (var entry in map.Entries)
                {
                    CheckFields(entry, deed, reading);
                }

                break;
            case YamlScalar { Value: { Length: > 0 } word } scalar
                when (deed.Scope.Names.Contains(word) || reading.Draft.Variables.ContainsKey(word)) && (word == field.Name || word.Any(char.IsUpper)):
                reading.Draft.UsedVariables.Add(word);
                reading.Findings.Warning(FindingCodes.DoubledBraces, scalar.At, $"This gives the word '{word}', and not what the variable holds.", $"Write \"{{{word}}}\" for its value.");
                break;
        }
    }

    [GeneratedRegex("""(?<quote>["'])(?<literal>[^"'{}]*\{(?<name>[a-z][A-Za-z0-9]*)\}[^"'{}]*)\k<quote>""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Braced();

    [GeneratedRegex(@"\$(?<name>[a-z][A-Za-z]*)\([^()]*\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Called();

    [GeneratedRegex(@"\$(?<name>[a-z][A-Za-z0-9]*)(?![A-Za-z0-9(])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Dollar();
}
