namespace Spark.Runtime.Privacy;

/// <summary>What is known of somebody on one channel instance.</summary>
/// <param name="Who">The person there.</param>
/// <param name="Name">What they are called; null when nobody told.</param>
/// <param name="PrincipalName">Their user principal name; null when nobody told.</param>
/// <param name="Email">Their e-mail address; null when nobody told.</param>
/// <param name="Identity">By what other channels know them, when a channel has proved it; null otherwise.</param>
/// <param name="Conversations">How many conversations they have there.</param>
/// <param name="LastAt">When the last of these changed; null when there is none.</param>
public sealed record PersonFace(
    PersonAddressed Who, string? Name, string? PrincipalName, string? Email, string? Identity, int Conversations, DateTimeOffset? LastAt)
{
    /// <summary>True when a text is part of what they are known by.</summary>
    public bool Matches(string text) =>
        new[] { Who.Id, Name, PrincipalName, Email, Identity }.Any(known => known?.Contains(text, StringComparison.OrdinalIgnoreCase) == true);

    /// <summary>What is known of the same person from elsewhere, where nothing is known here.</summary>
    public PersonFace With(PersonFace other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return this with
        {
            Name = Name ?? other.Name,
            PrincipalName = PrincipalName ?? other.PrincipalName,
            Email = Email ?? other.Email,
            Identity = Identity ?? other.Identity,
            Conversations = Conversations + other.Conversations,
            LastAt = LastAt > other.LastAt ? LastAt : other.LastAt ?? LastAt,
        };
    }
}
