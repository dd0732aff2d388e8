using Spark.Escalation;

namespace Spark.Offload.Itsm;

/// <summary>What the provider decides, with what the person is to be told.</summary>
internal static class Decisions
{
    public static OffloadDecision Created(EscalationPlan plan, TicketReference ticket) => Of(plan, OffloadResult.Created) with { Ticket = ticket };

    public static OffloadDecision Exists(EscalationPlan plan, TicketReference ticket) => Of(plan, OffloadResult.Exists) with { Ticket = ticket };

    public static OffloadDecision Unknown(EscalationPlan plan, string reason) =>
        Of(plan, OffloadResult.Unknown) with { Reason = reason, Notice = plan.UnknownText };

    public static OffloadDecision Failed(EscalationPlan plan, string reason) =>
        Of(plan, OffloadResult.Failed) with { Reason = reason, Notice = plan.FallbackText };

    private static OffloadDecision Of(EscalationPlan plan, OffloadResult result) => new()
    {
        Result = result,
        Portal = plan.Portal,
        Category = plan.Category is { } category ? $"{category.Category}: {category.SubCategory}" : null,
    };
}
