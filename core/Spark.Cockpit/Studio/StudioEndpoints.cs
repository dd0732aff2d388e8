using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Spark.Cockpit.Access;
using Spark.Cockpit.Admin;
using Spark.Cockpit.Audit;
using Spark.Cockpit.Conversations;
using Spark.Engine.Reading.Schemas;
using Spark.Plugins;
using Spark.Runtime;
using Spark.Runtime.Bots;
using Spark.Runtime.Feeds;
using Spark.Runtime.Offload;
using Spark.Runtime.Operations;
using Spark.Runtime.Outbox;
using Spark.Runtime.Recording;

namespace Spark.Cockpit.Studio;

/// <summary>What designers try before they publish, and what is behind a reply.</summary>
internal static class StudioEndpoints
{
    private const string Trial = "It tries in memory, and changes nothing.";

    public static void MapStudio(this RouteGroupBuilder admin)
    {
        admin.MapPost("/studio/check", CheckAsync).Needs(Right.SeeBots).Within(Reach.Sifted).NotAudited(Trial);
        admin.MapPost("/studio/test", TestAsync).Needs(Right.EditBots).Within(Reach.Sifted).NotAudited(Trial);
        admin.MapGet("/studio/schema/{kind}", Schema).Needs(Right.SeeBots).Within(Reach.Everything);
        admin.MapGet("/conversation/why", WhyAsync).Needs(Right.ReadTranscripts).Within(Reach.Conversation).Audited("transcript.read");
    }

    private static async Task<IResult> CheckAsync(HttpContext http, IBotStudio studio, CancellationToken cancellationToken) =>
        await RequestBody.ReadAsync(http, AdminJson.Default.FilesRequest, cancellationToken) is not { Name: not null, Files: not null } request
            ? RequestBody.Refusal()
            : Operator.Of(http)!.Reaches(request.Name)
            ? Results.Json(new FindingList(studio.Check(new(request.Name, request.Files))), AdminJson.Default.FindingList)
            : BotGate.Refusal();

    private static async Task<IResult> TestAsync(HttpContext http, IBotStudio studio, CancellationToken cancellationToken) =>
        await RequestBody.ReadAsync(http, AdminJson.Default.FilesRequest, cancellationToken) is not { Name: not null, Files: not null } request
            ? RequestBody.Refusal()
            : Operator.Of(http)!.Reaches(request.Name)
            ? Results.Json(await studio.TestAsync(new(request.Name, request.Files), cancellationToken), AdminJson.Default.StudioTests)
            : BotGate.Refusal();

    private static IResult Schema(IBotStudio studio, string kind) =>
        Enum.TryParse<SchemaKind>(kind, ignoreCase: true, out var parsed) && Enum.IsDefined(parsed)
            ? Results.Text(studio.Schema(parsed), "application/schema+json", Encoding.UTF8)
            : AdminError.Answer(StatusCodes.Status404NotFound, "SPK14004", $"There is no schema '{kind}': ask for {string.Join(", ", Enum.GetNames<SchemaKind>())}.");

    private static async Task<IResult> WhyAsync(
        HttpContext http,
        IBotStudio studio,
        IConversationIndex index,
        IConversationLog log,
        IBotVersionStore versions,
        PluginHost plugins,
        string effect,
        CancellationToken cancellationToken)
    {
        if (!EffectAddress.TryParse(effect, out var address))
        {
            return AdminError.Answer(StatusCodes.Status400BadRequest, "SPK14004", $"'{effect}' is no effect's address.");
        }

        if (await ConversationRecorder.ReadAsync(index, log, versions, address.Conversation, cancellationToken) is not { } record)
        {
            return ConversationEndpoints.NotFound(address.Conversation.ToString());
        }

        if (!record.IsWhole)
        {
            return AdminError.Answer(
                StatusCodes.Status409Conflict, "SPK12041", "Retention has removed the beginning of this conversation: a replay has nothing to begin with.");
        }

        TranscriptViews.Tell(http, record.Key);
        record = record with { Plugins = [.. plugins.Catalog.Plugins.Select(plugin => $"{plugin.Id} {plugin.Version}")] };
        try
        {
            var lines = studio.Why(record, address.Effect);
            var mask = LinkMask.Of(record.Turns.Select(turn => turn.Event));
            return lines.Count > 0
                ? Results.Json(new WhyAnswer([.. lines.Select(line => new WhyLine(line.Key, mask.Apply(line.Value)))]), AdminJson.Default.WhyAnswer)
                : AdminError.Answer(StatusCodes.Status404NotFound, "SPK12042", $"A replay of the conversation gives no effect {address.Effect}.");
        }
        catch (OperatorException refused)
        {
            return AdminError.Answer(StatusCodes.Status409Conflict, refused.Code, refused.Message);
        }
    }
}
