using Spark.Runtime.Configuration;

namespace Spark.Runtime.Credentials;

/// <summary>What became of a change of a credential.</summary>
/// <param name="Change">Whether it was changed.</param>
/// <param name="Test">Its test; null when it was not tested.</param>
public sealed record CredentialOutcome(ChangeOutcome Change, CredentialTest? Test);
