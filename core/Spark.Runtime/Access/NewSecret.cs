namespace Spark.Runtime.Access;

/// <summary>A secret that was just made; it is shown this once.</summary>
/// <param name="ClientId">The client's id.</param>
/// <param name="Secret">The secret.</param>
public sealed record NewSecret(string ClientId, string Secret)
{
    /// <summary>Only the name: the members that a record prints by itself include a secret.</summary>
    public override string ToString() => nameof(NewSecret);
}
