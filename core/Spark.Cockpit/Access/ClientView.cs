using Spark.Runtime.Access;

namespace Spark.Cockpit.Access;

/// <summary>An API client, without its secret.</summary>
internal sealed record ClientView(
    string Id,
    string Name,
    IReadOnlyList<string> Permissions,
    IReadOnlyList<string> UpnDomains,
    DateTimeOffset CreatedAt,
    DateTimeOffset? RevokedAt,
    DateTimeOffset? PreviousSecretUntil)
{
    public static ClientView Of(ApiClient client) => new(
        client.Id, client.Name, client.Permissions, client.PrincipalDomains, client.CreatedAt, client.RevokedAt, client.PreviousUntil);
}
