namespace Spark.Messages;

/// <summary>A place that was sent.</summary>
/// <param name="Latitude">In degrees, north of the equator positive.</param>
/// <param name="Longitude">In degrees, east of Greenwich positive.</param>
public sealed record LocationPart(double Latitude, double Longitude) : MessagePart
{
    /// <summary>What the place is called; null when that was not told.</summary>
    public string? Name { get; init; }

    /// <summary>Its address, in one line; null when that was not told.</summary>
    public string? Address { get; init; }
}
