using Spark.ApiCalls;
using Spark.Escalation;

namespace Spark.Offload.Itsm;

/// <summary>Finds tickets by the id that they were opened with.</summary>
internal sealed class TicketSearch(IApiCalls calls, TimeSpan within, TimeProvider time)
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);

    /// <summary>Looks for a ticket again and again: a desk may commit long after it has stopped answering.</summary>
    /// <returns>The ticket; null when it did not show in time, or there is no way to look.</returns>
    public async Task<TicketReference?> FindAsync(EscalationPlan plan, string correlationId, CancellationToken cancellationToken)
    {
        if (plan.FindCall is null)
        {
            return null;
        }

        var began = time.GetTimestamp();
        for (var wait = First; ; wait = wait < Longest ? 2 * wait : Longest)
        {
            var (_, ticket) = await LookAsync(plan.FindCall, correlationId, cancellationToken);
            var left = within - time.GetElapsedTime(began);
            if (ticket is not null || left <= TimeSpan.Zero)
            {
                return ticket;
            }

            await Task.Delay(wait < left ? wait : left, time, cancellationToken);
        }
    }

    /// <summary>Whether what an earlier attempt opened still stands.</summary>
    /// <returns>False when it is closed, or was never opened; a ticket is null when one may exist that cannot be named.</returns>
    public async Task<(bool Stands, TicketReference? Ticket)> StandsAsync(EscalationPlan plan, EscalationAttempt attempt, CancellationToken cancellationToken)
    {
        if (attempt.Ticket is { } known)
        {
            if (plan.FindCall is null)
            {
                return (true, known);
            }

            var (result, now) = await LookAsync(plan.FindCall, attempt.CorrelationId, cancellationToken);
            return result.End == ApiCallEnd.Succeeded && Tickets.IsClosed(result) ? (false, null) : (true, now ?? known);
        }

        var found = plan.FindCall is null ? null : (await LookAsync(plan.FindCall, attempt.CorrelationId, cancellationToken)).Ticket;
        return (true, found);
    }

    private async Task<(ApiCallResult Result, TicketReference? Ticket)> LookAsync(string call, string correlationId, CancellationToken cancellationToken)
    {
        var result = await calls.RunAsync(new() { Name = call, Parameters = Tickets.Correlation(correlationId) }, cancellationToken);
        return (result, result.End == ApiCallEnd.Succeeded ? Tickets.Read(result) : null);
    }
}
