using Spark.Simulators.Sparkcentral.Audit;
using Spark.Simulators.Sparkcentral.Clock;
using Spark.Simulators.Sparkcentral.Settings;
using Spark.Simulators.Sparkcentral.Webhooks;

namespace Spark.Simulators.Sparkcentral.Conversations;

/// <summary>The ways in which a virtual agent ceases to hold a conversation. All are called under the tenant's lock.</summary>
internal sealed class Departures(Tenant tenant, SimulatorClock clock)
{
    public void HandOver(TenantState state, Conversation conversation)
    {
        var name = conversation.Owner?.Name ?? state.Settings.VirtualAgentName;
        GoByHandoffRule(state, conversation);
        Record(state, conversation, name, $"handed the conversation over to {HolderOf(conversation)}");
    }

    public void Resolve(TenantState state, Conversation conversation)
    {
        var name = conversation.Owner?.Name ?? state.Settings.VirtualAgentName;
        Leave(conversation, owner: null, DeskQueue.Resolved);
        Record(state, conversation, name, "resolved the conversation");
    }

    /// <summary>The virtual agent loses the conversation to a human, or with its end, and is not told.</summary>
    public void Leave(Conversation conversation, Owner? owner, DeskQueue queue)
    {
        conversation.Owner = owner;
        conversation.Queue = queue;
        conversation.VirtualAgentTypes = false;
        conversation.ReplyTimer.Stop();
        conversation.ContactTimer.Stop();
        conversation.UpdatedAt = clock.GetUtcNow();
    }

    public void DeliveryFailed(TenantState state, Delivery delivery)
    {
        if (state.Find(delivery.ConversationId) is { IsHeldByVirtualAgent: true } conversation)
        {
            Fail(state, conversation, $"{delivery.Event.Type} could not be delivered in {delivery.Attempts.Count} attempts");
        }
    }

    public void StartReplyTimer(TenantState state, Conversation conversation, TimeSpan duration) =>
        conversation.ReplyTimer.Start(clock, duration, dueAt => Expire(conversation, conversation.ReplyTimer, dueAt, "no reply in time"));

    public void StartContactTimer(TenantState state, Conversation conversation) =>
        conversation.ContactTimer.Start(
            clock,
            state.Settings.ContactTimeout,
            dueAt => Expire(conversation, conversation.ContactTimer, dueAt, "contact timeout window exceeded"));

    private void Expire(Conversation conversation, Countdown timer, DateTimeOffset dueAt, string reason) => tenant.Change(state =>
    {
        // A timer that was set again, or stopped, while this alarm was on its way.
        if (timer.DueAt == dueAt && conversation.IsHeldByVirtualAgent)
        {
            Fail(state, conversation, reason);
        }
    });

    private void Fail(TenantState state, Conversation conversation, string reason)
    {
        var owner = conversation.Owner!;
        var rule = state.Settings.OnError;
        if (owner.Kind == OwnerKind.Delegation)
        {
            GoByHandoffRule(state, conversation);
        }
        else
        {
            Leave(conversation, owner: null, rule.Queue);
            Say(conversation, rule);
        }

        Record(state, conversation, owner.Name, $"removed self from the conversation because: {reason}; now with {HolderOf(conversation)}");
    }

    private void Say(Conversation conversation, FailureRule rule)
    {
        if (rule.Topic is { } topic && !conversation.Topics.Contains(topic, StringComparer.OrdinalIgnoreCase))
        {
            conversation.Topics.Add(topic);
        }

        if (rule.Message is { } text)
        {
            conversation.Messages.Add(new Message
            {
                Id = WireIds.NewMessageId(),
                At = clock.GetUtcNow(),
                Author = Author.System,
                AuthorName = "Sparkcentral",
                Text = text,
            });
        }
    }

    private void GoByHandoffRule(TenantState state, Conversation conversation)
    {
        var goesBack = conversation is { Owner.Kind: OwnerKind.Delegation, PreviousHuman: not null }
            && state.Settings.Handoff == HandoffRule.PreviousAgent;
        Leave(conversation, goesBack ? new Owner(OwnerKind.Human, conversation.PreviousHuman!) : null, DeskQueue.New);
    }

    private static string HolderOf(Conversation conversation) =>
        conversation.Owner?.Name ?? $"the {conversation.Queue} queue";

    private void Record(TenantState state, Conversation conversation, string actor, string text) =>
        state.Audit.Add(new AuditEntry(clock.GetUtcNow(), conversation.Id, actor, text));
}
