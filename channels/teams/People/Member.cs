using System.Text.Json;
using Spark.Channels.Teams.Inbound;

namespace Spark.Channels.Teams.People;

/// <summary>Somebody on a conversation's roster.</summary>
internal sealed record Member
{
    /// <summary>The channel's id, <c>29:…</c>.</summary>
    public required string Id { get; init; }

    public string? ObjectId { get; init; }

    public string? Name { get; init; }

    public string? PrincipalName { get; init; }

    public string? Email { get; init; }

    /// <summary>Reads a roster's entry; null for one without an id.</summary>
    public static Member? Of(JsonElement entry) => entry.Text("id") is { } id
        ? new()
        {
            Id = id,
            ObjectId = entry.Text("aadObjectId") ?? entry.Text("objectId"),
            Name = entry.Text("name"),
            PrincipalName = entry.Text("userPrincipalName"),
            Email = entry.Text("email"),
        }
        : null;
}
