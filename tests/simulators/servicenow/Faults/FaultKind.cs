namespace Spark.Simulators.ServiceNow.Faults;

/// <summary>What goes wrong with a request.</summary>
internal enum FaultKind
{
    /// <summary>A status in place of an answer; nothing is done.</summary>
    Refuse,

    /// <summary>It is done, and a status is answered as if it were not.</summary>
    FailAfter,

    /// <summary>It is done, and the connection breaks before an answer.</summary>
    Drop,

    /// <summary>It is done at once, and the answer comes after the delay.</summary>
    Slow,

    /// <summary>It is done after the delay, whether the caller still waits or not; an answer never comes.</summary>
    Late,

    /// <summary>It is done, and the answer says success without the record.</summary>
    NoRecord,
}
