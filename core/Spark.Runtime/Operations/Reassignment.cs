namespace Spark.Runtime.Operations;

/// <summary>What became of moving a relayed conversation, with what the operator has to know.</summary>
/// <param name="Result">What became of it.</param>
/// <param name="Connection">The connection to the desk that has it now; null when none has.</param>
/// <param name="Reason">Why the other desk did not take it, as far as it told; null otherwise.</param>
/// <param name="Desks">The connections to desks to which it can go.</param>
public sealed record Reassignment(ReassignResult Result, string? Connection, string? Reason, IReadOnlyList<string> Desks);
