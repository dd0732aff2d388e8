using System.Text.RegularExpressions;
using Spark.Engine.Reading.Drafts;

namespace Spark.Engine.Reading.Checking;

/// <summary>Nobody means to show a variable's name in braces: two braces, as other systems write them, stand for one.</summary>
internal sealed partial class BracesCheck : ICheck
{
    public void Run(ReadingContext reading)
    {
        foreach (var text in reading.Draft.Texts.Concat(reading.Draft.Locales.SelectMany(locale => locale.Texts, (_, text) => text.Value)))
        {
            if (text.Template.Text.Contains("{{", StringComparison.Ordinal)
                && Doubled().Match(text.Template.Text) is { Success: true } found
                && IsName(found.Groups["name"].Value, reading.Draft))
            {
                reading.Findings.Warning(
                    FindingCodes.DoubledBraces,
                    text.At,
                    $"Two braces stand for one that is shown: this says {{{found.Groups["name"].Value}}} to the person.",
                    $"Write {{{found.Groups["name"].Value}}} for the variable's value.");
            }
        }
    }

    private static bool IsName(string path, BotDraft draft)
    {
        var name = path.Split('.')[0];
        return draft.Variables.ContainsKey(name) || ExpressionScope.Known.Contains(name);
    }

    [GeneratedRegex(@"\{\{\s*(?<name>[A-Za-z][A-Za-z0-9]*(\.[A-Za-z][A-Za-z0-9]*)*)\s*\}\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Doubled();
}
