using System.Text.Json.Serialization;

namespace Spark.Engine.Conversations;

/// <summary>What moves a conversation: the input of one turn, and what the log keeps of it. The set is closed.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(InboundReceived), "inbound")]
[JsonDerivedType(typeof(ActionEnded), "action-ended")]
[JsonDerivedType(typeof(OffloadDecided), "offload-decided")]
[JsonDerivedType(typeof(HandoverEnded), "handover-ended")]
[JsonDerivedType(typeof(TimerDue), "timer-due")]
[JsonDerivedType(typeof(TicketChanged), "ticket-changed")]
[JsonDerivedType(typeof(DeskReported), "desk-reported")]
[JsonDerivedType(typeof(DeskReassigned), "desk-reassigned")]
[JsonDerivedType(typeof(OperatorStepped), "operator-stepped")]
public abstract record ConversationEvent
{
    private protected ConversationEvent()
    {
    }

    /// <summary>When it entered: the turn's clock.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The turn's random numbers come from it.</summary>
    public required ulong Seed { get; init; }

    /// <summary>The version to which the conversation moved with this event; null when it stayed with its own.</summary>
    public string? MovedTo { get; init; }
}
