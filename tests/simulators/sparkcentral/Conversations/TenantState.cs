using Spark.Simulators.Sparkcentral.Audit;
using Spark.Simulators.Sparkcentral.Contacts;
using Spark.Simulators.Sparkcentral.Rest;
using Spark.Simulators.Sparkcentral.Settings;
using Spark.Simulators.Sparkcentral.Webhooks;

namespace Spark.Simulators.Sparkcentral.Conversations;

/// <summary>Everything that the simulated tenant knows. Reached only through <see cref="Tenant"/>, under its lock.</summary>
internal sealed class TenantState(TenantSettings settings)
{
    public TenantSettings Settings { get; set; } = settings;

    public Dictionary<string, Contact> Contacts { get; } = new(StringComparer.Ordinal);

    public List<Conversation> Conversations { get; } = [];

    public List<Delivery> Deliveries { get; } = [];

    public List<RestCall> RestCalls { get; } = [];

    public List<AuditEntry> Audit { get; } = [];

    public Dictionary<string, DateTimeOffset> Tokens { get; } = new(StringComparer.Ordinal);

    public Conversation? Find(string conversationId) =>
        Conversations.FindLast(conversation => string.Equals(conversation.Id, conversationId, StringComparison.Ordinal));

    public Conversation Get(string conversationId) =>
        Find(conversationId) ?? throw new NotFoundException($"There is no conversation {conversationId}.");

    public Conversation? OpenConversationOf(Contact contact) => Conversations.FindLast(
        conversation => conversation.Contact == contact && conversation.Queue != DeskQueue.Resolved);
}
