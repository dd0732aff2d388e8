using System.Text.Json;
using Spark.Channels;
using Spark.Messages;
using Spark.Offload;

namespace Spark.Runtime.Texts;

/// <summary>Cleans all texts of events, messages and decisions (<see cref="WellFormedText"/>).</summary>
public static class WellFormedMessages
{
    /// <summary>Cleans an inbound event.</summary>
    public static InboundEvent Clean(InboundEvent inbound)
    {
        ArgumentNullException.ThrowIfNull(inbound);
        var clean = inbound with
        {
            ConversationId = WellFormedText.Clean(inbound.ConversationId),
            Keys = Clean(inbound.Keys),
            Person = Clean(inbound.Person),
            ChannelDetails = Clean(inbound.ChannelDetails),
        };
        return clean switch
        {
            MessageReceived message => message with
            {
                MessageId = WellFormedText.Clean(message.MessageId),
                Parts = Clean(message.Parts),
                ChoiceToken = Clean(message.ChoiceToken),
                Echo = Clean(message.Echo),
            },
            ConversationForwarded forwarded => forwarded with
            {
                Source = WellFormedText.Clean(forwarded.Source),
                Parts = Clean(forwarded.Parts),
                Metadata = Clean(forwarded.Metadata),
                TimeZone = Clean(forwarded.TimeZone),
                Transcript = [.. forwarded.Transcript.Select(line => line with { Text = WellFormedText.Clean(line.Text) })],
            },
            ConversationClosed closed => closed with
            {
                Transcript = [.. closed.Transcript.Select(line => line with { Text = WellFormedText.Clean(line.Text), Agent = Clean(line.Agent) })],
            },
            _ => clean,
        };
    }

    /// <summary>Cleans what a desk reported.</summary>
    public static DeskEvent Clean(DeskEvent report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var keyed = report with { ExternalId = WellFormedText.Clean(report.ExternalId), Keys = Clean(report.Keys) };
        return keyed switch
        {
            AgentJoined joined => joined with { Agent = Clean(joined.Agent) },
            AgentMessage said => said with { Agent = Clean(said.Agent), Parts = Clean(said.Parts) },
            DeskClosed closed => closed with { Agent = Clean(closed.Agent) },
            _ => keyed,
        };
    }

    /// <summary>Cleans what a provider decided, but for what goes on to a channel only.</summary>
    public static OffloadDecision Clean(OffloadDecision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        return decision with
        {
            ExternalId = Clean(decision.ExternalId),
            Ticket = decision.Ticket is { } ticket ? Clean(ticket) : null,
            Notice = Clean(decision.Notice),
            Category = Clean(decision.Category),
            Reason = Clean(decision.Reason),
        };
    }

    /// <summary>Cleans a ticket.</summary>
    public static TicketReference Clean(TicketReference ticket)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        return ticket with
        {
            Number = WellFormedText.Clean(ticket.Number), Id = Clean(ticket.Id), Url = Clean(ticket.Url), State = Clean(ticket.State),
        };
    }

    /// <summary>Cleans the parts of a message.</summary>
    public static IReadOnlyList<MessagePart> Clean(IReadOnlyList<MessagePart> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var clean = new MessagePart[parts.Count];
        for (var i = 0; i < clean.Length; i++)
        {
            clean[i] = Clean(parts[i]);
        }

        return clean;
    }

    /// <summary>True when there is surely nothing to clean: the plain texts that most messages are.</summary>
    public static bool AreClean(IReadOnlyList<MessagePart> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        for (var i = 0; i < parts.Count; i++)
        {
            if (parts[i] is not TextPart text || !WellFormedText.IsClean(text.Text))
            {
                return false;
            }
        }

        return true;
    }

    private static IReadOnlyList<string> Clean(IReadOnlyList<string> keys) =>
        keys.Count == 1 ? [WellFormedText.Clean(keys[0])] : [.. keys.Select(WellFormedText.Clean).Distinct(StringComparer.Ordinal)];

    // Names that differ only in what is not well-formed become one: the first counts.
    private static Dictionary<string, string> Clean(IReadOnlyDictionary<string, string> metadata)
    {
        var clean = new Dictionary<string, string>(metadata.Count, StringComparer.Ordinal);
        foreach (var (name, value) in metadata)
        {
            clean.TryAdd(WellFormedText.Clean(name), WellFormedText.Clean(value));
        }

        return clean;
    }

    private static MessagePart Clean(MessagePart part) => part switch
    {
        TextPart text => new TextPart(WellFormedText.Clean(text.Text)),
        ChoicesPart choices => choices with { Choices = Clean(choices.Choices) },
        ItemsPart items => items with { Items = [.. items.Items.Select(Clean)] },
        LocationPart place => place with { Name = Clean(place.Name), Address = Clean(place.Address) },
        CardPart card => new CardPart(WellFormedText.Clean(card.Card), WellFormedText.Clean(card.FallbackText)),
        FilePart file => file with { Name = WellFormedText.Clean(file.Name), MediaType = WellFormedText.Clean(file.MediaType) },
        EventPart named => new EventPart(WellFormedText.Clean(named.Name), WellFormedText.Clean(named.Value)),
        _ => part,
    };

    private static Item Clean(Item item) => item with
    {
        Title = WellFormedText.Clean(item.Title),
        Subtitle = Clean(item.Subtitle),
        Choices = Clean(item.Choices),
    };

    private static IReadOnlyList<Choice> Clean(IReadOnlyList<Choice> choices) =>
        [.. choices.Select(choice => choice with { Label = WellFormedText.Clean(choice.Label), Token = Clean(choice.Token) })];

    private static Person? Clean(Person? person) => person is null
        ? null
        : person with
        {
            Id = WellFormedText.Clean(person.Id),
            Name = Clean(person.Name),
            Email = Clean(person.Email),
            Language = Clean(person.Language),
            TimeZone = Clean(person.TimeZone),
            Identity = Clean(person.Identity),
        };

    private static string? Clean(string? text) => text is null ? null : WellFormedText.Clean(text);

    // An address is kept as people read it, in which %00 is a NUL again.
    private static Uri? Clean(Uri? url)
    {
        var text = url?.ToString();
        var clean = Clean(text);
        return clean == text ? url : Uri.TryCreate(clean, UriKind.RelativeOrAbsolute, out var other) ? other : null;
    }

    private static JsonElement? Clean(JsonElement? element) => element is { } value ? WellFormedText.Clean(value) : null;
}
