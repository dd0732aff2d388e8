namespace Spark.Runtime.Outbox;

/// <summary>What stands before an effect in its lane without being in this node's hands.</summary>
/// <param name="IsHeldElsewhere">True while another node that lives has some of it: wait, and look again.</param>
/// <param name="TakenOver">What nodes had in hand whose lease has run out; in this node's hands now.</param>
public sealed record LaneAhead(bool IsHeldElsewhere, IReadOnlyList<OpenEntry> TakenOver);
