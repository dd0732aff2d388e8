namespace Spark.Runtime.Privacy;

/// <summary>What is kept of one person.</summary>
/// <param name="Faces">The person on each channel instance that knows them.</param>
/// <param name="Remembered">Their entries among the remembered people.</param>
/// <param name="Conversations">Their conversations.</param>
public sealed record PersonHoldings(
    IReadOnlyList<PersonFace> Faces, IReadOnlyList<RememberedPerson> Remembered, IReadOnlyList<PersonInConversation> Conversations)
{
    private const int ShortestMention = 8;

    /// <summary>The names by which bots remember them.</summary>
    public IReadOnlyList<string> Names =>
    [
        .. Conversations.Where(one => IsTheirs(one.Face?.Who)).Select(one => one.Remembered).OfType<string>()
            .Concat(Faces.Select(face => $"channel:{face.Who.Instance}/{face.Who.Id}"))
            .Distinct(StringComparer.Ordinal),
    ];

    /// <summary>
    /// What others may have written of them, as far as it tells one person from others: an id that a page gives to all its visitors would
    /// strike a plain word out of every entry.
    /// </summary>
    public IReadOnlyList<string> Mentions =>
    [
        .. Faces.SelectMany(face => new[] { face.Who.Id, face.PrincipalName, face.Email, face.Identity, face.Name })
            .Concat(Conversations.Select(one => one.ExternalId))
            .OfType<string>().Where(Tells).Distinct(StringComparer.OrdinalIgnoreCase),
    ];

    /// <summary>True for one of the addresses that the person has.</summary>
    public bool IsTheirs(PersonAddressed? who) => who is not null && Faces.Any(face => face.Who == who);

    private static bool Tells(string text) => text.Length >= ShortestMention && !text.All(char.IsLetter);
}
