using System.Diagnostics.Metrics;
using Spark.Engine.Conversations;
using Spark.Runtime.Outbox;
using Spark.Runtime.Outbox.Circuits;

namespace Spark.Runtime.Telemetry;

/// <summary>
/// What the runtime counts, one method for each thing that happens. Tags are given by value and strings are shared ones: nothing is
/// allocated, whether somebody listens or not. <c>docs/operating.md</c> explains each instrument.
/// </summary>
public static class RuntimeMetrics
{
    private const string InstanceTag = "instance";
    private const string ResultTag = "result";

    private static readonly Counter<long> Turns =
        SparkTelemetry.Meter.CreateCounter<long>("spark.turns", "{turn}", "Events that entered a conversation, by channel instance and result.");

    private static readonly Histogram<double> TurnDuration = SparkTelemetry.Meter.CreateHistogram(
        "spark.turn.duration", "s", "From an event's arrival at the door to its commit, waits for its conversation included.", advice: Buckets(
            0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10));

    private static readonly Counter<long> Duplicates =
        SparkTelemetry.Meter.CreateCounter<long>("spark.duplicates", "{event}", "Events that were stored before, by channel instance.");

    private static readonly Counter<long> Faults =
        SparkTelemetry.Meter.CreateCounter<long>("spark.faults", "{turn}", "Turns that failed and were answered in their place, by channel instance and code.");

    private static readonly Counter<long> LostRaces =
        SparkTelemetry.Meter.CreateCounter<long>("spark.lost_races", "{turn}", "Turns that ran again because another was faster, or the node or the configuration changed.");

    private static readonly Counter<long> Wakeups =
        SparkTelemetry.Meter.CreateCounter<long>("spark.wakeups", "{timer}", "Conversations that were woken.");

    private static readonly Histogram<double> BatchSize = SparkTelemetry.Meter.CreateHistogram(
        "spark.writer.batch.size", "{write}", "Writes that shared one transaction.", advice: Buckets(1, 2, 4, 8, 16, 32, 64, 128, 256));

    private static readonly Gauge<long> QueueDepth =
        SparkTelemetry.Meter.CreateGauge<long>("spark.writer.queue", "{write}", "Writes that waited when the last batch was done.");

    private static readonly Gauge<long> Open =
        SparkTelemetry.Meter.CreateGauge<long>("spark.outbox.open", "{effect}", "Effects that have not ended, on all nodes; counting stops at 100,000.");

    private static readonly Gauge<double> OldestAge =
        SparkTelemetry.Meter.CreateGauge<double>("spark.outbox.oldest.age", "s", "Age of the oldest effect that has not ended, without what waits for the next request to leave in its answer; 0 when there is none.");

    private static readonly Gauge<int> Retries =
        SparkTelemetry.Meter.CreateGauge<int>("spark.retries.waiting", "{message}", "Messages that wait on this node for their next try, by channel instance or connection.");

    private static readonly Counter<long> Sends =
        SparkTelemetry.Meter.CreateCounter<long>("spark.sends", "{message}", "Messages that have ended, by channel instance and result.");

    private static readonly Counter<long> EffectsEnded =
        SparkTelemetry.Meter.CreateCounter<long>("spark.effects.ended", "{effect}", "Actions, offloads and words to desks that have ended, by kind and result.");

    private static readonly Histogram<double> PluginCallDuration = SparkTelemetry.Meter.CreateHistogram(
        "spark.plugin.call.duration", "s", "Calls into plugins, by instance, operation and result.", advice: Buckets(
            0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60));

    private static readonly Gauge<int> Breaker =
        SparkTelemetry.Meter.CreateGauge<int>("spark.breaker.state", null, "0 while calls to the far side go through, 1 while one tries whether it is back, 2 while none is made.");

    private static readonly Gauge<int> Lease =
        SparkTelemetry.Meter.CreateGauge<int>("spark.node.lease", null, "1 while this node's lease runs, 0 when it may begin no calls.");

    /// <summary>True when somebody wants to know how full the outbox is: measuring it reads the database.</summary>
    internal static bool WantsOutbox => Open.Enabled || OldestAge.Enabled;

    /// <summary>An event has entered its conversation.</summary>
    /// <param name="instance">The channel instance.</param>
    /// <param name="faultCode">The code of the fault; null for none.</param>
    /// <param name="isDuplicate">True when it was stored before.</param>
    /// <param name="took">From its arrival at the door.</param>
    public static void TurnEnded(string instance, string? faultCode, bool isDuplicate, TimeSpan took)
    {
        var result = isDuplicate ? "duplicate" : faultCode is null ? "committed" : "fault";
        Turns.Add(1, new(InstanceTag, instance), new(ResultTag, result));
        TurnDuration.Record(took.TotalSeconds, new KeyValuePair<string, object?>(InstanceTag, instance));
        if (isDuplicate)
        {
            Duplicates.Add(1, new KeyValuePair<string, object?>(InstanceTag, instance));
        }
        else if (faultCode is not null)
        {
            Faults.Add(1, new(InstanceTag, instance), new("code", faultCode));
        }
    }

    /// <summary>A turn was not written and runs again.</summary>
    /// <param name="instance">The channel instance.</param>
    public static void RaceLost(string instance) => LostRaces.Add(1, new KeyValuePair<string, object?>(InstanceTag, instance));

    /// <summary>A conversation was woken.</summary>
    public static void Woken() => Wakeups.Add(1);

    /// <summary>A batch of writes was committed.</summary>
    /// <param name="writes">How many writes it held.</param>
    /// <param name="waiting">How many wait behind it.</param>
    public static void BatchWritten(int writes, int waiting)
    {
        BatchSize.Record(writes);
        QueueDepth.Record(waiting);
    }

    /// <summary>The outbox was measured.</summary>
    /// <param name="open">How many effects have not ended.</param>
    /// <param name="oldest">How old the oldest is that waits for no request; zero when there is none.</param>
    public static void OutboxMeasured(long open, TimeSpan oldest)
    {
        Open.Record(open);
        OldestAge.Record(oldest.TotalSeconds);
    }

    /// <summary>What waits for its next try was counted.</summary>
    /// <param name="name">The channel instance or connection.</param>
    /// <param name="waiting">How many wait.</param>
    public static void RetriesMeasured(string name, int waiting) => Retries.Record(waiting, new KeyValuePair<string, object?>(InstanceTag, name));

    /// <summary>An effect has ended: a message, or one of the other kinds.</summary>
    /// <param name="entry">The effect.</param>
    /// <param name="status">How.</param>
    public static void EffectEnded(OutboxEntry entry, OutboxStatus status)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var result = status.ToString();
        if (entry.Effect is SendMessage)
        {
            Sends.Add(1, new(InstanceTag, entry.Instance), new(ResultTag, result));
        }
        else
        {
            EffectsEnded.Add(1, new("kind", KindOf(entry.Effect)), new(ResultTag, result));
        }
    }

    /// <summary>A call into a plugin has ended.</summary>
    /// <param name="instance">The instance or plugin.</param>
    /// <param name="operation">The member that was called.</param>
    /// <param name="result">How, in a word.</param>
    /// <param name="took">How long it took.</param>
    public static void PluginCalled(string instance, string operation, string result, TimeSpan took) =>
        PluginCallDuration.Record(took.TotalSeconds, new(InstanceTag, instance), new("operation", operation), new(ResultTag, result));

    /// <summary>Calls to a far side were stopped, or allowed again.</summary>
    /// <param name="name">The channel instance or connection.</param>
    /// <param name="state">How its circuit stands now.</param>
    public static void BreakerMoved(string name, CircuitState state) => Breaker.Record(
        state switch
        {
            CircuitState.Closed => 0,
            CircuitState.HalfOpen => 1,
            _ => 2,
        },
        new KeyValuePair<string, object?>(InstanceTag, name));

    /// <summary>This node's lease was looked at.</summary>
    /// <param name="runs">True while it runs.</param>
    public static void LeaseSeen(bool runs) => Lease.Record(runs ? 1 : 0);

    private static string KindOf(Effect effect) => effect switch
    {
        InvokeAction => "action",
        TellDesk => "desk",
        _ => "offload",
    };

    private static InstrumentAdvice<double> Buckets(params double[] bounds) => new() { HistogramBucketBoundaries = bounds };
}
