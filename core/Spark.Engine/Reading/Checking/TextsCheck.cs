using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using Spark.Engine.Definitions;
using Spark.Engine.Reading.Drafts;
using Spark.Expressions;

namespace Spark.Engine.Reading.Checking;

/// <summary>A text shows words: no brace that was left over, no placeholder of another system, and no object.</summary>
internal sealed partial class TextsCheck : ICheck
{
    private static readonly SearchValues<char> Signs = SearchValues.Create("}%<[");

    public void Run(ReadingContext reading)
    {
        foreach (var text in reading.Draft.Texts.Concat(reading.Draft.Locales.SelectMany(locale => locale.Texts, (_, text) => text.Value)))
        {
            if (text.Template.Text.AsSpan().ContainsAny(Signs))
            {
                var shown = Literals(text.Template);
                CheckBraces(text, shown, reading.Findings);
                CheckPlaceholders(text, shown, reading);
            }

            CheckObjects(text, reading);
        }
    }

    // What stands between the expressions.
    public static string Literals(TextTemplate template)
    {
        var (literals, from) = (new StringBuilder(), 0);
        foreach (var expression in template.Expressions)
        {
            literals.Append(template.Text.AsSpan(from, expression.Offset - 1 - from)).Append(' ');
            from = expression.Offset + expression.Text.Length + 1;
        }

        return literals.Append(template.Text.AsSpan(from)).ToString();
    }

    private static void CheckBraces(Text text, string shown, FindingBag findings)
    {
        if (shown.Replace("}}", "", StringComparison.Ordinal).Contains('}', StringComparison.Ordinal))
        {
            findings.Warning(
                FindingCodes.BadText, text.At, "A brace closes here that none has opened: it is shown to the person.", "Open it before the name, take it out, or write }} for one that is meant to be seen.");
        }
    }

    private static void CheckPlaceholders(Text text, string shown, ReadingContext reading)
    {
        if (shown.AsSpan().ContainsAny('%', '<', '[') && Foreign().Match(shown) is { Success: true } found && reading.Draft.Variables.ContainsKey(found.Groups["name"].Value))
        {
            reading.Findings.Warning(
                FindingCodes.DoubledBraces, text.At, $"This says {found.Value} to the person.", $"Write {{{found.Groups["name"].Value}}} for the variable's value.");
        }
    }

    private static void CheckObjects(Text text, ReadingContext reading)
    {
        foreach (var use in text.Template.Expressions.Select(reading.Draft.UseOf).OfType<ExpressionUse>())
        {
            if (FieldKinds.Variable(use.Expression.Text.Trim(), use, reading.Draft) is { Type: "object" or "list" } variable)
            {
                reading.Findings.Warning(
                    FindingCodes.ObjectShown,
                    use.PositionOf(use.Expression.Offset),
                    $"'{variable.Name}' is {(variable.Type == "list" ? "a list" : "an object")}: the person would read brackets and quotes.",
                    variable.Type == "list" ? $"Join it: {{$join({variable.Name}, \", \")}}." : $"Name what is to be read of it: {{{variable.Name}.number}}.");
            }
        }
    }

    [GeneratedRegex(@"%(?<name>[a-z][A-Za-z0-9]*)%|<(?<name>[a-z][A-Za-z0-9]*)>|\[(?<name>[a-z][A-Za-z0-9]*)\]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Foreign();
}
