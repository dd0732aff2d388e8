using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Spark.Cockpit.Metrics;

/// <summary>An instrument with its series: one for each combination of tags.</summary>
internal sealed class MetricFamily
{
    /// <summary>More combinations than this are counted together: a tag that never repeats must not eat the memory.</summary>
    public const int MostSeries = 1_000;

    private static readonly KeyValuePair<string, object?>[] Overflow = [new("overflow", true)];
    private static readonly double[] UsualBounds = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];

    private readonly ConcurrentDictionary<TagKey, MetricSeries> series = new(TagKeyComparer.Instance);
    private readonly ConcurrentDictionary<TagKey, MetricSeries>.AlternateLookup<ReadOnlySpan<KeyValuePair<string, object?>>> lookup;
    private readonly string help;
    private readonly double[] bounds;

    private MetricFamily(string name, string help, MetricKind kind, double[] bounds)
    {
        Name = name;
        Kind = kind;
        this.help = help;
        this.bounds = bounds;
        lookup = series.GetAlternateLookup<ReadOnlySpan<KeyValuePair<string, object?>>>();
    }

    public string Name { get; }

    public MetricKind Kind { get; }

    public static MetricFamily Of(Instrument instrument)
    {
        var kind = KindOf(instrument);
        var steps = instrument is Histogram<double> { Advice.HistogramBucketBoundaries: { Count: > 0 } advised } ? [.. advised] : UsualBounds;
        return new(MetricName.Of(instrument, kind), instrument.Description ?? "", kind, kind == MetricKind.Histogram ? steps : []);
    }

    public void Take(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (!lookup.TryGetValue(tags, out var found))
        {
            var key = new TagKey(series.Count < MostSeries ? tags.ToArray() : Overflow);
            found = series.GetOrAdd(key, static (fresh, steps) => new MetricSeries(MetricName.Labels(fresh.Tags), steps), bounds);
        }

        found.Take(Kind, value);
    }

    public void Write(TextWriter output)
    {
        if (series.IsEmpty)
        {
            return;
        }

        output.Write($"# HELP {Name} {MetricName.Escape(help, quotes: false)}\n");
        output.Write($"# TYPE {Name} {TypeName()}\n");
        foreach (var one in series.Values.OrderBy(one => one.Labels, StringComparer.Ordinal))
        {
            one.Write(output, Name);
        }
    }

    private static MetricKind KindOf(Instrument instrument) => instrument.GetType().GetGenericTypeDefinition() switch
    {
        var type when type == typeof(Counter<>) => MetricKind.Sum,
        var type when type == typeof(ObservableCounter<>) => MetricKind.ObservedSum,
        var type when type == typeof(UpDownCounter<>) => MetricKind.UpDown,
        var type when type == typeof(Histogram<>) => MetricKind.Histogram,
        _ => MetricKind.Gauge,
    };

    private string TypeName() => Kind switch
    {
        MetricKind.Sum or MetricKind.ObservedSum => "counter",
        MetricKind.Histogram => "histogram",
        _ => "gauge",
    };
}
