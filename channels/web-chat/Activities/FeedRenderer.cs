using System.Globalization;
using Spark.Messages;

namespace Spark.Channels.WebChat.Activities;

/// <summary>
/// Renders a conversation's feed as activities. Web Chat shows the buttons of the newest message only; so the choices of
/// everything that the bot said since the person last spoke are gathered under the last of its messages, and none is lost.
/// </summary>
internal sealed class FeedRenderer(string botName)
{
    private readonly Account bot = new() { Id = "bot", Name = botName, Role = "bot" };

    public IReadOnlyList<OutgoingActivity> Render(IReadOnlyList<FeedEntry> entries, string conversationId, string userId)
    {
        var activities = new List<OutgoingActivity>();
        var open = new List<Choice>();
        foreach (var entry in entries)
        {
            if (entry.FromPerson)
            {
                Place(open, activities);
                activities.Add(PersonActivity.Of(entry, conversationId, userId));
                continue;
            }

            var template = new OutgoingActivity
            {
                Type = OutgoingActivity.Message,
                Id = entry.Id,
                Timestamp = Stamp(entry.At),
                Conversation = new ConversationReference(conversationId),
                From = entry.Agent is { Length: > 0 } agent ? bot with { Name = agent } : bot,
                ReplyToId = entry.ReplyTo,
            };
            BotActivities.Add(Named(entry), template, activities);
            foreach (var choice in entry.Parts.OfType<ChoicesPart>().SelectMany(part => part.Choices))
            {
                open.RemoveAll(older => older.Label == choice.Label);
                open.Add(choice);
            }
        }

        Place(open, activities);
        return activities;
    }

    // Web Chat shows no names beside messages: who speaks stands in the text.
    private static FeedEntry Named(FeedEntry entry) => entry is { Agent: { Length: > 0 } agent, Parts: [TextPart text, ..] }
        ? entry with { Parts = [new TextPart($"{agent}: {text.Text}"), .. entry.Parts.Skip(1)] }
        : entry;

    public static string Stamp(DateTimeOffset at) => at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    private static void Place(List<Choice> open, List<OutgoingActivity> activities)
    {
        if (open.Count == 0)
        {
            return;
        }

        var last = activities.FindLastIndex(activity => activity.Type == OutgoingActivity.Message);
        activities[last] = activities[last] with
        {
            InputHint = "expectingInput",
            SuggestedActions = new SuggestedActions([.. open.Select(CardAction.Of)]),
        };
        open.Clear();
    }
}
