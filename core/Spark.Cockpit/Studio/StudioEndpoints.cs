using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Spark.Cockpit.Access;
using Spark.Cockpit.Admin;
using Spark.Cockpit.Audit;
using Spark.Cockpit.Conversations;
using Spark.Engine.Reading.Schemas;
using Spark.Plugins;
using Spark.Runtime.Bots;
using Spark.Runtime.Feeds;
using Spark.Runtime.Operations;
using Spark.Runtime.Outbox;
using Spark.Runtime.Recording;

namespace Spark.Cockpit.Studio;

/// <summary>What designers try before they publish, and what is behind a reply.</summary>
internal static class StudioEndpoints
{
    private const int MostLines = 200;
    private const string Trial = "It tries in memory, and changes nothing.";

    public static void MapStudio(this RouteGroupBuilder admin)
    {
        admin.MapPost("/studio/check", CheckAsync).Needs(Right.SeeBots).Within(Reach.Sifted).NotAudited(Trial);
        admin.MapPost("/studio/test", TestAsync).Needs(Right.EditBots).Within(Reach.Sifted).NotAudited(Trial);
        admin.MapPost("/studio/talk", TalkAsync).Needs(Right.EditBots).Within(Reach.Sifted).NotAudited(Trial);
        admin.MapGet("/studio/schema/{kind}", Schema).Needs(Right.SeeBots).Within(Reach.Everything);
        admin.MapGet("/conversation/why", WhyAsync).Needs(Right.ReadTranscripts).Within(Reach.Conversation);
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

    private static async Task<IResult> TalkAsync(HttpContext http, IBotStudio studio, CancellationToken cancellationToken)
    {
        if (await RequestBody.ReadAsync(http, AdminJson.Default.TalkRequest, cancellationToken)
            is not { Name: not null, Files: not null, Script.Lines: { Count: <= MostLines } lines } request)
        {
            return RequestBody.Refusal();
        }

        if (!Operator.Of(http)!.Reaches(request.Name))
        {
            return BotGate.Refusal();
        }

        return lines.Select(line => line.Output).FirstOrDefault(output => !IsJson(output)) is { } wrong
            ? AdminError.Answer(StatusCodes.Status400BadRequest, "SPK14004", $"The action's output is no JSON: {wrong}")
            : Results.Json(studio.Talk(new(request.Name, request.Files), request.Script), AdminJson.Default.StudioTalk);
    }

    private static IResult Schema(IBotStudio studio, string kind) =>
        Enum.TryParse<SchemaKind>(kind, ignoreCase: true, out var parsed) && Enum.IsDefined(parsed)
            ? Results.Text(studio.Schema(parsed), "application/schema+json", Encoding.UTF8)
            : AdminError.Answer(StatusCodes.Status404NotFound, "SPK14004", $"There is no schema '{kind}': ask for {string.Join(", ", Enum.GetNames<SchemaKind>())}.");

    private static async Task<IResult> WhyAsync(
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

        record = record with { Plugins = [.. plugins.Catalog.Plugins.Select(plugin => $"{plugin.Id} {plugin.Version}")] };
        var lines = studio.Why(record, address.Effect);
        return lines.Count > 0
            ? Results.Json(new WhyAnswer([.. lines.Select(line => new WhyLine(line.Key, line.Value))]), AdminJson.Default.WhyAnswer)
            : AdminError.Answer(StatusCodes.Status404NotFound, "SPK12042", $"A replay of the conversation gives no effect {address.Effect}.");
    }

    private static bool IsJson(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return true;
        }

        try
        {
            using var parsed = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
