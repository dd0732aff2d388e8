namespace Spark.Runtime.Outbox.Circuits;

/// <summary>Whether calls go to a far side.</summary>
public enum CircuitState
{
    /// <summary>They do.</summary>
    Closed,

    /// <summary>They do not: it has failed too often in a row.</summary>
    Open,

    /// <summary>One does, to see whether it is back.</summary>
    HalfOpen,
}
