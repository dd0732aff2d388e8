namespace Spark.Simulators.Sparkcentral.Contacts;

/// <summary>A person on one channel of the tenant. Guarded by the tenant's lock.</summary>
internal sealed class Contact
{
    public required string Id { get; init; }

    public required string MediumContactProfileId { get; init; }

    public required string Name { get; init; }

    public required string Handle { get; init; }

    public required string PictureUrl { get; init; }

    public required bool Vip { get; init; }

    public required string Language { get; init; }

    public required string MediumId { get; init; }

    public required string ChannelId { get; init; }

    public required string ChannelName { get; init; }

    /// <summary>Null stands for the fault "contactAttributes is null on the wire".</summary>
    public required List<ContactAttribute>? Attributes { get; set; }
}
