using Microsoft.AspNetCore.Builder;

namespace Spark.Cockpit.Access;

/// <summary>Metadata of a route: the right that it needs.</summary>
/// <param name="Right">The right; null for a route that everybody reaches, such as the sign-in.</param>
internal sealed record NeededRight(Right? Right)
{
    /// <summary>The right of a route without this metadata.</summary>
    public static NeededRight OfOthers { get; } = new(Access.Right.Administer);
}
