using Spark.Engine.Definitions;
using Spark.Engine.Reading.Dialogs;

namespace Spark.Engine.Reading.Checking;

/// <summary>What can be chosen can be told apart in every language.</summary>
internal sealed class TranslatedLabelsCheck : ICheck
{
    public void Run(ReadingContext reading)
    {
        // Of buttons and choices this is told where they are read.
        foreach (var confirm in reading.Draft.Dialogs.SelectMany(dialog => dialog.Steps).OfType<ConfirmStep>())
        {
            Labels.RequireDifferent(LabelsOf(confirm), reading);
        }

        var steps = reading.Draft.Dialogs.SelectMany(dialog => dialog.Steps).Select(LabelsOf).Where(labels => labels.Count > 1).ToList();
        foreach (var locale in reading.Draft.Locales)
        {
            var texts = new Dictionary<string, Text>(StringComparer.Ordinal);
            foreach (var (_, text) in locale.Texts)
            {
                texts.TryAdd(text.Key, text);
            }

            foreach (var labels in steps)
            {
                var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
                foreach (var label in labels.Select(label => texts.GetValueOrDefault(label.Key)).OfType<Text>())
                {
                    if (!seen.Add(label.Template.Text.Trim()))
                    {
                        reading.Findings.Error(
                            FindingCodes.SameLabel,
                            label.At,
                            $"Another choice of this step reads \"{label.Template.Text}\" in '{locale.Language}', too: who writes it instead of pressing it cannot be understood.",
                            "Give each its own words.");
                    }
                }
            }
        }
    }

    private static IReadOnlyList<Text> LabelsOf(Step step) => step switch
    {
        SayStep say => [.. say.AllButtons.Select(button => button.Title)],
        AskStep ask => [.. ask.Choices.Select(choice => choice.Label)],
        ConfirmStep confirm => [.. new[] { confirm.Accept, confirm.Decline }.OfType<Text>()],
        _ => [],
    };
}
