namespace Spark.Runtime.Operations;

/// <summary>An operator who acts in a conversation.</summary>
/// <param name="Account">The account, by which the operator is known.</param>
/// <param name="Name">What the person reads.</param>
public sealed record OperatorFace(string Account, string Name);
