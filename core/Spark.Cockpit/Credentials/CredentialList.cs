namespace Spark.Cockpit.Credentials;

/// <summary>All credentials, by name.</summary>
internal sealed record CredentialList(IReadOnlyList<CredentialView> Credentials);
