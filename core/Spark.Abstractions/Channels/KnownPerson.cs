using System.Text.Json;

namespace Spark.Channels;

/// <summary>Somebody whom a channel instance can write to of itself. Since contract 1.2.</summary>
public sealed record KnownPerson
{
    /// <summary>The channel's stable id of the person (<see cref="Person.Id"/>).</summary>
    public required string Id { get; init; }

    /// <summary>The user principal name; an attribute, no proof.</summary>
    public string? PrincipalName { get; init; }

    /// <summary>The e-mail address; an attribute, no proof.</summary>
    public string? Email { get; init; }

    /// <summary>The name to address the person by.</summary>
    public string? Name { get; init; }

    /// <summary>The one-to-one conversation with the person; null when there is none yet.</summary>
    public string? ConversationId { get; init; }

    /// <summary>What the channel needs to write to the person; for the channel alone.</summary>
    public JsonElement? ChannelDetails { get; init; }

    /// <summary>False when the person took the app away or blocked it.</summary>
    public bool IsReachable { get; init; } = true;
}
