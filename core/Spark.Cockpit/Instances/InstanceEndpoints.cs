using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Spark.Cockpit.Access;
using Spark.Cockpit.Admin;
using Spark.Cockpit.Audit;
using Spark.Plugins;
using Spark.Plugins.Catalog;
using Spark.Plugins.Instances;
using Spark.Runtime;

namespace Spark.Cockpit.Instances;

/// <summary>Sets channel instances and connections up, tries them, and takes them away.</summary>
internal static class InstanceEndpoints
{
    public static void MapInstances(this RouteGroupBuilder admin)
    {
        admin.MapGet("/instances/{name}", ShowAsync).Needs(Right.EditChannels).Within(Reach.Sifted);
        admin.MapPut("/instances/{name}", (HttpContext http, InstanceBook book, PluginHost plugins, string name, CancellationToken cancellationToken) =>
            ChangeAsync(http, book, plugins, name, book.SaveAsync, cancellationToken)).Needs(Right.EditChannels).Within(Reach.Sifted)
            .Produces<SaveConflict>(StatusCodes.Status409Conflict).Audited("instance.set");
        admin.MapPost("/instances/{name}/test", (HttpContext http, InstanceBook book, PluginHost plugins, string name, CancellationToken cancellationToken) =>
            ChangeAsync(http, book, plugins, name, book.TryAsync, cancellationToken)).Needs(Right.EditChannels).Within(Reach.Sifted).Audited("instance.tried");
        admin.MapDelete("/instances/{name}", RemoveAsync).Needs(Right.EditChannels).Within(Reach.Sifted).Audited("instance.removed");
    }

    private static async Task<IResult> ShowAsync(HttpContext http, InstanceBook book, string name, CancellationToken cancellationToken) =>
        !await ReachesAsync(http, book, name, cancellationToken) ? BotGate.Refusal()
            : await book.FindAsync(name, cancellationToken) is { } details
            ? Results.Json(details, AdminJson.Default.InstanceDetails)
            : AdminError.Answer(StatusCodes.Status404NotFound, "SPK14051", $"Nothing called '{name}' was set up in the cockpit.");

    private static async Task<IResult> ChangeAsync(
        HttpContext http,
        InstanceBook book,
        PluginHost plugins,
        string name,
        Func<string, InstanceRequest, CancellationToken, Task<InstanceAnswer?>> change,
        CancellationToken cancellationToken)
    {
        if (await RequestBody.ReadAsync(http, AdminJson.Default.InstanceRequest, cancellationToken)
            is not { Plugin: not null, Settings.ValueKind: JsonValueKind.Object, Kind: InstanceKind.Channel or InstanceKind.Connection } request)
        {
            return RequestBody.Refusal();
        }

        if (!MayHave(Operator.Of(http)!, request) || !await ReachesAsync(http, book, name, cancellationToken))
        {
            return BotGate.Refusal();
        }

        if (book.IsFixed(name))
        {
            return Fixed(name);
        }

        var known = plugins.Catalog.Instances.FirstOrDefault(instance => instance.Id == name && instance.Kind != InstanceKind.Action);
        if (known is not null && known.Kind != request.Kind)
        {
            return AdminError.Answer(StatusCodes.Status409Conflict, "SPK14052", $"Another instance is called '{name}'. Give this one a name of its own.");
        }

        try
        {
            if (await change(name, request, cancellationToken) is not { } answer)
            {
                return SaveConflict.Answer(await book.FindAsync(name, cancellationToken), AdminJson.Default.InstanceDetails);
            }

            AuditNote.Of(http).Add("kind", request.Kind).Add("plugin", request.Plugin).Add("bot", request.Bot).Add("status", answer.Status)
                .Add("allowPrivate", request.AllowPrivate ? "true" : null);
            var isGood = answer.IsSaved || answer.Status == PluginStatus.Running;
            return Results.Json(answer, AdminJson.Default.InstanceAnswer, statusCode: isGood ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
        }
        catch (OperatorException noKey)
        {
            return AdminError.Answer(StatusCodes.Status409Conflict, noKey.Code, noKey.Message);
        }
    }

    private static async Task<IResult> RemoveAsync(HttpContext http, InstanceBook book, string name, CancellationToken cancellationToken)
    {
        if (!await ReachesAsync(http, book, name, cancellationToken))
        {
            return BotGate.Refusal();
        }

        if (book.IsFixed(name))
        {
            return Fixed(name);
        }

        await book.RemoveAsync(name, cancellationToken);
        return Results.NoContent();
    }

    // Connections are of no bot, whatever a request says: all bots share them.
    private static bool MayHave(Operator who, InstanceRequest request) => who.Bots is null || (request.Kind == InstanceKind.Channel && who.Reaches(request.Bot));

    // What is not there yet is nobody's.
    private static async Task<bool> ReachesAsync(HttpContext http, InstanceBook book, string name, CancellationToken cancellationToken) =>
        Operator.Of(http)! is { Bots: null } || !(await book.ListAsync(cancellationToken)).TryGetValue(name, out var known) || Operator.Of(http)!.Reaches(known.Bot);

    private static IResult Fixed(string name) => AdminError.Answer(
        StatusCodes.Status409Conflict, "SPK14050", $"'{name}' stands in the environment file, which is the operator's: change it there and start the host again.");
}
