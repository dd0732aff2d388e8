using System.Text.Json;
using Spark.Simulators.Sparkcentral.Audit;
using Spark.Simulators.Sparkcentral.Clock;
using Spark.Simulators.Sparkcentral.Contacts;
using Spark.Simulators.Sparkcentral.Rest;
using Spark.Simulators.Sparkcentral.Webhooks;

namespace Spark.Simulators.Sparkcentral.Conversations;

/// <summary>Applies what the virtual agent wants done (rules 7 to 10 and 13). Called under the tenant's lock.</summary>
internal sealed class Manipulations(SimulatorClock clock, Departures departures)
{
    /// <summary>The body of a webhook's answer: nobody hears of a fault in it, so that it goes to the audit trail.</summary>
    public void ApplyAnswer(TenantState state, Delivery delivery, JsonElement body)
    {
        if (!body.EnumerateObject().Any())
        {
            return;
        }

        if (state.Find(delivery.ConversationId) is not { IsHeldByVirtualAgent: true } conversation)
        {
            Record(state, delivery.ConversationId, "answered an event of a conversation that it no longer holds; ignored");
            return;
        }

        var errors = ManipulationReader.Read(body, conversation, state.Settings.Profile, isAnswer: true, out var manipulation);
        if (errors.Count > 0)
        {
            Record(state, conversation.Id, $"answered with a manipulation that was ignored: {string.Join("; ", errors)}");
            return;
        }

        Apply(state, conversation, manipulation, delivery.MessageId);
    }

    public void Apply(TenantState state, Conversation conversation, Manipulation manipulation, string? answeredMessageId)
    {
        ApplyAttributes(conversation.Contact, manipulation.Attributes);
        var now = clock.GetUtcNow();
        conversation.Notes.AddRange(manipulation.Notes.Select(text => new Note(now, state.Settings.VirtualAgentName, text)));
        ApplyTopics(state, conversation, manipulation.Topics);
        ApplyTags(state, conversation, manipulation.Tags, answeredMessageId);
        ApplyMessages(state, conversation, manipulation);
        if (manipulation.Ignored.Count > 0)
        {
            Record(state, conversation.Id, $"sent fields that this profile does not know: {string.Join(", ", manipulation.Ignored)}");
        }

        Complete(state, conversation, manipulation.Completion);
        conversation.UpdatedAt = now;
    }

    // An attribute that has a value already keeps it, and nobody is told.
    private static void ApplyAttributes(Contact contact, IReadOnlyList<KeyValuePair<string, string>> attributes)
    {
        foreach (var (alias, value) in attributes)
        {
            contact.Attributes ??= [];
            if (!contact.Attributes.Exists(known => string.Equals(known.Attribute, alias, StringComparison.Ordinal) && known.Value is not null))
            {
                contact.Attributes.Add(new ContactAttribute(alias, value, "AGENT"));
            }
        }
    }

    private static void ApplyTopics(TenantState state, Conversation conversation, IReadOnlyList<string> topics)
    {
        var known = topics
            .Select(topic => state.Settings.Topics.FirstOrDefault(name => string.Equals(name, topic, StringComparison.OrdinalIgnoreCase)))
            .OfType<string>();
        conversation.Topics.AddRange(known.Except(conversation.Topics, StringComparer.Ordinal).ToList());
    }

    private static void ApplyTags(
        TenantState state, Conversation conversation, IReadOnlyList<MessageTag> tags, string? answeredMessageId)
    {
        foreach (var (messageId, tag) in tags)
        {
            var name = state.Settings.Tags.FirstOrDefault(known => string.Equals(known, tag, StringComparison.OrdinalIgnoreCase));
            var wanted = messageId ?? answeredMessageId;
            var index = conversation.Messages.FindIndex(message => string.Equals(message.Id, wanted, StringComparison.Ordinal));
            if (name is null || index < 0 || conversation.Messages[index].Tags.Contains(name, StringComparer.Ordinal))
            {
                continue;
            }

            var message = conversation.Messages[index];
            conversation.Messages[index] = message with { Tags = [.. message.Tags, name] };
        }
    }

    private void ApplyMessages(TenantState state, Conversation conversation, Manipulation manipulation)
    {
        conversation.VirtualAgentTypes = manipulation.Typing ?? (conversation.VirtualAgentTypes && manipulation.Messages.Count == 0);
        foreach (var (text, attachment) in manipulation.Messages)
        {
            conversation.Messages.Add(new Message
            {
                Id = WireIds.NewMessageId(),
                At = clock.GetUtcNow(),
                Author = Author.VirtualAgent,
                AuthorName = $"{state.Settings.VirtualAgentName} VA",
                Text = text,
                Attachment = attachment,
            });
        }

        if (manipulation.Messages.Count > 0)
        {
            conversation.ReplyTimer.Stop();
            departures.StartContactTimer(state, conversation);
        }
    }

    private void Complete(TenantState state, Conversation conversation, Completion completion)
    {
        if (completion == Completion.HandOver)
        {
            departures.HandOver(state, conversation);
        }
        else if (completion == Completion.Resolved)
        {
            departures.Resolve(state, conversation);
        }
    }

    private void Record(TenantState state, string conversationId, string text) =>
        state.Audit.Add(new AuditEntry(clock.GetUtcNow(), conversationId, state.Settings.VirtualAgentName, text));
}
