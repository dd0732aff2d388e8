using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Spark.Cockpit.Access;
using Spark.Cockpit.Admin;
using Spark.Cockpit.Audit;

namespace Spark.Cockpit.Studio.Intents;

/// <summary>What the examples of files that nobody has published make a bot understand.</summary>
internal static class IntentEndpoints
{
    private const int LongestText = 4_000;
    private const string Trial = "It tries in memory, and changes nothing.";

    public static void MapIntents(this RouteGroupBuilder admin)
    {
        admin.MapPost("/studio/intents/try", TryAsync).Needs(Right.EditBots).Within(Reach.Sifted).NotAudited(Trial);
        admin.MapPost("/studio/intents/overlaps", OverlapsAsync).Needs(Right.EditBots).Within(Reach.Sifted).NotAudited(Trial);
    }

    private static async Task<IResult> TryAsync(HttpContext http, IBotUnderstanding understanding, CancellationToken cancellationToken) =>
        await ReadAsync(http, cancellationToken) is not { Text: { Length: > 0 and <= LongestText } text } request
            ? RequestBody.Refusal()
            : !Operator.Of(http)!.Reaches(request.Name)
            ? BotGate.Refusal()
            : understanding.Try(new(request.Name, request.Files), request.Language, text) is { } verdict
            ? Results.Json(verdict, AdminJson.Default.StudioVerdict)
            : Refusal(request.Language);

    private static async Task<IResult> OverlapsAsync(HttpContext http, IBotUnderstanding understanding, CancellationToken cancellationToken) =>
        await ReadAsync(http, cancellationToken) is not { } request
            ? RequestBody.Refusal()
            : !Operator.Of(http)!.Reaches(request.Name)
            ? BotGate.Refusal()
            : understanding.Judge(new(request.Name, request.Files), request.Language, cancellationToken) is { } overlaps
            ? Results.Json(overlaps, AdminJson.Default.StudioOverlaps)
            : Refusal(request.Language);

    private static async Task<IntentTrialRequest?> ReadAsync(HttpContext http, CancellationToken cancellationToken) =>
        await RequestBody.ReadAsync(http, AdminJson.Default.IntentTrialRequest, cancellationToken) is { Name: not null, Files: not null, Language: not null } request
            ? request
            : null;

    private static IResult Refusal(string language) => AdminError.Answer(
        StatusCodes.Status409Conflict, "SPK14004", $"There is nothing to try in '{language}': the bot has errors, or examples of fewer than two intents.");
}
