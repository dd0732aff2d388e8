namespace Spark.Access;

/// <summary>A bearer token that was just made; only its hash is kept.</summary>
/// <param name="Value">The token, opaque and random.</param>
/// <param name="Lifetime">How long it holds from now.</param>
public sealed record ApiToken(string Value, TimeSpan Lifetime)
{
    /// <summary>Only the name: the members that a record prints by itself include a secret.</summary>
    public override string ToString() => nameof(ApiToken);
}
