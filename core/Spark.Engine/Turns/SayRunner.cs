using Spark.Engine.Definitions;
using Spark.Expressions;
using Spark.Messages;

namespace Spark.Engine.Turns;

/// <summary>Makes the message of a <c>say</c>.</summary>
internal static class SayRunner
{
    public static void Say(Turn turn, SayStep say)
    {
        var parts = new List<MessagePart>(2);
        if (say.Text is { } wording && Speech.Render(turn, wording) is var text && !string.IsNullOrWhiteSpace(text))
        {
            parts.Add(new TextPart(text));
        }

        foreach (var medium in say.Media)
        {
            parts.Add(Medium(turn, medium));
        }

        if (say.Card is { } card)
        {
            parts.Add(Cards.Render(turn, card));
        }

        AddChoices(turn, say, parts);
        if (parts.Count > 0)
        {
            if (say.Delay is { } delay)
            {
                parts.Insert(0, new TypingPart(delay));
            }

            Speech.Send(turn, parts);
        }
    }

    private static void AddChoices(Turn turn, SayStep say, List<MessagePart> parts)
    {
        if (say.Items.Count > 0)
        {
            parts.Add(new ItemsPart([.. say.Items.Select(item => Item(turn, say, item))], say.Layout));
        }

        if (say.Buttons.Count > 0)
        {
            parts.Add(new ChoicesPart([.. say.Buttons.Select(button => Choice(turn, say, button))]) { AreReplies = say.AreReplies });
        }

        if (say.Buttons.Count > 0 || say.Items.Count > 0)
        {
            var isMenu = say.AllButtons.Any(button => button.Link is null);
            turn.State = turn.State with { Menu = isMenu ? new(turn.Top.Id, turn.Top.Step) : null };
        }
    }

    private static Item Item(Turn turn, SayStep say, ItemDefinition item) => new()
    {
        Title = Speech.Render(turn, item.Title),
        Subtitle = item.Subtitle is { } subtitle ? Speech.Render(turn, subtitle) : null,
        Image = item.Image is { } image ? WebAddress(turn, image, $"picture of item '{item.Id}'") : null,
        Link = item.Link is { } link ? Address(turn, link, $"link of item '{item.Id}'") : null,
        Choices = [.. item.Buttons.Select(button => Choice(turn, say, button))],
    };

    private static Choice Choice(Turn turn, SayStep say, Button button)
    {
        var label = Speech.Render(turn, button.Title);
        return button.Link is { } link
            ? new() { Label = label, Link = Address(turn, link, $"link of button '{button.Id}'") }
            : new() { Label = label, Token = ChoiceToken.ForMenu(turn.Top.Id, say, button) };
    }

    private static FilePart Medium(Turn turn, MediaDefinition medium)
    {
        var address = WebAddress(turn, medium.Address, $"address of the {medium.Kind}");
        var name = Uri.UnescapeDataString(address.Segments[^1].Trim('/'));
        var title = medium.Title is { } text ? Speech.Render(turn, text) : name.Length > 0 ? name : address.Host;
        return new(title, MediaTypes.Of(medium.Kind, name), address);
    }

    private static Uri Address(Turn turn, TextTemplate template, string what) =>
        Uri.TryCreate(template.Evaluate(turn.Scope(), turn.Options).ToText(), UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" or "mailto" or "tel"
            ? uri
            : throw turn.Fault("SPK13005", $"The {what} is not an address: it must begin with https:, http:, mailto: or tel:.");

    private static Uri WebAddress(Turn turn, TextTemplate template, string what) =>
        Uri.TryCreate(template.Evaluate(turn.Scope(), turn.Options).ToText(), UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http"
            ? uri
            : throw turn.Fault("SPK13005", $"The {what} is not an address: it must begin with https: or http:.");
}
