using System.Diagnostics.Metrics;

namespace Spark.Cockpit.Metrics;

/// <summary>
/// Listens to the meters that operators want to see, from its creation on, and keeps what they told. No exporter of the usual packages
/// can be had for this, and the format is small. Our own meters are listened to from the beginning; those of others, which are paid for with
/// each request, from the first time that somebody asks.
/// </summary>
public sealed class MetricsCollector : IDisposable
{
    private readonly MeterListener listener = new();
    private readonly SortedDictionary<string, MetricFamily> families = new(StringComparer.Ordinal);
    private readonly HashSet<string> meters;
    private readonly HashSet<string> others;
    private readonly List<Instrument> unasked = [];
    private bool isAsked;
    private readonly Lock gate = new();

    /// <summary>Begins to listen.</summary>
    /// <param name="meters">The names of the meters that are listened to from now on.</param>
    /// <param name="others">The names of those that are listened to once <see cref="Write"/> was called.</param>
    public MetricsCollector(IEnumerable<string> meters, IEnumerable<string> others)
    {
        this.meters = meters.ToHashSet(StringComparer.Ordinal);
        this.others = others.ToHashSet(StringComparer.Ordinal);
        listener.InstrumentPublished = Publish;
        listener.SetMeasurementEventCallback<byte>((_, value, tags, family) => Take(family, value, tags));
        listener.SetMeasurementEventCallback<short>((_, value, tags, family) => Take(family, value, tags));
        listener.SetMeasurementEventCallback<int>((_, value, tags, family) => Take(family, value, tags));
        listener.SetMeasurementEventCallback<long>((_, value, tags, family) => Take(family, value, tags));
        listener.SetMeasurementEventCallback<float>((_, value, tags, family) => Take(family, value, tags));
        listener.SetMeasurementEventCallback<double>((_, value, tags, family) => Take(family, value, tags));
        listener.SetMeasurementEventCallback<decimal>((_, value, tags, family) => Take(family, (double)value, tags));
        listener.Start();
    }

    /// <summary>Asks the observable instruments, and writes all that is known.</summary>
    /// <param name="output">Where to.</param>
    public void Write(TextWriter output)
    {
        ListenToOthers();
        listener.RecordObservableInstruments();
        MetricFamily[] known;
        lock (gate)
        {
            known = [.. families.Values];
        }

        foreach (var family in known)
        {
            family.Write(output);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => listener.Dispose();

    private static void Take(object? family, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        ((MetricFamily)family!).Take(value, tags);

    private void Publish(Instrument instrument, MeterListener listening)
    {
        if (meters.Contains(instrument.Meter.Name) || (others.Contains(instrument.Meter.Name) && !Postpone(instrument)))
        {
            Enable(instrument, listening);
        }
    }

    private bool Postpone(Instrument instrument)
    {
        lock (gate)
        {
            if (!isAsked)
            {
                unasked.Add(instrument);
            }

            return !isAsked;
        }
    }

    private void ListenToOthers()
    {
        List<Instrument> postponed;
        lock (gate)
        {
            isAsked = true;
            postponed = [.. unasked];
            unasked.Clear();
        }

        postponed.ForEach(instrument => Enable(instrument, listener));
    }

    // Instruments of one name are one family: a process can hold several meters of a name, and a name may stand in the text once.
    private void Enable(Instrument instrument, MeterListener listening)
    {
        MetricFamily? family;
        lock (gate)
        {
            var fresh = MetricFamily.Of(instrument);
            if (!families.TryGetValue(fresh.Name, out family))
            {
                families.Add(fresh.Name, family = fresh);
            }
            else if (family.Kind != fresh.Kind)
            {
                return;
            }
        }

        listening.EnableMeasurementEvents(instrument, family);
    }
}
