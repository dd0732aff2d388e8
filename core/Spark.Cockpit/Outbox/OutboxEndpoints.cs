using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Spark.Cockpit.Access;
using Spark.Cockpit.Admin;
using Spark.Cockpit.Audit;
using Spark.Runtime.Operations;
using Spark.Runtime.Outbox;

namespace Spark.Cockpit.Outbox;

/// <summary>Effects: what is open, what has not arrived, and what operators decide about it.</summary>
internal static class OutboxEndpoints
{
    private const int MostListed = 1_000;
    private const int UsuallyListed = 100;

    public static void MapOutbox(this RouteGroupBuilder admin)
    {
        admin.MapGet("/outbox", ListAsync).Needs(Right.SeeConversations);
        admin.MapPost("/outbox/{address}/retry", RetryAsync).Needs(Right.ActOnConversations).Audited("effect.retried");
        admin.MapPost("/outbox/{address}/drop", DropAsync).Needs(Right.ActOnConversations).Audited("effect.dropped");
        admin.MapPost("/outbox/hold", HoldAsync).Needs(Right.Administer).Audited("effects.held");
    }

    private static async Task<IResult> ListAsync(
        IOutboxDesk desk, string? status, string? after, int? limit, CancellationToken cancellationToken)
    {
        if (StatusFilter.Find(status) is not { } statuses)
        {
            return AdminError.Answer(StatusCodes.Status400BadRequest, "SPK14004", $"'{status}' is no state of effects. Ask for one of: {StatusFilter.Words}.");
        }

        EffectAddress? from = null;
        if (after is not null)
        {
            if (!EffectAddress.TryParse(after, out var parsed))
            {
                return NoAddress(after);
            }

            from = parsed;
        }

        var most = Math.Clamp(limit ?? UsuallyListed, 1, MostListed);
        var page = await desk.ListAsync(statuses, from, most, cancellationToken);
        var shown = page.Where(effect => !StatusFilter.IsHeld(status) || HeldReason.Is(effect.Reason)).Select(EffectView.Of).ToList();
        var next = page.Count == most ? page[^1].Entry.Address.Id : null;
        return Results.Json(new EffectList(shown, next), AdminJson.Default.EffectList);
    }

    private static async Task<IResult> RetryAsync(OutboxOperations outbox, string address, CancellationToken cancellationToken)
    {
        if (!EffectAddress.TryParse(address, out var parsed))
        {
            return NoAddress(address);
        }

        return await outbox.RetryAsync(parsed, cancellationToken) ? Results.NoContent() : NotEnded(address);
    }

    private static async Task<IResult> DropAsync(HttpContext http, IOutboxDesk desk, string address, DropRequest request, CancellationToken cancellationToken)
    {
        if (!EffectAddress.TryParse(address, out var parsed))
        {
            return NoAddress(address);
        }

        if (string.IsNullOrWhiteSpace(request.Reason))
        {
            return AdminError.Answer(StatusCodes.Status400BadRequest, "SPK14004", "Dropping an effect needs a reason: it is all that the record will say.");
        }

        AuditNote.Of(http).Add("reason", request.Reason.Trim());
        return await desk.DropAsync(parsed, request.Reason.Trim(), cancellationToken) ? Results.NoContent() : NotEnded(address);
    }

    private static async Task<IResult> HoldAsync(HttpContext http, CancellationToken cancellationToken)
    {
        if (http.RequestServices.GetService(typeof(IEffectHold)) is not IEffectHold hold)
        {
            return AdminError.Answer(StatusCodes.Status501NotImplemented, "SPK14004", "This database cannot hold its open effects.");
        }

        var held = new HeldEffects(await hold.HoldOpenAsync(HeldReason.Text, cancellationToken));
        AuditNote.Of(http).Add("count", held.Count);
        return Results.Json(held, AdminJson.Default.HeldEffects);
    }

    private static IResult NoAddress(string address) => AdminError.Answer(
        StatusCodes.Status400BadRequest, "SPK14004", $"'{address}' is no effect's address: that is what 'spark outbox list' prints first in each line.");

    private static IResult NotEnded(string address) => AdminError.Answer(
        StatusCodes.Status409Conflict, "SPK14005", $"There is no failed or unknown effect {address}: it is still on its way, has arrived, or was never there.");
}
