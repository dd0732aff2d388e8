using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Spark.Cockpit.Admin;
using Spark.Cockpit.Audit;
using Spark.Runtime.Access;

namespace Spark.Cockpit.Access;

/// <summary>API clients: made, listed, given a new secret and revoked; and the audit of what they and operators did.</summary>
internal static class ClientEndpoints
{
    private const int LongestName = 80;
    private const int MostListed = 1_000;
    private const int UsuallyListed = 100;
    private static readonly TimeSpan UsualOverlap = TimeSpan.FromDays(1);
    private static readonly TimeSpan LongestOverlap = TimeSpan.FromDays(90);

    public static void MapClients(this RouteGroupBuilder admin)
    {
        admin.MapGet("/api-clients", ListAsync).Needs(Right.Administer);
        admin.MapPost("/api-clients", CreateAsync).Needs(Right.Administer).Audited("api-client.created");
        admin.MapPost("/api-clients/{id}/rotate", RotateAsync).Needs(Right.Administer).Audited("api-client.rotated");
        admin.MapPost("/api-clients/{id}/revoke", RevokeAsync).Needs(Right.Administer).Audited("api-client.revoked");
        admin.MapGet("/audit", AuditAsync).Needs(Right.Administer);
    }

    private static async Task<IResult> ListAsync([FromServices] ApiClients clients, CancellationToken cancellationToken)
    {
        var all = await clients.ListAsync(cancellationToken);
        return Results.Json(new ClientList([.. all.Select(ClientView.Of)]), AdminJson.Default.ClientList);
    }

    private static async Task<IResult> CreateAsync(HttpContext http, [FromServices] ApiClients clients, CancellationToken cancellationToken)
    {
        if (await RequestBody.ReadAsync(http, AdminJson.Default.NewClientRequest, cancellationToken) is not { } request)
        {
            return Refuse("The body is no JSON object with 'name' and 'permissions'.");
        }

        var name = request.Name?.Trim() ?? "";
        var permissions = request.Permissions ?? [];
        var domains = request.UpnDomains ?? [];
        if (name.Length is 0 or > LongestName || name.Any(char.IsControl))
        {
            return Refuse($"An API client needs a name of 1 to {LongestName} characters: employees are shown it.");
        }

        if (permissions.Count == 0 || permissions.FirstOrDefault(asked => !ApiClients.Permissions.Contains(asked, StringComparer.Ordinal)) is not null)
        {
            return Refuse($"An API client needs at least one permission, and there are: {string.Join(", ", ApiClients.Permissions)}.");
        }

        if (domains.FirstOrDefault(domain => Uri.CheckHostName(domain.TrimStart('@')) != UriHostNameType.Dns) is { } wrong)
        {
            return Refuse($"'{wrong}' is no domain of user principal names, such as contoso.com.");
        }

        var made = await clients.CreateAsync(name, permissions, domains, cancellationToken);
        AuditNote.Of(http).About(made?.ClientId).Add("name", name).Add("permissions", string.Join(' ', permissions)).Add("domains", string.Join(' ', domains));
        return made is not null
            ? Results.Json(made, AdminJson.Default.NewSecret)
            : AdminError.Answer(StatusCodes.Status409Conflict, "SPK14011", $"There is an API client '{name}' already. Give it a new secret, revoke it, or choose another name.");
    }

    private static async Task<IResult> RotateAsync(HttpContext http, [FromServices] ApiClients clients, string id, CancellationToken cancellationToken)
    {
        RotateRequest? request = null;
        if (http.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody == true
            && (request = await RequestBody.ReadAsync(http, AdminJson.Default.RotateRequest, cancellationToken)) is null)
        {
            return Refuse("The body is no JSON object with 'overlapSeconds'. Without a body the old secret holds for a day more.");
        }

        var overlap = request?.OverlapSeconds is { } seconds ? TimeSpan.FromSeconds(Math.Clamp(seconds, -1, (long)LongestOverlap.TotalSeconds + 1)) : UsualOverlap;
        if (overlap < TimeSpan.Zero || overlap > LongestOverlap)
        {
            return Refuse($"Two secrets hold side by side for 0 seconds to {LongestOverlap.TotalDays} days.");
        }

        AuditNote.Of(http).Add("overlap", overlap.ToString("c", CultureInfo.InvariantCulture));
        return await clients.RotateAsync(id, overlap, cancellationToken) is { } made ? Results.Json(made, AdminJson.Default.NewSecret) : NotThere(id);
    }

    private static async Task<IResult> RevokeAsync([FromServices] ApiClients clients, string id, CancellationToken cancellationToken) =>
        await clients.RevokeAsync(id, cancellationToken) ? Results.NoContent() : NotThere(id);

    private static async Task<IResult> AuditAsync(
        [FromServices] IAuditStore audit, long? before, int? limit, string? q, DateTimeOffset? from, DateTimeOffset? until, CancellationToken cancellationToken)
    {
        var most = Math.Clamp(limit ?? UsuallyListed, 1, MostListed);
        var search = new AuditSearch { Text = string.IsNullOrWhiteSpace(q) ? null : q.Trim(), From = from, Until = until };
        var entries = await audit.ListAsync(search, before ?? long.MaxValue, most, cancellationToken);
        return Results.Json(new AuditList(entries, entries.Count == most ? entries[^1].Number : null), AdminJson.Default.AuditList);
    }

    private static IResult Refuse(string why) => AdminError.Answer(StatusCodes.Status400BadRequest, "SPK14010", why);

    private static IResult NotThere(string id) => AdminError.Answer(
        StatusCodes.Status404NotFound, "SPK14012", $"There is no API client '{id}' that holds. 'spark api-client list' shows them all.");
}
