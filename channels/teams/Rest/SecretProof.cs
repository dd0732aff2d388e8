namespace Spark.Channels.Teams.Rest;

/// <summary>A client secret.</summary>
internal sealed class SecretProof(string secret) : IAppProof
{
    public string FieldsFor(Uri audience) => $"client_secret={Uri.EscapeDataString(secret)}";
}
