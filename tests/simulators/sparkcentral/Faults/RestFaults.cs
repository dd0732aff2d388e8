using Spark.Simulators.Sparkcentral.Conversations;
using Spark.Simulators.Sparkcentral.Rest;

namespace Spark.Simulators.Sparkcentral.Faults;

/// <summary>Faults of the API that a test has asked for: answers kept back until released, statuses for the next calls.</summary>
internal sealed class RestFaults(Tenant tenant)
{
    private readonly Lock gate = new();
    private readonly Dictionary<(RestTarget Target, FaultMoment Moment), TaskCompletionSource> holds = [];
    private readonly List<PlannedStatus> planned = [];

    public void Hold(RestTarget target, FaultMoment moment)
    {
        lock (gate)
        {
            holds.TryAdd((target, moment), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }
    }

    public void Release(RestTarget? target)
    {
        lock (gate)
        {
            foreach (var (key, hold) in holds.Where(entry => target is null || entry.Key.Target == target).ToList())
            {
                holds.Remove(key);
                hold.TrySetResult();
            }
        }
    }

    public void Plan(PlannedStatus status)
    {
        lock (gate)
        {
            planned.Add(status);
        }
    }

    public void Clear()
    {
        Release(target: null);
        lock (gate)
        {
            planned.Clear();
        }
    }

    public RestAnswer? TakeStatus(RestTarget target, FaultMoment moment)
    {
        lock (gate)
        {
            var index = planned.FindIndex(status => status.Target == target && status.Moment == moment);
            if (index < 0)
            {
                return null;
            }

            var next = planned[index];
            if (next.Times > 1)
            {
                planned[index] = next with { Times = next.Times - 1 };
            }
            else
            {
                planned.RemoveAt(index);
            }

            return RestAnswer.Failure(next.Status, "This answer was asked for as a fault.");
        }
    }

    /// <summary>Waits while the target is held. A caller that leaves meanwhile ends the wait with a cancellation.</summary>
    public async Task HoldAsync(RestCall call, FaultMoment moment, CancellationToken cancellationToken)
    {
        Task released;
        lock (gate)
        {
            if (!holds.TryGetValue((call.Target, moment), out var hold))
            {
                return;
            }

            released = hold.Task;
        }

        tenant.Change(_ => call.Held = true);
        try
        {
            await released.WaitAsync(cancellationToken);
        }
        finally
        {
            tenant.Change(_ => call.Held = false);
        }
    }
}
