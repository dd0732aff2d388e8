using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Spark.Cockpit.Access;
using Spark.Cockpit.Admin;
using Spark.Cockpit.Audit;
using Spark.Engine.Reading;
using Spark.Plugins;
using Spark.Plugins.Installing;

namespace Spark.Cockpit.Plugins;

/// <summary>
/// Installs plugins in two steps, reloads, switches and removes them. First a plugin is brought and looked at, and nothing of it runs; then
/// somebody says yes to the digest that was shown. Bringing one is refused unless the operator has allowed it.
/// </summary>
internal static class PluginInstallEndpoints
{
    private const string NotAllowed = "SPK14070";
    private const string Refused = "SPK14071";
    private const string NotHere = "SPK14072";

    public static void MapPluginInstalls(this RouteGroupBuilder admin)
    {
        admin.MapPost("/plugins/archive", UploadAsync).Accepts<Stream>("application/zip", "*/*").Needs(Right.ManagePlugins).Audited("plugin.brought");
        admin.MapPost("/plugins/folder", CopyAsync).Needs(Right.ManagePlugins).Audited("plugin.brought");
        admin.MapPost("/plugins/install", InstallAsync).Needs(Right.ManagePlugins).Audited("plugin.installed");
        admin.MapPost("/plugins/{id}/reload", ReloadAsync).Needs(Right.ManagePlugins).Audited("plugin.reloaded");
        admin.MapPost("/plugins/{id}/disable", (HttpContext http, PluginDesk desk, PluginHost plugins, string id, CancellationToken cancellationToken) =>
            ChangeAsync(plugins, id, () => desk.SwitchAsync(id, isOff: true, cancellationToken))).Needs(Right.ManagePlugins).Audited("plugin.disabled");
        admin.MapPost("/plugins/{id}/enable", (HttpContext http, PluginDesk desk, PluginHost plugins, string id, CancellationToken cancellationToken) =>
            ChangeAsync(plugins, id, () => desk.SwitchAsync(id, isOff: false, cancellationToken))).Needs(Right.ManagePlugins).Audited("plugin.enabled");
        admin.MapDelete("/plugins/{id}/{version}", RemoveAsync).Needs(Right.ManagePlugins).Audited("plugin.removed");
    }

    private static async Task<IResult> UploadAsync(HttpContext http, PluginDesk desk, PluginInstallation installation, CancellationToken cancellationToken)
    {
        if (installation is not { IsAllowed: true, Stage: { } stage })
        {
            return Closed();
        }

        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            // The stage counts by itself, and answers in words.
            limit.MaxRequestBodySize = InstallLimits.ArchiveBytes + 1024;
        }

        return await OfferAsync(http, desk, await stage.UnpackAsync(http.Request.Body, cancellationToken), "archive", cancellationToken);
    }

    private static async Task<IResult> CopyAsync(HttpContext http, PluginDesk desk, PluginInstallation installation, CancellationToken cancellationToken)
    {
        if (installation is not { IsAllowed: true, Stage: { } stage })
        {
            return Closed();
        }

        return await RequestBody.ReadAsync(http, AdminJson.Default.FolderRequest, cancellationToken) is { Folder: { Length: > 0 } folder }
            ? await OfferAsync(http, desk, await stage.CopyAsync(folder, cancellationToken), folder, cancellationToken)
            : RequestBody.Refusal();
    }

    private static async Task<IResult> OfferAsync(
        HttpContext http, PluginDesk desk, (PluginCandidate? Candidate, IReadOnlyList<Finding> Findings) brought, string from, CancellationToken cancellationToken)
    {
        if (brought.Candidate is not { } candidate)
        {
            return Refuse(brought.Findings);
        }

        AuditNote.Of(http).About(candidate.Id).Add("version", candidate.Version).Add("digest", candidate.Digest).Add("from", from);
        return Results.Json(await desk.DescribeAsync(candidate, cancellationToken), AdminJson.Default.PluginOffered);
    }

    private static async Task<IResult> InstallAsync(HttpContext http, PluginDesk desk, PluginInstallation installation, CancellationToken cancellationToken)
    {
        if (installation is not { IsAllowed: true, Stage: not null })
        {
            return Closed();
        }

        if (await RequestBody.ReadAsync(http, AdminJson.Default.InstallRequest, cancellationToken) is not { Digest: { Length: > 0 } digest })
        {
            return RequestBody.Refusal();
        }

        var (answer, findings) = await desk.InstallAsync(digest, cancellationToken);
        if (answer is null)
        {
            return Refuse(findings);
        }

        AuditNote.Of(http).About(answer.Plugins[0].Id).Add("version", answer.Plugins[0].Version).Add("digest", digest);
        return Results.Json(answer, AdminJson.Default.PluginAnswer);
    }

    private static Task<IResult> ReloadAsync(PluginDesk desk, PluginHost plugins, string id, CancellationToken cancellationToken) =>
        ChangeAsync(plugins, id, () => desk.ReloadAsync(id, cancellationToken));

    private static async Task<IResult> RemoveAsync(HttpContext http, PluginDesk desk, string id, string version, CancellationToken cancellationToken)
    {
        AuditNote.Of(http).About(id).Add("version", version);
        return await desk.RemoveAsync(id, version, cancellationToken)
            ? Results.NoContent()
            : AdminError.Answer(
                StatusCodes.Status409Conflict, NotHere, $"The plugin '{id}' {version} was not installed in the cockpit: it lies in the operator's folder, and is taken away there. It can be disabled here.");
    }

    private static async Task<IResult> ChangeAsync(PluginHost plugins, string id, Func<Task<(PluginAnswer? Answer, IReadOnlyList<Finding> Findings)>> change)
    {
        if (plugins.Catalog.Plugins.All(plugin => plugin.Id != id))
        {
            return AdminError.Answer(StatusCodes.Status404NotFound, NotHere, $"No plugin '{id}' is installed.");
        }

        var (answer, findings) = await change();
        return answer is null ? Refuse(findings) : Results.Json(answer, AdminJson.Default.PluginAnswer);
    }

    private static IResult Refuse(IReadOnlyList<Finding> findings) => AdminError.Answer(
        StatusCodes.Status422UnprocessableEntity, Refused, string.Join(' ', findings.Select(finding => $"{finding.Message} {finding.Remedy} ({finding.Code})")));

    private static IResult Closed() => AdminError.Answer(
        StatusCodes.Status409Conflict,
        NotAllowed,
        "Installing plugins from the cockpit is switched off: a plugin runs with all the rights of the host. The operator allows it with --allow-plugin-install (or SPARK_AllowPluginInstall=true) and starts the host again.");
}
