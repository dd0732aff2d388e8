using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Spark.Cockpit.Access;
using Spark.Cockpit.Admin;
using Spark.Cockpit.Episodes;

namespace Spark.Cockpit.Insights;

/// <summary>What bots understood, which ways people took, and how long desks took.</summary>
internal static class InsightEndpoints
{
    public static void MapInsights(this RouteGroupBuilder admin) =>
        admin.MapGet("/insights", ShowAsync).Needs(Right.SeeConversations).Within(Reach.Sifted);

    private static async Task<IResult> ShowAsync(HttpContext http, InsightReader reader, CancellationToken cancellationToken)
    {
        var (query, problem) = EpisodeQuery.Read(http);
        if (query is null)
        {
            return AdminError.Answer(StatusCodes.Status400BadRequest, "SPK14004", problem!);
        }

        var (episodes, gone, isAll) = await reader.ReadAsync(query.Filter, cancellationToken);
        var heard = episodes.SelectMany(episode => episode.Turns).SelectMany(turn => turn.Intents).ToList();
        var missed = heard.Count(intent => intent is null);
        return Results.Json(
            new InsightView(
                episodes.Count,
                isAll,
                gone,
                heard.Count - missed,
                missed,
                InsightCount.Intents(episodes),
                Operator.Of(http)!.May(Right.ReadTranscripts) ? InsightCount.Sentences(episodes) : null,
                InsightCount.Handovers(episodes),
                InsightCount.Paths(episodes)),
            AdminJson.Default.InsightView);
    }
}
