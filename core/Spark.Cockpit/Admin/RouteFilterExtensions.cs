using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Spark.Cockpit.Admin;

/// <summary>
/// Puts filters in front of routes. The framework's own way compiles an expression for each filter, and every host, also one whose
/// cockpit nobody opens, would keep the compiler of expressions in memory for it.
/// </summary>
internal static class RouteFilterExtensions
{
    /// <summary>Lets the requests of a group through a filter, which is made of the services.</summary>
    public static RouteGroupBuilder Through<TFilter>(this RouteGroupBuilder routes)
        where TFilter : IEndpointFilter =>
        routes.AddEndpointFilterFactory(Make<TFilter>);

    /// <summary>Lets the requests of a route through a filter, which is made of the services.</summary>
    public static RouteHandlerBuilder Through<TFilter>(this RouteHandlerBuilder route)
        where TFilter : IEndpointFilter =>
        route.AddEndpointFilterFactory(Make<TFilter>);

    private static EndpointFilterDelegate Make<TFilter>(EndpointFilterFactoryContext context, EndpointFilterDelegate next)
        where TFilter : IEndpointFilter
    {
        var filter = ActivatorUtilities.CreateInstance<TFilter>(context.ApplicationServices);
        return call => filter.InvokeAsync(call, next);
    }
}
