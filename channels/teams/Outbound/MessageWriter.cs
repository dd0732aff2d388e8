using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Spark.Channels.Teams.Cards;
using Spark.Channels.Teams.People;
using Spark.Channels.Teams.Rest;
using Spark.Messages;

namespace Spark.Channels.Teams.Outbound;

/// <summary>
/// Renders a message of the bot as activities, in order. What Teams cannot show is degraded by rule and never dropped; what is too large
/// for one message becomes several.
/// </summary>
/// <param name="logger">Is told what operators should know.</param>
/// <param name="remark">Is told, for designers, what is not shown as it was written; null for nobody.</param>
internal sealed partial class MessageWriter(ILogger<MessageWriter> logger, Action<string>? remark = null)
{
    /// <summary>Well below what any client shows, whatever the characters.</summary>
    private const int LongestText = 24_000;

    /// <summary>Teams takes 100 KB, counted as UTF-16.</summary>
    private const int LargestActivity = 90 * 1024;

    private const int MostSuggested = 3;
    private const int MostCards = 10;

    /// <summary>True for what Teams shows by its address.</summary>
    public static bool IsPicture(FilePart file) =>
        file.Address.Scheme == Uri.UriSchemeHttps && file.MediaType.StartsWith("image/", StringComparison.OrdinalIgnoreCase);

    /// <summary>Renders a message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="address">Where it goes.</param>
    /// <param name="offered">The cards that offer its files; a file without one is named with its address.</param>
    public IReadOnlyList<JsonObject> Write(OutboundMessage message, Address address, IReadOnlyDictionary<FilePart, JsonObject> offered)
    {
        var draft = new ActivityDraft(message, address);
        for (var i = 0; i < message.Parts.Count; i++)
        {
            switch (message.Parts[i])
            {
                case TextPart text:
                    AddText(draft, text.Text);
                    break;
                case ChoicesPart choices:
                    AddChoices(draft, choices, message.Parts, i, address);
                    break;
                case CardPart card:
                    AddCard(draft, card);
                    break;
                case ItemsPart items:
                    AddItems(draft, items, message.Parts, i, address);
                    break;
                case FilePart file when offered.TryGetValue(file, out var card):
                    draft.Attach((JsonObject)card.DeepClone());
                    break;
                case FilePart file when IsPicture(file):
                    draft.Attach(new JsonObject { ["contentType"] = file.MediaType, ["contentUrl"] = file.Address.AbsoluteUri, ["name"] = file.Name });
                    break;
                case TypingPart:
                    draft.Type();
                    break;
                case EventPart:
                    // For programs; on the far side there are only people.
                    break;
                case var other:
                    AddText(draft, PlainText.Render([other]));
                    break;
            }
        }

        return draft.Finish();
    }

    private static void AddText(ActivityDraft draft, string text)
    {
        foreach (var piece in TextSplitter.Split(text, LongestText))
        {
            draft.Say(piece, LongestText);
        }
    }

    private void AddChoices(ActivityDraft draft, ChoicesPart part, IReadOnlyList<MessagePart> parts, int index, Address address)
    {
        var choices = part.Choices;
        if (part.AreReplies && address.IsPersonal && choices.Count <= MostSuggested && choices.All(choice => choice.Link is null))
        {
            draft.Suggest(choices);
        }
        else if (ChoiceButtons.Fit(choices))
        {
            var rows = ChoiceButtons.Rows(choices, part.AnswerOnce, draft.Text, address.IsPersonal ? null : address.PersonId);
            draft.Attach(AdaptiveCard.Attachment(AdaptiveCard.Of(rows)));
        }
        else
        {
            remark?.Invoke("There are more buttons than a card takes, or longer ones: they are a numbered list.");
            AddText(draft, Numbered(parts, index));
        }
    }

    private void AddCard(ActivityDraft draft, CardPart card)
    {
        var problem = CardCheck.Problem(card.Card);
        var node = problem is null ? AdaptiveCard.NodeOf(card.Card) : null;
        if (node is not null && WireText.SizeOf(node) > LargestActivity)
        {
            problem = "it is too large.";
        }

        if (problem is not null)
        {
            LogCardRefused(problem);
            remark?.Invoke($"The card leaves as its fallback text: {problem}");
            AddText(draft, card.FallbackText);
            return;
        }

        draft.Attach(AdaptiveCard.Attachment(node!), card.FallbackText);
    }

    private void AddItems(ActivityDraft draft, ItemsPart part, IReadOnlyList<MessagePart> parts, int index, Address address)
    {
        if (!part.Items.All(item => ChoiceButtons.Fit(item.Choices)))
        {
            remark?.Invoke("An item has more buttons than a card takes, or longer ones: the items are numbered lines.");
            AddText(draft, Numbered(parts, index));
            return;
        }

        var person = address.IsPersonal ? null : address.PersonId;
        var layout = part.Layout == ItemsLayout.Carousel ? "carousel" : "list";
        var size = 0;
        var cards = new List<JsonObject>();
        foreach (var item in part.Items)
        {
            var card = ItemCard.Of(item, person);
            var more = WireText.SizeOf(card);
            if (cards.Count == MostCards || (cards.Count > 0 && size + more > LargestActivity / 2))
            {
                draft.Show(cards, layout);
                (cards, size) = ([], 0);
            }

            cards.Add(card);
            size += more;
        }

        draft.Show(cards, layout);
    }

    // Numbers go through the whole message, as the engine counts them.
    private static string Numbered(IReadOnlyList<MessagePart> parts, int index)
    {
        var before = PlainText.Render([.. parts.Take(index).Where(part => part is ChoicesPart or ItemsPart)]);
        var all = PlainText.Render([.. parts.Take(index + 1).Where(part => part is ChoicesPart or ItemsPart)]);
        return all[before.Length..].TrimStart('\n');
    }

    [LoggerMessage(LogLevel.Warning, "A card left as its fallback text: {Problem}")]
    private partial void LogCardRefused(string problem);
}
