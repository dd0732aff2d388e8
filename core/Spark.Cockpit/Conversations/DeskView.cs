using Spark.Engine.Conversations;

namespace Spark.Cockpit.Conversations;

/// <summary>The desk that has a conversation, or in whose queue it waits.</summary>
/// <param name="Connection">The connection to it.</param>
/// <param name="Agent">The agent who spoke last; null for none.</param>
/// <param name="Position">The place in the queue; null when it is not told.</param>
/// <param name="MovingTo">The connection to the desk that was asked to take it over; null for none.</param>
/// <param name="Refusal">The last desk that did not, and how it said so; null for none.</param>
/// <param name="Operator">The account of the operator who has it in the cockpit; null for a desk outside.</param>
internal sealed record DeskView(string Connection, string? Agent, int? Position, string? MovingTo, string? Refusal, string? Operator = null)
{
    public static DeskView? Of(ConversationState state) => state is { Desk: { } desk, Owner: not Owner.Bot }
        ? new(desk.Connection, desk.Agent, desk.Position, desk.Move?.Connection, desk.Refusal, desk.Operator)
        : null;
}
