using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Spark.Cockpit.Access;
using Spark.Cockpit.Admin;
using Spark.Cockpit.Audit;
using Spark.Runtime.Episodes;
using Spark.Runtime.Operations;
using Spark.Runtime.Outbox;
using Spark.Runtime.Turns;

namespace Spark.Cockpit.Outbox;

/// <summary>Effects: what is open, what has not arrived, and what operators decide about it.</summary>
internal static class OutboxEndpoints
{
    private const int MostListed = 1_000;
    private const int UsuallyListed = 100;

    public static void MapOutbox(this RouteGroupBuilder admin)
    {
        admin.MapGet("/outbox", ListAsync).Needs(Right.SeeConversations).Within(Reach.Sifted);
        admin.MapPost("/outbox/{address}/retry", RetryAsync).Needs(Right.ActOnConversations).Within(Reach.Effect).Audited("effect.retried");
        admin.MapPost("/outbox/{address}/drop", DropAsync).Needs(Right.ActOnConversations).Within(Reach.Effect).Audited("effect.dropped");
        admin.MapPost("/outbox/hold", HoldAsync).Needs(Right.Administer).Audited("effects.held");
    }

    private static async Task<IResult> ListAsync(
        HttpContext http, IOutboxDesk desk, string? status, string? after, int? limit, CancellationToken cancellationToken)
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
        var wanted = page.Where(effect => !StatusFilter.IsHeld(status) || HeldReason.Is(effect.Reason));
        var shown = (await SiftAsync(http, wanted, cancellationToken)).Select(EffectView.Of).ToList();
        var next = page.Count == most ? page[^1].Entry.Address.Id : null;
        return Results.Json(new EffectList(shown, next), AdminJson.Default.EffectList);
    }

    // Only who sees to some bots pays for knowing whose each effect is.
    private static async Task<IReadOnlyList<ListedEffect>> SiftAsync(HttpContext http, IEnumerable<ListedEffect> effects, CancellationToken cancellationToken)
    {
        var who = Operator.Of(http)!;
        if (who.Bots is null)
        {
            return [.. effects];
        }

        var episodes = http.RequestServices.GetRequiredService<IEpisodeIndex>();
        var reached = new Dictionary<ConversationKey, bool>();
        var shown = new List<ListedEffect>();
        foreach (var effect in effects)
        {
            var conversation = effect.Entry.Address.Conversation;
            if (!reached.TryGetValue(conversation, out var isReached))
            {
                isReached = await BotGate.ReachesAsync(who, episodes, conversation, cancellationToken);
                reached[conversation] = isReached;
            }

            if (isReached)
            {
                shown.Add(effect);
            }
        }

        return shown;
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
