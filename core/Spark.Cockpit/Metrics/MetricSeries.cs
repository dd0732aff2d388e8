using System.Globalization;

namespace Spark.Cockpit.Metrics;

/// <summary>What was measured under one combination of tags.</summary>
internal sealed class MetricSeries(string labels, double[] bounds)
{
    private readonly Lock gate = new();
    private readonly long[] buckets = new long[bounds.Length + 1];
    private double value;
    private long count;

    public string Labels => labels;

    public void Take(MetricKind kind, double measured)
    {
        lock (gate)
        {
            switch (kind)
            {
                case MetricKind.Histogram:
                    buckets[Place(measured)]++;
                    count++;
                    value += measured;
                    break;
                case MetricKind.Sum or MetricKind.UpDown:
                    value += measured;
                    break;
                default:
                    value = measured;
                    break;
            }
        }
    }

    public void Write(TextWriter output, string name)
    {
        lock (gate)
        {
            if (bounds.Length == 0)
            {
                output.Write($"{name}{Braced(labels)} {MetricName.Number(value)}\n");
                return;
            }

            var upTo = 0L;
            for (var index = 0; index < buckets.Length; index++)
            {
                upTo += buckets[index];
                var bound = index < bounds.Length ? MetricName.Number(bounds[index]) : "+Inf";
                var separator = labels.Length > 0 ? "," : "";
                output.Write(string.Create(CultureInfo.InvariantCulture, $"{name}_bucket{{{labels}{separator}le=\"{bound}\"}} {upTo}\n"));
            }

            output.Write($"{name}_sum{Braced(labels)} {MetricName.Number(value)}\n");
            output.Write(string.Create(CultureInfo.InvariantCulture, $"{name}_count{Braced(labels)} {count}\n"));
        }
    }

    private static string Braced(string labels) => labels.Length > 0 ? $"{{{labels}}}" : "";

    // A bound belongs to its bucket: "le" is "less or equal".
    private int Place(double measured)
    {
        var found = Array.BinarySearch(bounds, measured);
        return found >= 0 ? found : ~found;
    }
}
