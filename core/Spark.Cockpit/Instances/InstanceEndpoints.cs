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
        admin.MapGet("/instances/{name}", ShowAsync).Needs(Right.EditChannels);
        admin.MapPut("/instances/{name}", (HttpContext http, InstanceBook book, PluginHost plugins, string name, CancellationToken cancellationToken) =>
            ChangeAsync(http, book, plugins, name, book.SaveAsync, cancellationToken)).Needs(Right.EditChannels).Audited("instance.set");
        admin.MapPost("/instances/{name}/test", (HttpContext http, InstanceBook book, PluginHost plugins, string name, CancellationToken cancellationToken) =>
            ChangeAsync(http, book, plugins, name, book.TryAsync, cancellationToken)).Needs(Right.EditChannels).Audited("instance.tried");
        admin.MapDelete("/instances/{name}", RemoveAsync).Needs(Right.EditChannels).Audited("instance.removed");
    }

    private static async Task<IResult> ShowAsync(InstanceBook book, string name, CancellationToken cancellationToken) =>
        await book.FindAsync(name, cancellationToken) is { } details
            ? Results.Json(details, AdminJson.Default.InstanceDetails)
            : AdminError.Answer(StatusCodes.Status404NotFound, "SPK14051", $"Nothing called '{name}' was set up in the cockpit.");

    private static async Task<IResult> ChangeAsync(
        HttpContext http,
        InstanceBook book,
        PluginHost plugins,
        string name,
        Func<string, InstanceRequest, CancellationToken, Task<InstanceAnswer>> change,
        CancellationToken cancellationToken)
    {
        if (await RequestBody.ReadAsync(http, AdminJson.Default.InstanceRequest, cancellationToken)
            is not { Plugin: not null, Settings.ValueKind: JsonValueKind.Object, Kind: InstanceKind.Channel or InstanceKind.Connection } request)
        {
            return RequestBody.Refusal();
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
            var answer = await change(name, request, cancellationToken);
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

    private static async Task<IResult> RemoveAsync(InstanceBook book, string name, CancellationToken cancellationToken)
    {
        if (book.IsFixed(name))
        {
            return Fixed(name);
        }

        await book.RemoveAsync(name, cancellationToken);
        return Results.NoContent();
    }

    private static IResult Fixed(string name) => AdminError.Answer(
        StatusCodes.Status409Conflict, "SPK14050", $"'{name}' stands in the environment file, which is the operator's: change it there and start the host again.");
}
