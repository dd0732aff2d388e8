using Spark.Runtime.Configuration;

namespace Spark.Runtime.Credentials;

/// <summary>A credential with its secrets, still sealed.</summary>
internal sealed record StoredCredential(Credential Value, ConfigurationItem Item)
{
    public Stored<Credential> Stored => new(Value, Item.Edition, Item.ChangedAt);
}
