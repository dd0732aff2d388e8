using Spark.Simulators.Sparkcentral.Audit;
using Spark.Simulators.Sparkcentral.Clock;
using Spark.Simulators.Sparkcentral.Webhooks;

namespace Spark.Simulators.Sparkcentral.Conversations;

/// <summary>What a human agent does at the desk (rules 4 and 12). The virtual agent is told of a delegation only.</summary>
internal sealed class HumanActions(Tenant tenant, SimulatorClock clock, DeliveryPump pump, Departures departures)
{
    public void Take(string conversationId, string agent) => Act(conversationId, agent, "took the conversation", (_, conversation) =>
        departures.Leave(conversation, Human(agent), conversation.Queue));

    public void Reply(string conversationId, string agent, string text) => Act(conversationId, agent, audited: null, (state, conversation) =>
    {
        // The reply speaks for itself; what it did to another's conversation is worth a line.
        if (conversation.Owner != Human(agent))
        {
            Record(state, conversation, agent, "took the conversation with a reply");
        }

        departures.Leave(conversation, Human(agent), DeskQueue.Pending);
        conversation.Messages.Add(new Message
        {
            Id = WireIds.NewMessageId(),
            At = clock.GetUtcNow(),
            Author = Author.Human,
            AuthorName = agent,
            Text = text,
        });
    });

    public void Pend(string conversationId, string agent) => Act(conversationId, agent, "set the conversation to pending", (_, conversation) =>
        departures.Leave(conversation, Human(agent), DeskQueue.Pending));

    public void Resolve(string conversationId, string agent) => Act(conversationId, agent, "resolved the conversation", (_, conversation) =>
        departures.Leave(conversation, owner: null, DeskQueue.Resolved));

    public void Delegate(string conversationId, string agent) => Act(conversationId, agent, "gave the conversation to the virtual agent", (state, conversation) =>
    {
        if (conversation.IsHeldByVirtualAgent)
        {
            throw new ConflictException("The virtual agent holds the conversation already.");
        }

        conversation.PreviousHuman = agent;
        departures.Leave(conversation, new Owner(OwnerKind.Delegation, state.Settings.VirtualAgentName), DeskQueue.New);
        pump.Enqueue(state, ContactMessages.Assignment(state, conversation, EventTypes.Delegated));
        departures.StartReplyTimer(state, conversation, state.Settings.FirstQuestionTimeout);
    });

    private static Owner Human(string agent) => new(OwnerKind.Human, agent);

    private void Act(string conversationId, string agent, string? audited, Action<TenantState, Conversation> action) => tenant.Change(state =>
    {
        var conversation = state.Get(conversationId);
        if (conversation.Queue == DeskQueue.Resolved)
        {
            throw new ConflictException("The conversation is resolved; it opens again when the contact writes.");
        }

        action(state, conversation);
        conversation.UpdatedAt = clock.GetUtcNow();
        if (audited is not null)
        {
            Record(state, conversation, agent, audited);
        }
    });

    private void Record(TenantState state, Conversation conversation, string agent, string text) =>
        state.Audit.Add(new AuditEntry(clock.GetUtcNow(), conversation.Id, agent, text));
}
