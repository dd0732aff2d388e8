using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using Spark.Cockpit.Access;
using Spark.Cockpit.Admin;
using Spark.Runtime.Retention;

namespace Spark.Cockpit.Retention;

/// <summary>What is kept how long, and what goes next.</summary>
internal static class RetentionEndpoint
{
    public static void MapRetention(this RouteGroupBuilder admin) =>
        admin.MapGet("/retention", ShowAsync).Needs(Right.SeeBots).Within(Reach.Sifted);

    private static async Task<IResult> ShowAsync(
        HttpContext http, [FromServices] RetentionForecast forecast, IOptions<RetentionOptions> options, CancellationToken cancellationToken)
    {
        var who = Operator.Of(http)!;
        var bots = (await forecast.ReadAsync(cancellationToken)).Where(one => who.Reaches(one.Bot)).Select(RetentionLine.Of);
        var kept = options.Value;
        return Results.Json(
            new RetentionView(kept.Events.TotalDays, kept.Seen.TotalDays, IBotRetentionStore.MostCounted, [.. bots]), AdminJson.Default.RetentionView);
    }
}
