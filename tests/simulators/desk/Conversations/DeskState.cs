namespace Spark.Simulators.Desk.Conversations;

/// <summary>Where a conversation stands.</summary>
internal enum DeskState
{
    Waiting,
    Active,
    Closed,
}
