using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Spark.Cockpit.Admin;

namespace Spark.Cockpit.Metrics;

/// <summary>What a scraper asks: all instruments in Prometheus' text format.</summary>
public static class MetricsEndpoints
{
    private const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    /// <summary>Maps <c>/metrics</c>. It needs <see cref="MetricsCollector"/> among the services.</summary>
    public static void MapSparkMetrics(this IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        routes.MapGet("/metrics", (MetricsCollector collector) =>
        {
            using var text = new StringWriter(CultureInfo.InvariantCulture);
            collector.Write(text);
            return Results.Text(text.ToString(), ContentType);
        }).Through<MetricsFilter>();
    }
}
