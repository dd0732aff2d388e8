using System.Globalization;
using Spark.Engine.Definitions;
using Spark.Expressions;

namespace Spark.Engine.Reading.Checking;

/// <summary>Says what an enabled channel will show in a simpler way, and what it will split or cut.</summary>
internal sealed class ChannelLimitsCheck : ICheck
{
    public void Run(ReadingContext reading)
    {
        // Without an environment nobody has said that the bot is to answer there.
        if (reading.Offers.EnabledChannels is null)
        {
            return;
        }

        var channels = BotChannels.Of(reading);
        if (channels.Count == 0)
        {
            return;
        }

        var flow = new ChannelFlow(reading.Draft, channels, knowsInstances: true);
        var translations = reading.Draft.Locales
            .SelectMany(locale => locale.Texts)
            .ToLookup(text => text.Value.Key, text => text.Value, StringComparer.Ordinal);
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var dialog in reading.Draft.Dialogs)
        {
            for (var i = 0; i < dialog.Steps.Count; i++)
            {
                foreach (var channel in flow.At(dialog, i).DistinctBy(channel => channel.Channel, StringComparer.Ordinal))
                {
                    if (reading.Offers.Channels.TryGetValue(channel.Channel, out var profile))
                    {
                        Check(dialog.Steps[i], channel.Channel, profile, translations, told, reading.Findings);
                    }
                }
            }
        }
    }

    private static void Check(
        Step step, string channel, ChannelProfile profile, ILookup<string, Text> translations, HashSet<string> told, FindingBag findings)
    {
        var (text, labels) = Parts(step);
        foreach (var one in (text is null ? [] : text.Others.Prepend(text)).SelectMany(wording => translations[wording.Key].Prepend(wording)))
        {
            if (profile.TextLength is { } most && Length(one.Template) > most)
            {
                findings.Warning(
                    FindingCodes.TextTooLong,
                    one.At,
                    string.Create(CultureInfo.InvariantCulture, $"This text has {Length(one.Template)} characters, and '{channel}' shows {most} at once: it is sent in parts."),
                    "Shorten it, or make it two steps.");
            }
        }

        if (labels.Count == 0 || profile.Choices is not { } buttons)
        {
            return;
        }

        if (buttons == 0)
        {
            NoteOnce(step, channel, told, findings);
            return;
        }

        if (labels.Count > buttons)
        {
            findings.Warning(
                FindingCodes.TooManyChoices,
                step.At,
                string.Create(CultureInfo.InvariantCulture, $"This step has {labels.Count} choices, and '{channel}' shows {buttons} as buttons: they become a numbered list."),
                "Offer fewer, or ask in two steps.");
            return;
        }

        foreach (var label in labels.SelectMany(label => translations[label.Key].Prepend(label)))
        {
            if (profile.ChoiceLength is { } most && Length(label.Template) > most)
            {
                findings.Warning(
                    FindingCodes.LabelTooLong,
                    label.At,
                    string.Create(CultureInfo.InvariantCulture, $"This label has {Length(label.Template)} characters, and '{channel}' shows {most}: the choices become a numbered list."),
                    "Shorten the label.");
            }
        }
    }

    // A channel without buttons is one that the operator chose: once is enough.
    private static void NoteOnce(Step step, string channel, HashSet<string> told, FindingBag findings)
    {
        if (told.Add(channel))
        {
            findings.Note(
                FindingCodes.NoButtons,
                step.At,
                $"'{channel}' has no buttons: there the choices of this step, and of all others, are a numbered list.",
                "Nothing has to be done: people answer with the number or the words.");
        }
    }

    private static (Text? Text, IReadOnlyList<Text> Labels) Parts(Step step) => step switch
    {
        SayStep say => (say.Text, [.. say.AllButtons.Select(button => button.Title)]),
        AskStep ask => (ask.Question, [.. ask.Choices.Select(choice => choice.Label)]),
        ConfirmStep confirm => (confirm.Question, [.. new[] { confirm.Accept, confirm.Decline }.OfType<Text>()]),
        _ => (null, []),
    };

    // What expressions put in is not known, and counts for nothing.
    private static int Length(TextTemplate template) =>
        template.Text.Length - template.Expressions.Sum(expression => expression.Text.Length + 2);
}
