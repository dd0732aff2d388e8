using System.Diagnostics;
using System.Diagnostics.Metrics;
using Spark.Runtime.Outbox;

namespace Spark.Runtime.Telemetry;

/// <summary>
/// The one source of Spark's spans and the one meter of its instruments. Static, so that whoever measures needs no constructor for it; as
/// long as nobody listens, a call here ends at a look at a flag.
/// </summary>
public static class SparkTelemetry
{
    /// <summary>The name of the source and of the meter.</summary>
    public const string Name = "Spark";

    private const string InstanceTag = "spark.instance";

    /// <summary>Makes spans.</summary>
    public static ActivitySource Source { get; } = new(Name);

    /// <summary>Makes instruments.</summary>
    public static Meter Meter { get; } = new(Name);

    /// <summary>The present span, as it is to travel with an effect (W3C <c>traceparent</c>); null when nobody records it.</summary>
    public static string? TraceParent =>
        Source.HasListeners() && Activity.Current is { IdFormat: ActivityIdFormat.W3C, Recorded: true } current ? current.Id : null;

    /// <summary>Begins the span of an effect, below the turn that wanted it, however long ago that was and on whatever node.</summary>
    /// <param name="entry">The effect.</param>
    /// <returns>The span, to be disposed when the effect's end is stored; null when nobody listens.</returns>
    public static Activity? StartEffect(OutboxEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (!Source.HasListeners())
        {
            return null;
        }

        // The dispatcher's loop may have been started inside a span that has nothing to do with this effect.
        Activity.Current = null;
        var span = Source.StartActivity(NameOf(entry), ActivityKind.Producer, entry.TraceParent);
        return span?.SetTag(InstanceTag, entry.Instance).SetTag("spark.effect", entry.Address.Id);
    }

    /// <summary>Begins the span of a call into a plugin, below whatever calls it.</summary>
    /// <param name="instance">The instance or plugin.</param>
    /// <param name="operation">The member that is called.</param>
    /// <returns>The span; null when nobody listens.</returns>
    public static Activity? StartCall(string instance, string operation) =>
        Source.HasListeners() ? Source.StartActivity($"plugin {operation}")?.SetTag(InstanceTag, instance) : null;

    private static string NameOf(OutboxEntry entry) => entry.Effect switch
    {
        Engine.Conversations.SendMessage => "send",
        Engine.Conversations.InvokeAction => "action",
        Engine.Conversations.TellDesk => "tell desk",
        _ => "offload",
    };
}
