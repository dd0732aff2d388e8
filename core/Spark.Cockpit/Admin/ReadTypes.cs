using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.DependencyInjection;

namespace Spark.Cockpit.Admin;

/// <summary>What an address reads, of which routing keeps a body of another type away: such a request ends where those end that lead nowhere.</summary>
internal static class ReadTypes
{
    /// <summary>The media types that the route of this method and path reads; null when there is none, or it reads anything or nothing.</summary>
    public static IReadOnlyList<string>? Of(HttpContext http)
    {
        var read = http.RequestServices.GetRequiredService<EndpointDataSource>().Endpoints
            .OfType<RouteEndpoint>()
            .Where(route => route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains(http.Request.Method, StringComparer.OrdinalIgnoreCase) == true)
            .FirstOrDefault(route => new TemplateMatcher(new(route.RoutePattern), []).TryMatch(http.Request.Path, []));
        return read?.Metadata.GetMetadata<IAcceptsMetadata>() is { ContentTypes: { Count: > 0 } types } && !types.Contains("*/*", StringComparer.Ordinal) ? types : null;
    }
}
