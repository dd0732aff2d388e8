using Spark.Runtime.Credentials;

namespace Spark.Cockpit.Credentials;

/// <summary>A credential as an administrator wants it.</summary>
internal sealed record CredentialRequest
{
    public Credential Credential { get; set; } = new();

    /// <summary>The secrets that are given; those that are not stay as they are, unless the far side is another one.</summary>
    public CredentialSecrets Secrets { get; set; } = new();

    /// <summary>True to set it although its test does not pass.</summary>
    public bool WithoutTest { get; set; }

    /// <summary>The edition that is to be replaced, 0 for none; null for whichever.</summary>
    public long? Edition { get; set; }

    /// <summary>The change, under the name of the address.</summary>
    public CredentialChange Change(string name) => new(Credential with { Name = name }, Secrets) { WithoutTest = WithoutTest, Edition = Edition };
}
