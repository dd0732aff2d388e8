using Spark.Simulators.Sparkcentral.Audit;
using Spark.Simulators.Sparkcentral.Clock;
using Spark.Simulators.Sparkcentral.Contacts;
using Spark.Simulators.Sparkcentral.Settings;
using Spark.Simulators.Sparkcentral.Webhooks;

namespace Spark.Simulators.Sparkcentral.Conversations;

/// <summary>What happens when a contact writes (rules 1 to 3).</summary>
internal sealed class ContactMessages(
    Tenant tenant, SimulatorClock clock, WireIds ids, DeliveryPump pump, Departures departures)
{
    public SentMessage Send(string contactId, ContactMessage sent) => tenant.Change(state =>
    {
        var contact = state.Contacts.GetValueOrDefault(contactId)
            ?? throw new NotFoundException($"There is no contact {contactId}.");
        var deliveries = new List<Delivery>();
        var conversation = state.OpenConversationOf(contact);
        if (conversation is null)
        {
            conversation = Open(state, contact, sent.IsPrivate);
            if (conversation.IsHeldByVirtualAgent)
            {
                deliveries.Add(Assignment(state, conversation, EventTypes.Started));
            }
        }

        var message = Append(conversation, sent);
        if (conversation.IsHeldByVirtualAgent)
        {
            deliveries.Add(Inbound(state, conversation, message));
            departures.StartReplyTimer(state, conversation, state.Settings.ReplyTimeout);
            conversation.ContactTimer.Stop();
        }
        else if (conversation.Queue == DeskQueue.Pending)
        {
            conversation.Queue = DeskQueue.New;
        }

        deliveries.ForEach(delivery => pump.Enqueue(state, delivery));
        return new SentMessage(conversation.Id, contact.Id, message.Id, [.. deliveries.Select(d => d.Event.IdempotencyKey)]);
    });

    public static Delivery Assignment(TenantState state, Conversation conversation, string type) => new()
    {
        ConversationId = conversation.Id,
        Event = new WebhookEvent(
            WireIds.NewIdempotencyKey(), type, EventData.OfAssignment(conversation, state.Settings.Profile)),
    };

    private static Delivery Inbound(TenantState state, Conversation conversation, Message message) => new()
    {
        ConversationId = conversation.Id,
        MessageId = message.Id,
        Event = new WebhookEvent(
            WireIds.NewIdempotencyKey(), EventTypes.Inbound, EventData.OfMessage(conversation, message, state.Settings.Profile)),
    };

    private Conversation Open(TenantState state, Contact contact, bool isPrivate)
    {
        var now = clock.GetUtcNow();
        var resolved = state.Settings.Reopen == ReopenRule.SameId
            ? state.Conversations.FindLast(before => before.Contact == contact && before.IsPrivate == isPrivate)
            : null;
        var conversation = resolved ?? new Conversation
        {
            Id = ids.NewConversationId(),
            Contact = contact,
            CreatedAt = now,
            IsPrivate = isPrivate,
        };
        if (resolved is null)
        {
            state.Conversations.Add(conversation);
        }

        conversation.Queue = DeskQueue.New;
        conversation.Owner = isPrivate ? new Owner(OwnerKind.Inception, state.Settings.VirtualAgentName) : null;
        state.Audit.Add(new AuditEntry(
            now, conversation.Id, contact.Name, isPrivate ? "started a conversation; the virtual agent holds it" : "started a public conversation"));
        return conversation;
    }

    private Message Append(Conversation conversation, ContactMessage sent)
    {
        var message = new Message
        {
            Id = WireIds.NewMessageId(),
            At = clock.GetUtcNow(),
            Author = Author.Contact,
            AuthorName = conversation.Contact.Name,
            Text = sent.Text,
            Payload = sent.Payload,
        };
        conversation.Messages.Add(message);
        conversation.UpdatedAt = message.At;
        return message;
    }
}
