namespace Spark.Channels;

/// <summary>The person on the other end, as far as the channel knows.</summary>
public sealed record Person
{
    /// <summary>The channel's stable id of the person.</summary>
    public required string Id { get; init; }

    /// <summary>The name to address the person by.</summary>
    public string? Name { get; init; }

    /// <summary>The e-mail address; an attribute, no proof.</summary>
    public string? Email { get; init; }

    /// <summary>The language that the person or the channel asked for, as a BCP 47 tag.</summary>
    public string? Language { get; init; }

    /// <summary>The time zone, as an IANA name.</summary>
    public string? TimeZone { get; init; }

    /// <summary>
    /// By what other channels know the same person, when this channel has proved it: <c>entra:TENANT/OBJECT-ID</c>, or <c>mailto:ADDRESS</c>
    /// in lower case for an address that the person has shown to be theirs. An address that was only told is none. Believed of somebody
    /// <see cref="Verified"/> alone; null when only this channel knows them. Since contract 1.2.
    /// </summary>
    public string? Identity { get; init; }

    /// <summary>True when the channel has proved who this is (a sign-in), not merely been told.</summary>
    public bool Verified { get; init; }
}
