using Spark.Simulators.Sparkcentral.Conversations;
using Spark.Simulators.Sparkcentral.Faults;
using Spark.Simulators.Sparkcentral.Rest;

namespace Spark.Simulators.Sparkcentral.Control;

/// <summary>Faults on request: at the webhook by crafted deliveries, at the API by holding calls and choosing statuses.</summary>
internal static class FaultControl
{
    public static void MapFaultControl(this RouteGroupBuilder control)
    {
        var group = control.MapGroup("/faults");
        group.MapPost("/deliver", (CraftedEvent crafted, CraftedDeliveries deliveries, CancellationToken cancellationToken) =>
            deliveries.DeliverAsync(crafted, cancellationToken));
        group.MapPost("/duplicate", (DuplicateEvent duplicate, CraftedDeliveries deliveries, CancellationToken cancellationToken) =>
            deliveries.RepeatAsync(duplicate, cancellationToken));
        group.MapPost("/hold", Hold);
        group.MapPost("/release", (HoldCalls? wanted, RestFaults faults, Tenant tenant) =>
        {
            faults.Release(wanted?.Target);
            return tenant.Read(state => new HeldView(Held(state, wanted?.Target)));
        });
        group.MapGet("/held", (string? target, int? waitFor, int? timeoutMs, Waiting waiting, CancellationToken cancellationToken) =>
        {
            var wanted = Inspection.TargetOf(target);
            return waiting.ForAsync(
                state => Held(state, wanted) >= (waitFor ?? 0),
                timeoutMs,
                state => new HeldView(Held(state, wanted)),
                cancellationToken);
        });
        group.MapPost("/status", (PlanStatus plan, RestFaults faults) =>
        {
            if (plan.Status is < 400 or > 599)
            {
                throw new ArgumentException("status must be between 400 and 599.", nameof(plan));
            }

            faults.Plan(new PlannedStatus(plan.Target, plan.Status, plan.Times ?? 1, plan.Moment ?? FaultMoment.Before));
        });
        group.MapPost("/expire-tokens", (Tenant tenant) => tenant.Change(state => state.Tokens.Clear()));
        group.MapDelete("/", (RestFaults faults) => faults.Clear());
    }

    private static HeldView Hold(HoldCalls wanted, RestFaults faults, Tenant tenant)
    {
        var targets = wanted.Target is { } one ? [one] : Enum.GetValues<RestTarget>();
        foreach (var target in targets)
        {
            faults.Hold(target, wanted.Moment ?? FaultMoment.Before);
        }

        return tenant.Read(state => new HeldView(Held(state, wanted.Target)));
    }

    private static int Held(TenantState state, RestTarget? target) =>
        state.RestCalls.Count(call => call.Held && (target is null || call.Target == target));
}
