using Spark.Engine.Definitions;

namespace Spark.Engine.Reading.Dialogs;

/// <summary>Holds that what can be chosen can be told apart.</summary>
internal static class Labels
{
    public static void RequireDifferent(IEnumerable<Text> labels, ReadingContext reading)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var label in labels.Where(label => label.Template.Text.Length > 0 && !seen.Add(label.Template.Text.Trim())))
        {
            reading.Findings.Error(
                FindingCodes.SameLabel,
                label.At,
                $"Another choice of this step reads \"{label.Template.Text}\", too: who writes it instead of pressing it cannot be understood.",
                "Give each its own words.");
        }
    }

    /// <summary>Holds that no choice's synonym is what another one is called, which is taken for that one.</summary>
    public static void RequireOwnSynonyms(IReadOnlyList<ChoiceDefinition> choices, ReadingContext reading)
    {
        foreach (var choice in choices)
        {
            foreach (var synonyms in choice.Synonyms)
            {
                foreach (var word in synonyms.Template.Text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                {
                    if (choices.FirstOrDefault(other => other != choice && string.Equals(other.Label.Template.Text.Trim(), word, StringComparison.OrdinalIgnoreCase)) is { } other)
                    {
                        reading.Findings.Warning(
                            FindingCodes.SameLabel, synonyms.At, $"'{word}' is what the choice '{other.Value}' is called: who writes it means that one.", "Leave it out of these synonyms, or call the other one otherwise.");
                    }
                }
            }
        }
    }
}
