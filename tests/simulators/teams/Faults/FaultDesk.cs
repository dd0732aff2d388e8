using System.Globalization;
using Spark.Simulators.Teams.Hosting;

namespace Spark.Simulators.Teams.Faults;

/// <summary>Holds the faults that were asked for; each strikes once.</summary>
internal sealed class FaultDesk
{
    private readonly Lock gate = new();
    private readonly List<Fault> waiting = [];

    public int Waiting
    {
        get
        {
            lock (gate)
            {
                return waiting.Count;
            }
        }
    }

    public void Add(Fault fault, int times)
    {
        lock (gate)
        {
            waiting.AddRange(Enumerable.Repeat(fault, times));
        }
    }

    public void Clear()
    {
        lock (gate)
        {
            waiting.Clear();
        }
    }

    /// <summary>Lets the next fault of a target strike.</summary>
    /// <param name="target">What is called.</param>
    /// <param name="http">The call.</param>
    /// <param name="act">Does what was asked, for a fault that acts first.</param>
    /// <returns>The wrong answer; null when the call is to pass.</returns>
    public async Task<IResult?> StrikeAsync(FaultTarget target, HttpContext http, Action? act = null)
    {
        if (Take(target) is not { } fault)
        {
            return null;
        }

        if (fault.Delay > TimeSpan.Zero)
        {
            await Task.Delay(fault.Delay, http.RequestAborted);
        }

        if (fault.Status is not { } status)
        {
            return null;
        }

        if (fault.ActsFirst)
        {
            act?.Invoke();
        }

        if (status == 0)
        {
            http.Abort();
            return Results.Empty;
        }

        if (fault.RetryAfterSeconds is { } seconds)
        {
            http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        return Answers.Error(status, CodeOf(status), "As it was asked for.");
    }

    private Fault? Take(FaultTarget target)
    {
        lock (gate)
        {
            var at = waiting.FindIndex(fault => fault.Target == target);
            if (at < 0)
            {
                return null;
            }

            var fault = waiting[at];
            waiting.RemoveAt(at);
            return fault;
        }
    }

    private static string CodeOf(int status) => status switch
    {
        403 => "BotNotInConversationRoster",
        404 => "ConversationNotFound",
        412 => "PreconditionFailed",
        413 => "MessageSizeTooBig",
        429 => "TooManyRequests",
        502 => "BadGateway",
        503 => "ServiceUnavailable",
        504 => "GatewayTimeout",
        _ => "ServiceError",
    };
}
