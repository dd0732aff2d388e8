using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Spark.Cockpit.Access;
using Spark.Cockpit.Admin;
using Spark.Cockpit.Audit;
using Spark.Runtime.Bots;
using Spark.Runtime.Drafts;

namespace Spark.Cockpit.Drafts;

/// <summary>Drafts of bots: what designers work on until they publish it.</summary>
internal static class DraftEndpoints
{
    private const int MostFiles = 2_000;
    private const int MostCharacters = 8_000_000;

    public static void MapDrafts(this RouteGroupBuilder admin)
    {
        admin.MapGet("/bots/{bot}/draft", ShowAsync).Needs(Right.SeeBots).Within(Reach.Bot);
        admin.MapPut("/bots/{bot}/draft", SaveAsync).Needs(Right.EditBots).Within(Reach.Bot).Produces<SaveConflict>(StatusCodes.Status409Conflict).NotAudited("A draft answers nobody, keeps who saved it last, and is saved while somebody types.");
        admin.MapDelete("/bots/{bot}/draft", RemoveAsync).Needs(Right.EditBots).Within(Reach.Bot).Audited("draft.dropped");
    }

    private static async Task<IResult> ShowAsync(
        IDraftStore drafts, IPublicationStore publications, IBotVersionStore versions, string bot, CancellationToken cancellationToken)
    {
        var draft = await drafts.FindAsync(bot, cancellationToken);
        var published = await publications.ReadAsync(cancellationToken);
        var live = published.Versions.TryGetValue(bot, out var version) ? await versions.FindAsync(bot, version, cancellationToken) : null;
        if ((draft?.Files ?? live?.Files) is not { } files)
        {
            return AdminError.Answer(StatusCodes.Status404NotFound, "SPK12034", $"There is no bot '{bot}' here.");
        }

        return Results.Json(
            new DraftView(bot, draft?.Number ?? 0, draft?.SavedAt, draft?.SavedBy, files, live?.Files), AdminJson.Default.DraftView);
    }

    private static async Task<IResult> SaveAsync(HttpContext http, IDraftStore drafts, TimeProvider time, string bot, CancellationToken cancellationToken)
    {
        if (await RequestBody.ReadAsync(http, AdminJson.Default.DraftRequest, cancellationToken) is not { Files: { } files } request)
        {
            return RequestBody.Refusal();
        }

        if (files.Count > MostFiles || files.Sum(file => file.Key.Length + (long)(file.Value?.Length ?? 0)) > MostCharacters || files.Any(file => file.Value is null || !IsPath(file.Key)))
        {
            return AdminError.Answer(
                StatusCodes.Status400BadRequest, "SPK14048", $"A draft has at most {MostFiles} files and {MostCharacters / 1_000_000} million characters, and paths such as dialogs/welcome.yaml.");
        }

        var draft = new BotFilesDraft(bot, request.Number, time.GetUtcNow(), Operator.Of(http)!.Display, files);
        return await drafts.TryPutAsync(draft, cancellationToken)
            ? Results.Json(new DraftSaved(request.Number + 1), AdminJson.Default.DraftSaved)
            : SaveConflict.Answer(
                await drafts.FindAsync(bot, cancellationToken) is { } now ? new DraftView(bot, now.Number, now.SavedAt, now.SavedBy, now.Files, Live: null) : null,
                AdminJson.Default.DraftView,
                code: "SPK14049",
                message: "Somebody else has saved this bot since you opened it. Take what they saved and make your change again, or save over it.");
    }

    private static async Task<IResult> RemoveAsync(IDraftStore drafts, string bot, CancellationToken cancellationToken)
    {
        await drafts.RemoveAsync(bot, cancellationToken);
        return Results.NoContent();
    }

    private static bool IsPath(string path) =>
        path.Length is > 0 and <= 200 && !path.StartsWith('/') && !path.Contains('\\', StringComparison.Ordinal) && path.Split('/').All(part => part is not ("" or "." or ".."));
}
