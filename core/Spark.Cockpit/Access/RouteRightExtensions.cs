using Microsoft.AspNetCore.Builder;

namespace Spark.Cockpit.Access;

/// <summary>Says at a route who may use it.</summary>
internal static class RouteRightExtensions
{
    /// <summary>Lets only those through who have a right.</summary>
    public static TBuilder Needs<TBuilder>(this TBuilder route, Right right)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new NeededRight(right));

    /// <summary>Says what a route has to do with bots.</summary>
    public static TBuilder Within<TBuilder>(this TBuilder route, Reach reach)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new ReachMetadata(reach));

    /// <summary>Lets everybody through whom the machine's rule lets through.</summary>
    public static TBuilder Open<TBuilder>(this TBuilder route)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new NeededRight(null));
}
