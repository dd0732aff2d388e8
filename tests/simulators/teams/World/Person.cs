using System.Text.Json.Nodes;

namespace Spark.Simulators.Teams.World;

/// <summary>Somebody in the tenant.</summary>
/// <param name="Key">How the control API and the page name them.</param>
/// <param name="Name">Their name.</param>
/// <param name="ObjectId">Their Entra object id.</param>
/// <param name="Locale">Their client's language.</param>
/// <param name="TimeZone">Their time zone.</param>
internal sealed record Person(string Key, string Name, string ObjectId, string Locale, string TimeZone)
{
    /// <summary>How Teams names them to the bot.</summary>
    public string Id => $"29:{Key}-0000000000000000000000";

    public string PrincipalName => $"{Key}@contoso.example";

    public string Email => $"{Name.Replace(' ', '.').ToLowerInvariant()}@contoso.example";

    public JsonObject ToAccount() => new() { ["id"] = Id, ["name"] = Name, ["aadObjectId"] = ObjectId };

    public JsonObject ToMember(string tenant) => new()
    {
        ["id"] = Id,
        ["name"] = Name,
        ["objectId"] = ObjectId,
        ["aadObjectId"] = ObjectId,
        ["givenName"] = Name.Split(' ')[0],
        ["surname"] = Name.Split(' ')[^1],
        ["email"] = Email,
        ["userPrincipalName"] = PrincipalName,
        ["tenantId"] = tenant,
        ["userRole"] = "user",
    };
}
