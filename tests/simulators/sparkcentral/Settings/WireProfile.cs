namespace Spark.Simulators.Sparkcentral.Settings;

/// <summary>What the wire looks like: hosts, header, fields.</summary>
internal enum WireProfile
{
    /// <summary>The fields of the official sample and nothing more.</summary>
    Classic2019,

    /// <summary>The successor's API, with every field of its reference.</summary>
    Inbox2,

    /// <summary>The classic host, with the successor's message fields: catches adapters that need a field to be absent or present.</summary>
    Mixed,
}
