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
}
