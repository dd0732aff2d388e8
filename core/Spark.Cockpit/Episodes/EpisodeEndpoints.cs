using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Spark.Cockpit.Access;
using Spark.Cockpit.Admin;
using Spark.Runtime.Episodes;

namespace Spark.Cockpit.Episodes;

/// <summary>Episodes: found, counted, and taken along as a table.</summary>
internal static class EpisodeEndpoints
{
    private const int MostListed = 200;
    private const int UsuallyListed = 50;

    private static readonly TimeSpan LargestOffset = TimeSpan.FromHours(14);

    public static void MapEpisodes(this RouteGroupBuilder admin)
    {
        admin.MapGet("/episodes", ListAsync).Needs(Right.SeeConversations).Within(Reach.Sifted);
        admin.MapGet("/episodes/counts", CountAsync).Needs(Right.SeeConversations).Within(Reach.Sifted);
        admin.MapGet("/episodes/export", ExportAsync).Needs(Right.SeeConversations).Within(Reach.Sifted);
    }

    private static async Task<IResult> ListAsync(HttpContext http, IEpisodeIndex index, int? limit, CancellationToken cancellationToken)
    {
        var (query, problem) = EpisodeQuery.Read(http);
        if (query is null)
        {
            return Refusal(problem!);
        }

        var page = await index.ListAsync(query.Filter, query.Before, Math.Clamp(limit ?? UsuallyListed, 1, MostListed), cancellationToken);
        return Results.Json(
            new EpisodeList([.. page.Episodes.Select(EpisodeLine.Of)], EpisodeQuery.Write(page.Next)), AdminJson.Default.EpisodeList);
    }

    private static async Task<IResult> CountAsync(HttpContext http, IEpisodeIndex index, string? stretch, int? offset, CancellationToken cancellationToken)
    {
        var (query, problem) = EpisodeQuery.Read(http);
        if (query is null)
        {
            return Refusal(problem!);
        }

        TimeSpan? length = stretch switch { "hour" => TimeSpan.FromHours(1), null or "day" => TimeSpan.FromDays(1), _ => null };
        var added = TimeSpan.FromMinutes(offset ?? 0);
        if (length is null || added.Duration() > LargestOffset)
        {
            return Refusal("'stretch' is hour or day, and 'offset' the minutes that your clock is ahead of UTC.");
        }

        return Results.Json(EpisodeCounts.Of(await index.CountAsync(query.Filter, length.Value, added, cancellationToken)), AdminJson.Default.EpisodeCounts);
    }

    private static async Task<IResult> ExportAsync(HttpContext http, IEpisodeIndex index, CancellationToken cancellationToken)
    {
        var (query, problem) = EpisodeQuery.Read(http);
        if (query is null)
        {
            return Refusal(problem!);
        }

        http.Response.ContentType = "text/csv; charset=utf-8";
        http.Response.Headers.ContentDisposition = "attachment; filename=\"conversations.csv\"";
        await EpisodeTable.WriteAsync(http.Response.Body, index, query.Filter, cancellationToken);
        return Results.Empty;
    }

    private static IResult Refusal(string problem) => AdminError.Answer(StatusCodes.Status400BadRequest, "SPK14004", problem);
}
