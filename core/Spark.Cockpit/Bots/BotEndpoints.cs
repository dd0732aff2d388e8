using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Spark.Cockpit.Access;
using Spark.Cockpit.Admin;
using Spark.Cockpit.Audit;
using Spark.Engine.Reading;
using Spark.Runtime;
using Spark.Runtime.Bots;

namespace Spark.Cockpit.Bots;

/// <summary>Bots: publishing, going back, and who stands where.</summary>
internal static class BotEndpoints
{
    private const int LongestNote = 2_000;

    public static void MapBots(this RouteGroupBuilder admin)
    {
        admin.MapGet("/bots", BotListEndpoint.GetAsync).Needs(Right.SeeBots).Within(Reach.Sifted);
        admin.MapPost("/bots/publish", PublishAsync).Needs(Right.PublishBots).Within(Reach.Sifted).Audited("bot.published");
        admin.MapPost("/bots/{bot}/rollback", RollBackAsync).Needs(Right.PublishBots).Within(Reach.Bot).Audited("bot.rolled-back");
        admin.MapPost("/bots/{bot}/switch", SwitchAsync).Needs(Right.PublishBots).Within(Reach.Bot).Audited("bot.switched");
        admin.MapGet("/bots/{bot}/versions", ListAsync).Needs(Right.SeeBots).Within(Reach.Bot);
        admin.MapGet("/bots/{bot}/source", SourceAsync).Needs(Right.SeeBots).Within(Reach.Bot);
    }

    private static async Task<IResult> PublishAsync(HttpContext http, CancellationToken cancellationToken)
    {
        if (Desk(http) is not { } desk)
        {
            return NoHost();
        }

        if (await RequestBody.ReadAsync(http, AdminJson.Default.PublishRequest, cancellationToken) is not { } request)
        {
            return RequestBody.Refusal();
        }

        if (request.Note.Length > LongestNote)
        {
            return AdminError.Answer(StatusCodes.Status400BadRequest, "SPK14004", $"The note is longer than {LongestNote} characters.");
        }

        try
        {
            var order = new PublishOrder(request.Note, request.Move, request.AllowUntranslated) { OnlyBots = Operator.Of(http)!.Bots };
            var outcome = await desk.PublishAsync(new BotSource(request.Name, request.Files), order, cancellationToken);
            Note(http, outcome.Release).About(request.Name);
            return Results.Json(
                new PublishAnswer(outcome.Release, outcome.Findings),
                AdminJson.Default.PublishAnswer,
                statusCode: outcome.Release is null ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
        }
        catch (OperatorException refused)
        {
            return AdminError.Answer(StatusCodes.Status403Forbidden, refused.Code, refused.Message);
        }
    }

    private static async Task<IResult> RollBackAsync(HttpContext http, string bot, CancellationToken cancellationToken)
    {
        if (Desk(http) is not { } desk)
        {
            return NoHost();
        }

        if (await RequestBody.ReadAsync(http, AdminJson.Default.RollbackRequest, cancellationToken) is not { } request)
        {
            return RequestBody.Refusal();
        }

        try
        {
            var release = await desk.RollBackAsync(bot, request.Version, new(request.Note, request.Move, AllowsUntranslated: true), cancellationToken);
            Note(http, release);
            return Results.Json(new PublishAnswer(release, []), AdminJson.Default.PublishAnswer);
        }
        catch (OperatorException refused)
        {
            return AdminError.Answer(StatusCodes.Status404NotFound, refused.Code, refused.Message);
        }
    }

    private static async Task<IResult> SwitchAsync(HttpContext http, IBotSwitch bots, string bot, CancellationToken cancellationToken)
    {
        if (await RequestBody.ReadAsync(http, AdminJson.Default.SwitchRequest, cancellationToken) is not { } request)
        {
            return RequestBody.Refusal();
        }

        AuditNote.Of(http).Add("switched", request.IsOn ? "on" : "off");
        return await bots.SwitchAsync(bot, request.IsOn, cancellationToken) ? Results.NoContent() : NeverPublished(bot);
    }

    private static async Task<IResult> ListAsync(HttpContext http, IPublicationStore publications, string bot, CancellationToken cancellationToken)
    {
        var releases = await publications.ListAsync(bot, cancellationToken);
        if (releases.Count == 0)
        {
            return NeverPublished(bot);
        }

        var counts = (await publications.CountAsync(cancellationToken))
            .Where(count => count.Bot == bot)
            .ToDictionary(count => count.Version, count => count.Open, StringComparer.Ordinal);
        var lines = new List<VersionLine>();
        foreach (var release in releases.Reverse())
        {
            var misfits = Desk(http) is { } desk ? await desk.FindMisfitsAsync(bot, release.Version, cancellationToken) : null;
            lines.Add(new(release, lines.Count == 0, counts.GetValueOrDefault(release.Version), misfits));
        }

        var isOff = (await publications.ReadAsync(cancellationToken)).Off.Contains(bot);
        return Results.Json(new VersionList(bot, isOff, lines), AdminJson.Default.VersionList);
    }

    private static async Task<IResult> SourceAsync(
        IPublicationStore publications, IBotVersionStore versions, string bot, string? version, CancellationToken cancellationToken)
    {
        var releases = await publications.ListAsync(bot, cancellationToken);
        var wanted = releases.LastOrDefault(release => version is null || release.Version.StartsWith(version, StringComparison.Ordinal));
        return wanted is not null && await versions.FindAsync(bot, wanted.Version, cancellationToken) is { } source
            ? Results.Json(source, AdminJson.Default.BotSource)
            : AdminError.Answer(StatusCodes.Status404NotFound, "SPK12034", $"Bot '{bot}' has no {(version is null ? "published version" : $"version '{version}'")}.");
    }

    private static AuditNote Note(HttpContext http, Release? release) => AuditNote.Of(http)
        .Add("version", release?.Version).Add("number", release?.Number).Add("move", release?.Move).Add("note", release?.Note);

    private static IResult NeverPublished(string bot) =>
        AdminError.Answer(StatusCodes.Status404NotFound, "SPK12034", $"Bot '{bot}' was never published here.");

    private static IBotDesk? Desk(HttpContext http) => http.RequestServices.GetService(typeof(IBotDesk)) as IBotDesk;

    // A command without a running host has a database, but no plugins against which a bot could be checked.
    private static IResult NoHost() => AdminError.Answer(
        StatusCodes.Status409Conflict, "SPK12012", "Publishing checks the bot against the plugins of a host: start one, and name it with --host when it is not the one of --data.");
}
