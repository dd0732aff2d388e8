namespace Spark.Offload;

/// <summary>A ticket in the desk's system.</summary>
public sealed record TicketReference
{
    /// <summary>The number that people use.</summary>
    public required string Number { get; init; }

    /// <summary>The system's own id, where it differs from the number.</summary>
    public string? Id { get; init; }

    /// <summary>Where a person can see it.</summary>
    public Uri? Url { get; init; }

    /// <summary>The state's name in the desk's system.</summary>
    public string? State { get; init; }
}
