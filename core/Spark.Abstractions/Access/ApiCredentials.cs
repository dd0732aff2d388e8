namespace Spark.Access;

/// <summary>What a system presents to get a token.</summary>
/// <param name="ClientId">The client's id.</param>
/// <param name="Secret">The client's secret.</param>
/// <param name="Source">The network address that the request came from; null when it is not known.</param>
public sealed record ApiCredentials(string ClientId, string Secret, string? Source)
{
    /// <summary>Only the name: the members that a record prints by itself include a secret.</summary>
    public override string ToString() => nameof(ApiCredentials);
}
