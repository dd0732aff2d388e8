namespace Spark.Runtime.Credentials;

/// <summary>A credential as administrators see it: all but the secrets.</summary>
/// <param name="Credential">The credential.</param>
/// <param name="Secrets">The names of the secrets that are set.</param>
/// <param name="UsedBy">The API Calls that use it.</param>
/// <param name="Edition">Its edition.</param>
/// <param name="ChangedAt">When it was changed.</param>
/// <param name="KeyId">The key that its secrets are sealed with.</param>
/// <param name="Problem">Why it cannot be used; null when it can.</param>
public sealed record CredentialEntry(
    Credential Credential,
    IReadOnlyList<string> Secrets,
    IReadOnlyList<string> UsedBy,
    long Edition,
    DateTimeOffset ChangedAt,
    string? KeyId,
    string? Problem);
