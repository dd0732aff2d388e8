using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Spark.Cockpit.Access;
using Spark.Cockpit.Admin;
using Spark.Cockpit.Audit;
using Spark.Cockpit.Episodes;
using Spark.Runtime.Episodes;
using Spark.Runtime.Feeds;
using Spark.Runtime.Operations;
using Spark.Runtime.Turns;

namespace Spark.Cockpit.Conversations;

/// <summary>Conversations: which there are, how one stands, taking one back, and news of its ticket.</summary>
internal static class ConversationEndpoints
{
    private const int MostListed = 500;
    private const int UsuallyListed = 50;

    public static void MapConversations(this RouteGroupBuilder admin)
    {
        admin.MapGet("/conversations", ListAsync).Needs(Right.SeeConversations).Within(Reach.Sifted);

        // By query, because the channel's own ids hold slashes.
        admin.MapGet("/conversation", ShowAsync).Needs(Right.SeeConversations).Within(Reach.Conversation).Audited("transcript.read");
        admin.MapGet("/conversation/transcript", TranscriptEndpoint.GetAsync).Needs(Right.ReadTranscripts).Within(Reach.Conversation).Audited("transcript.read");
        admin.MapGet("/conversation/record", RecordEndpoint.GetAsync).Needs(Right.ReadTranscripts).Within(Reach.Conversation).Audited("conversation.recorded");
        admin.MapGet("/conversation/evidence", RecordEndpoint.PackAsync).Needs(Right.ReadTranscripts).Within(Reach.Conversation).Audited("conversation.packed");
        admin.MapPost("/conversation/release", ReleaseAsync).Needs(Right.ActOnConversations).Within(Reach.Conversation).Audited("conversation.released");
        admin.MapPost("/conversation/restart", RestartAsync).Needs(Right.ActOnConversations).Within(Reach.Conversation).Audited("conversation.restarted");
        admin.MapPost("/conversation/reassign", ReassignEndpoint.PostAsync).Needs(Right.ActOnConversations).Within(Reach.Conversation).Audited("conversation.reassigned");
        admin.MapOperators();
        admin.MapPost("/conversation/ticket", TicketEndpoint.TellAsync).Needs(Right.ActOnConversations).Within(Reach.Conversation).Audited("conversation.ticket");
    }

    private static async Task<IResult> ListAsync(
        HttpContext http, IConversationIndex index, IEpisodeIndex episodes, string? before, int? limit, string? outcome, string? state, CancellationToken cancellationToken)
    {
        if (outcome is not null || state is not null)
        {
            return await ListEpisodesAsync(http, limit, cancellationToken);
        }

        var cursor = before is null ? null : ConversationPage.Parse(before);
        if (before is not null && cursor is null)
        {
            return AdminError.Answer(StatusCodes.Status400BadRequest, "SPK14004", $"'{before}' is no place in the list: give what 'next' of the page before said.");
        }

        var most = Math.Clamp(limit ?? UsuallyListed, 1, MostListed);
        var page = await index.ListAsync(cursor, most, cancellationToken);
        var next = page.Count == most ? ConversationPage.Text(page[^1]) : null;
        var shown = new List<ConversationLine>(page.Count);
        foreach (var summary in page)
        {
            if (await BotGate.ReachesAsync(Operator.Of(http)!, episodes, summary.Key, cancellationToken))
            {
                shown.Add(ConversationLine.Of(summary));
            }
        }

        return Results.Json(new ConversationList(shown, next), AdminJson.Default.ConversationList);
    }

    // The same list as that of episodes, in the shape of this one: commands have filtered by outcome here from the beginning.
    private static async Task<IResult> ListEpisodesAsync(HttpContext http, int? limit, CancellationToken cancellationToken)
    {
        var (query, problem) = EpisodeQuery.Read(http);
        if (query is null)
        {
            return AdminError.Answer(StatusCodes.Status400BadRequest, "SPK14004", problem!);
        }

        var page = await http.RequestServices.GetRequiredService<IEpisodeIndex>()
            .ListAsync(query.Filter, query.Before, Math.Clamp(limit ?? UsuallyListed, 1, MostListed), cancellationToken);
        return Results.Json(
            new ConversationList(
                [.. page.Episodes.Select(one => ConversationLine.Of(one.Conversation) with { Episode = EpisodeView.Of(one.Episode) })],
                EpisodeQuery.Write(page.Next)),
            AdminJson.Default.ConversationList);
    }

    private static async Task<IResult> ShowAsync(
        HttpContext http, IConversationIndex index, IConversationLog log, string address, bool? texts, CancellationToken cancellationToken)
    {
        if (ConversationAddress.Parse(address) is not { } key)
        {
            return NoAddress(address);
        }

        var withTexts = texts == true && Operator.Of(http)!.May(Right.ReadTranscripts);
        AuditNote.Of(http).IsMuted = !withTexts;
        if (await ConversationReader.ReadAsync(index, log, key, withTexts, cancellationToken) is not { } view)
        {
            return NotFound(address);
        }

        if (withTexts)
        {
            TranscriptViews.Tell(http, key.ToString());
        }

        var desks = view.Desk is not null && http.RequestServices.GetService(typeof(ConversationReassignment)) is ConversationReassignment reassignment
            ? await reassignment.DesksAsync(key, cancellationToken)
            : [];
        return Results.Json(view with { Desks = desks }, AdminJson.Default.ConversationView);
    }

    private static Task<IResult> ReleaseAsync(HttpContext http, string address, CancellationToken cancellationToken) =>
        GiveAsync(http, address, static (release, key, token) => release.ReleaseAsync(key, token), cancellationToken);

    private static Task<IResult> RestartAsync(HttpContext http, string address, CancellationToken cancellationToken) =>
        GiveAsync(http, address, static (release, key, token) => release.RestartAsync(key, token), cancellationToken);

    private static async Task<IResult> GiveAsync(
        HttpContext http, string address, Func<ConversationRelease, ConversationKey, CancellationToken, Task<ReleaseResult>> give, CancellationToken cancellationToken)
    {
        if (ConversationAddress.Parse(address) is not { } key)
        {
            return NoAddress(address);
        }

        // A command without a running host has a database, but no bot that could answer.
        if (http.RequestServices.GetService(typeof(ConversationRelease)) is not ConversationRelease release)
        {
            return AdminError.Answer(
                StatusCodes.Status409Conflict, "SPK12012", "Giving a conversation back runs a turn of its bot: start a host, and name it with --host when it is not the one of --data.");
        }

        return await give(release, key, cancellationToken) switch
        {
            ReleaseResult.Released => Results.NoContent(),
            ReleaseResult.NotFound => NotFound(address),
            ReleaseResult.NotAway => AdminError.Answer(StatusCodes.Status409Conflict, "SPK14007", $"The bot holds conversation '{address}' already."),
            ReleaseResult.Closed => AdminError.Answer(
                StatusCodes.Status409Conflict, "SPK14007", $"Conversation '{address}' is closed: nobody can be spoken to in it until its channel opens it again."),
            _ => AdminError.Answer(StatusCodes.Status409Conflict, "SPK14007", $"The channel instance of conversation '{address}' does not run on this host."),
        };
    }

    internal static IResult NoAddress(string address) => AdminError.Answer(
        StatusCodes.Status400BadRequest, "SPK14004", $"'{address}' names no conversation: give its key, or its channel instance and id as instance/id.");

    internal static IResult NotFound(string address) =>
        AdminError.Answer(StatusCodes.Status404NotFound, "SPK14006", $"There is no conversation '{address}'.");
}
