namespace Spark.Runtime.Outbox;

/// <summary>Why effects end as they do, in codes that <c>docs/errors</c> explains.</summary>
internal static class OutboxCodes
{
    /// <summary>Not sent within its time.</summary>
    public const string TooOld = "SPK11009";

    /// <summary>Its channel instance does not run.</summary>
    public const string NotRunning = "SPK11010";

    /// <summary>Three processes have ended with its call under way.</summary>
    public const string SetAside = "SPK11012";

    /// <summary>Its call had begun when the process ended, and must not be repeated.</summary>
    public const string Started = "SPK11013";

    /// <summary>It broke inside the runtime three times.</summary>
    public const string Broken = "SPK11014";

    /// <summary>Nothing is sent to the far side, because it has failed several times in a row.</summary>
    public const string CircuitIsOpen = "SPK11015";
}
