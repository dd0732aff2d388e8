namespace Spark.Cockpit.Metrics;

/// <summary>How the measurements of an instrument add up.</summary>
internal enum MetricKind
{
    /// <summary>Each measurement is added.</summary>
    Sum,

    /// <summary>Each measurement is the sum so far.</summary>
    ObservedSum,

    /// <summary>Each measurement is added, and may be negative: shown as a gauge.</summary>
    UpDown,

    /// <summary>The last measurement counts.</summary>
    Gauge,

    /// <summary>Measurements are counted by their size.</summary>
    Histogram,
}
