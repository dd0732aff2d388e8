using System.Text.Json;
using Microsoft.Extensions.Logging;
using Spark.ApiCalls;
using Spark.Escalation;

namespace Spark.Offload.Itsm;

/// <summary>
/// Opens tickets, each at most once: what is about to be created is noted first, and whatever leaves that unclear is searched for, never
/// sent again.
/// </summary>
internal sealed partial class TicketDesk : IOffloadProvider
{
    private const string Add = "add";
    private const string New = "new";
    private const int MostPlans = 5;

    private readonly IEscalation escalation;
    private readonly IApiCalls calls;
    private readonly TicketSearch search;
    private readonly ILogger<TicketDesk> logger;

    private TicketDesk(IEscalation escalation, IApiCalls calls, TicketSearch search, ILoggerFactory logs)
    {
        this.escalation = escalation;
        this.calls = calls;
        this.search = search;
        logger = logs.CreateLogger<TicketDesk>();
    }

    /// <summary>Makes the provider of one connection.</summary>
    /// <exception cref="ArgumentException">The settings are wrong, or the host has no API Calls.</exception>
    public static TicketDesk Create(ItsmSettings settings, InstanceServices services)
    {
        if (settings.SearchSeconds is < 1 or > ItsmSettings.Longest)
        {
            throw new ArgumentException($"searchSeconds is from 1 to {ItsmSettings.Longest}.", nameof(settings));
        }

        return services is { Escalation: { } escalation, ApiCalls: { } calls }
            ? new(escalation, calls, new(calls, TimeSpan.FromSeconds(settings.SearchSeconds), services.Time), services.Logs)
            : throw new ArgumentException("This host keeps no API Calls: tickets cannot be opened with it.", nameof(services));
    }

    public async ValueTask<OffloadDecision> OpenAsync(OffloadRequest request, CancellationToken cancellationToken)
    {
        for (var plans = 1; ; plans++)
        {
            var plan = await escalation.PlanAsync(request, cancellationToken);
            if (plan is not { Create: { } create, Problem: null })
            {
                LogNoPlan(plan.Problem);
                return Decisions.Failed(plan, plan.Problem ?? "There is nothing to send.");
            }

            if (await KnownAsync(plan, Wish(request), cancellationToken) is { } known)
            {
                return known;
            }

            if (await escalation.BeginAsync(plan, cancellationToken))
            {
                return await CreateAsync(plan, create, cancellationToken);
            }

            // Another attempt of this conversation was begun since: its ticket may be the one.
            if (plans == MostPlans)
            {
                return Decisions.Failed(plan, "Other attempts of the same conversation were begun again and again.");
            }
        }
    }

    /// <summary>What earlier attempts decide: nothing is created where one of them has, or may have.</summary>
    private async Task<OffloadDecision?> KnownAsync(EscalationPlan plan, string? wish, CancellationToken cancellationToken)
    {
        if (plan.Attempts.FirstOrDefault(attempt => attempt.EffectId == plan.EffectId) is { } same)
        {
            // This very request was begun before: its process has died, or it is made a second time.
            return same switch
            {
                { Result: OffloadResult.Created, Ticket: { } ticket } => Decisions.Created(plan, ticket),
                { Result: OffloadResult.Failed } => Decisions.Failed(plan, "It was refused before."),
                _ => await SettleAsync(plan, same.CorrelationId, "It was begun before, and its answer was lost.", cancellationToken),
            };
        }

        if (wish == New)
        {
            return null;
        }

        foreach (var attempt in plan.Attempts.Reverse().Where(attempt => attempt.Result != OffloadResult.Failed))
        {
            var (stands, ticket) = await search.StandsAsync(plan, attempt, cancellationToken);
            if (!stands)
            {
                continue;
            }

            return ticket is null
                ? Decisions.Unknown(plan, "An earlier attempt of this conversation may have opened a ticket.")
                : wish == Add ? await AddAsync(plan, ticket, cancellationToken) : Decisions.Exists(plan, ticket);
        }

        return null;
    }

    private async Task<OffloadDecision> CreateAsync(EscalationPlan plan, ApiCallOrder create, CancellationToken cancellationToken)
    {
        var result = await calls.RunAsync(create, cancellationToken);
        switch (result.End)
        {
            case ApiCallEnd.Succeeded when Tickets.Read(result) is { } ticket:
                return await EndAsync(plan, Decisions.Created(plan, ticket), cancellationToken);
            case ApiCallEnd.Refused or ApiCallEnd.NotSent:
                return await EndAsync(plan, Decisions.Failed(plan, result.Reason ?? "It was refused."), cancellationToken);
            default:
                LogUnclear(result.End, result.Status);
                return await SettleAsync(plan, plan.CorrelationId, result.Reason, cancellationToken);
        }
    }

    private async Task<OffloadDecision> SettleAsync(EscalationPlan plan, string correlationId, string? reason, CancellationToken cancellationToken)
    {
        var found = await search.FindAsync(plan, correlationId, cancellationToken);
        return await EndAsync(
            plan,
            found is not null ? Decisions.Created(plan, found) : Decisions.Unknown(plan, reason ?? "Whether a ticket was opened cannot be told."),
            cancellationToken);
    }

    private async Task<OffloadDecision> AddAsync(EscalationPlan plan, TicketReference ticket, CancellationToken cancellationToken)
    {
        if (plan.Add is not { } add)
        {
            return Decisions.Exists(plan, ticket) with { Reason = "No API Call is set that adds to a ticket." };
        }

        var result = await calls.RunAsync(add with { Parameters = Tickets.With(add.Parameters, ticket) }, cancellationToken);
        return result.End is ApiCallEnd.Succeeded or ApiCallEnd.Incomplete
            ? Decisions.Exists(plan, ticket)
            : Decisions.Failed(plan, result.Reason ?? "Nothing could be added to the ticket.") with { Ticket = ticket };
    }

    private async Task<OffloadDecision> EndAsync(EscalationPlan plan, OffloadDecision decision, CancellationToken cancellationToken)
    {
        try
        {
            await escalation.EndAsync(plan, decision, cancellationToken);
        }
        catch (PluginNotReadyException)
        {
            // The decision goes on its way all the same; who comes later finds the ticket by its id.
            LogNotNoted();
        }

        return decision;
    }

    private static string? Wish(OffloadRequest request) =>
        request.Fields.ValueKind == JsonValueKind.Object && request.Fields.TryGetProperty("existing", out var wish) && wish.ValueKind == JsonValueKind.String
            ? wish.GetString()
            : null;

    [LoggerMessage(Level = LogLevel.Warning, Message = "No ticket can be opened: {Problem}")]
    private partial void LogNoPlan(string? problem);

    [LoggerMessage(Level = LogLevel.Warning, Message = "What the request came to could not be noted: the database is away")]
    private partial void LogNotNoted();

    [LoggerMessage(Level = LogLevel.Warning, Message = "The request that opens a ticket ended as {End} with status {Status}: the ticket is looked for")]
    private partial void LogUnclear(ApiCallEnd end, int? status);
}
