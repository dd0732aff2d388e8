using System.Text.Json;
using Spark.Channels.Teams.People;

namespace Spark.Channels.Teams.Inbound;

/// <summary>Tells who is on the other end: by tenant and Entra object id, which the channel has proved.</summary>
internal sealed class PersonReader(bool isProved)
{
    private const int LongestName = 200;
    private const int LongestTag = 64;

    /// <summary>The id of somebody in a tenant; the channel's own id for somebody without an object id.</summary>
    public static string? IdOf(JsonElement account, string? tenant) =>
        (account.Text("aadObjectId") ?? account.Text("objectId")) is { } objectId && tenant is not null ? IdOf(tenant, objectId) : account.Text("id");

    public static string IdOf(string tenant, string objectId) => $"{tenant}/{objectId}".ToLowerInvariant();

    /// <summary>By what other channels know the same person.</summary>
    /// <param name="id">The tenant and the object id.</param>
    public static string IdentityOf(string id) => $"entra:{id}";

    /// <summary>The sender of an activity.</summary>
    /// <param name="activity">The activity.</param>
    /// <param name="member">What the roster says; null for nothing.</param>
    public Person? Read(Activity activity, Member? member)
    {
        if (IdOf(activity.From, activity.TenantId) is not { } id)
        {
            return null;
        }

        var client = activity.Json.Items("entities").FirstOrDefault(entity => entity.Text("type") == "clientInfo");
        // What belongs to a person alone has no place where others read along.
        var isVerified = isProved && activity.IsPersonal && activity.From.Text("aadObjectId") is not null && activity.TenantId is not null;
        return new Person
        {
            Id = id,
            Name = Short(activity.From.Text("name") ?? member?.Name, LongestName),
            Email = Short(member?.Email, LongestName),
            Language = Short(activity.Json.Text("locale") ?? client.Text("locale"), LongestTag),
            TimeZone = Short(activity.Json.Text("localTimezone") ?? client.Text("timezone"), LongestTag),
            Identity = isVerified ? IdentityOf(id) : null,
            Verified = isVerified,
        };
    }

    /// <summary>What is too long to be true is not told.</summary>
    private static string? Short(string? text, int longest) => string.IsNullOrWhiteSpace(text) || text.Length > longest ? null : text;
}
