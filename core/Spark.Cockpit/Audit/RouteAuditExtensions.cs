using Microsoft.AspNetCore.Builder;

namespace Spark.Cockpit.Audit;

/// <summary>Says at a route what the audit writes of it. A changing route that says nothing is audited by its method and address.</summary>
internal static class RouteAuditExtensions
{
    /// <summary>Writes each success of the route into the audit.</summary>
    public static TBuilder Audited<TBuilder>(this TBuilder route, string what)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new AuditedAs(what, null));

    /// <summary>Leaves the route out of the audit.</summary>
    /// <param name="route">The route.</param>
    /// <param name="why">Why, for those who read the code.</param>
    public static TBuilder NotAudited<TBuilder>(this TBuilder route, string why)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new AuditedAs(null, why));
}
