using Spark.Runtime.Credentials;

namespace Spark.Cockpit.Credentials;

/// <summary>A credential, without its secrets.</summary>
internal sealed record CredentialView
{
    public required Credential Credential { get; init; }

    /// <summary><c>https</c> or <c>http</c>.</summary>
    public required string Protocol { get; init; }

    /// <summary>The names of the secrets that are set.</summary>
    public required IReadOnlyList<string> Secrets { get; init; }

    /// <summary>The API Calls that use it.</summary>
    public required IReadOnlyList<string> UsedBy { get; init; }

    public required long Edition { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>The key that its secrets are sealed with.</summary>
    public required string? KeyId { get; init; }

    /// <summary>Why it cannot be used; null when it can.</summary>
    public required string? Problem { get; init; }

    public static CredentialView Of(CredentialEntry entry) => new()
    {
        Credential = entry.Credential,
        Protocol = entry.Credential.BaseUrl?.Scheme ?? "",
        Secrets = entry.Secrets,
        UsedBy = entry.UsedBy,
        Edition = entry.Edition,
        ChangedAt = entry.ChangedAt,
        KeyId = entry.KeyId,
        Problem = entry.Problem,
    };
}
