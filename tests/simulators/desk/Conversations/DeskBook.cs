using System.Globalization;
using System.Text.Json;
using Spark.Simulators.Desk.Webhooks;

namespace Spark.Simulators.Desk.Conversations;

/// <summary>All conversations of the desk, and what may happen to them.</summary>
internal sealed class DeskBook(WebhookSender webhooks, TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly List<DeskConversation> conversations = [];
    private int messages;

    /// <summary>False for a desk that takes no conversations now.</summary>
    public bool IsOpen { get; set; } = true;

    public DeskConversation Create(NewConversation wish, Uri callback)
    {
        lock (gate)
        {
            var conversation = new DeskConversation
            {
                Id = string.Create(CultureInfo.InvariantCulture, $"d-{conversations.Count + 1:0000}"),
                Callback = callback,
                Name = wish.Name ?? "Somebody",
                Language = wish.Language ?? "en",
                Queue = wish.Queue,
                Attributes = wish.Attributes ?? [],
                Transcript = wish.Transcript is { } lines ? lines.Clone() : JsonDocument.Parse("[]").RootElement,
                CreatedAt = time.GetUtcNow(),
            };
            conversations.Add(conversation);
            return conversation;
        }
    }

    /// <summary>Reads something under the lock.</summary>
    public T Read<T>(Func<IReadOnlyList<DeskConversation>, T> read)
    {
        lock (gate)
        {
            return read(conversations);
        }
    }

    /// <summary>Where a conversation stands among those that wait, from 1; null when it does not wait.</summary>
    public int? PositionOf(DeskConversation conversation)
    {
        lock (gate)
        {
            var place = conversations.Where(one => one.State == DeskState.Waiting).ToList().IndexOf(conversation);
            return place < 0 ? null : place + 1;
        }
    }

    /// <summary>Changes a conversation; null when there is none, or nothing was changed.</summary>
    public T? Change<T>(string id, Func<DeskConversation, T?> change)
        where T : class
    {
        lock (gate)
        {
            return conversations.Find(one => one.Id == id) is { } found ? change(found) : null;
        }
    }

    /// <summary>Counts that the other side asks for it.</summary>
    public static DeskConversation Ask(DeskConversation conversation)
    {
        conversation.Asked++;
        return conversation;
    }

    /// <summary>Adds a message of the person.</summary>
    public static DeskMessage? Say(DeskConversation conversation, DeskMessage message)
    {
        if (conversation.State == DeskState.Closed)
        {
            return null;
        }

        conversation.Messages.Add(message);
        return message;
    }

    public DeskMessage Message(string from, string? name, string text, string? marker) => new(
        string.Create(CultureInfo.InvariantCulture, $"m-{Interlocked.Increment(ref messages)}"), from, name, text, time.GetUtcNow(), marker);

    /// <summary>An agent does something, which the other side is told.</summary>
    public DeskConversation? Act(string id, string act, string agent, string? text)
    {
        lock (gate)
        {
            if (conversations.Find(one => one.Id == id) is not { State: not DeskState.Closed } conversation)
            {
                return null;
            }

            var waiting = conversations.Where(one => one.State == DeskState.Waiting).ToList();
            switch (act)
            {
                case "join":
                    conversation.State = DeskState.Active;
                    conversation.Agent = agent;
                    webhooks.Add(conversation, "agent.joined", new() { ["agent"] = agent });
                    break;
                case "say":
                    conversation.State = DeskState.Active;
                    conversation.Agent = agent;
                    var message = Message("agent", agent, text ?? "", marker: null);
                    conversation.Messages.Add(message);
                    webhooks.Add(conversation, "message", new() { ["agent"] = agent, ["messageId"] = message.Id, ["text"] = message.Text });
                    break;
                case "type":
                    webhooks.Add(conversation, "typing", new() { ["agent"] = agent });
                    break;
                case "close":
                    conversation.State = DeskState.Closed;
                    webhooks.Add(conversation, "closed", conversation.Agent is { } name ? new() { ["agent"] = name } : []);
                    break;
                default:
                    return null;
            }

            TellPositions(waiting);
            return conversation;
        }
    }

    /// <summary>The person is not there any more.</summary>
    public void Leave(DeskConversation conversation)
    {
        lock (gate)
        {
            var waiting = conversations.Where(one => one.State == DeskState.Waiting).ToList();
            conversation.ContactLeft = true;
            conversation.State = DeskState.Closed;
            TellPositions(waiting);
        }
    }

    // Who moved up in the queue is told.
    private void TellPositions(List<DeskConversation> before)
    {
        var now = conversations.Where(one => one.State == DeskState.Waiting).ToList();
        foreach (var moved in now.Where(one => now.IndexOf(one) < before.IndexOf(one)))
        {
            webhooks.Add(moved, "queue", new() { ["position"] = now.IndexOf(moved) + 1 });
        }
    }
}
