namespace Spark.Simulators.Sparkcentral.Contacts;

/// <summary>What may be said about a contact when it is made; all of it may be left out.</summary>
internal sealed record NewContact
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    public string? Handle { get; init; }

    public string? PictureUrl { get; init; }

    public bool Vip { get; init; }

    public string? Language { get; init; }

    public string? MediumId { get; init; }

    public string? ChannelId { get; init; }

    public string? ChannelName { get; init; }

    public IReadOnlyList<ContactAttribute>? Attributes { get; init; }

    /// <summary>Sends <c>"contactAttributes": null</c>, which the vendor's own sample guards against.</summary>
    public bool NullAttributes { get; init; }
}
