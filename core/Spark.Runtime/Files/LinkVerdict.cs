namespace Spark.Runtime.Files;

/// <summary>What becomes of a link to a file.</summary>
public enum LinkVerdict
{
    /// <summary>Signed by this host, and its time has not run out.</summary>
    Valid,

    /// <summary>Signed by this host, but too old.</summary>
    Expired,

    /// <summary>Not signed by this host, or for another file.</summary>
    Forged,
}
