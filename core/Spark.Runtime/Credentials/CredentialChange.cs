namespace Spark.Runtime.Credentials;

/// <summary>A credential as an administrator wants it.</summary>
/// <param name="Credential">The credential.</param>
/// <param name="Secrets">The secrets that are given; those that are not stay as they are, unless the far side is another one.</param>
public sealed record CredentialChange(Credential Credential, CredentialSecrets Secrets)
{
    /// <summary>True to set it although its test does not pass.</summary>
    public bool WithoutTest { get; init; }

    /// <summary>The edition that is to be replaced, 0 for none; null for whichever.</summary>
    public long? Edition { get; init; }
}
