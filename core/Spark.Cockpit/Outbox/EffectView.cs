using Spark.Engine.Conversations;
using Spark.Runtime.Operations;

namespace Spark.Cockpit.Outbox;

/// <summary>An effect as administrators see it: where it goes and where it stands, not what it says.</summary>
internal sealed record EffectView(
    string Address,
    string Instance,
    string ConversationId,
    string Kind,
    string Status,
    int Attempts,
    bool MayHaveArrived,
    DateTimeOffset CreatedAt,
    DateTimeOffset? DueAt,
    string? Reason,
    long Node)
{
    public static EffectView Of(ListedEffect listed)
    {
        var entry = listed.Entry;
        return new(
            entry.Address.Id,
            entry.Instance,
            entry.ExternalId,
            KindOf(entry.Effect),
            entry.Status.ToString(),
            entry.Attempts,
            entry.MayHaveArrived,
            entry.CreatedAt,
            entry.DueAt,
            listed.Reason,
            listed.Node);
    }

    internal static string KindOf(Effect effect) => effect switch
    {
        SendMessage { Completion: not null } => "message, handing over",
        SendMessage => "message",
        InvokeAction action => $"action {action.Action}",
        OpenOffload offload => $"offload to {offload.Connection}",
        TellDesk word => $"word to {word.Connection}",
        _ => effect.GetType().Name,
    };
}
