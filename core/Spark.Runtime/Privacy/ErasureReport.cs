namespace Spark.Runtime.Privacy;

/// <summary>What an erasure has done. It says nothing of whom it was about.</summary>
/// <param name="Reference">By what the audit and the answer name it.</param>
/// <param name="Conversations">How many conversations were emptied.</param>
/// <param name="Turns">How many turns they had.</param>
/// <param name="Files">How many files went with them.</param>
/// <param name="People">How many addresses of the person were forgotten.</param>
/// <param name="AuditEntries">How many entries of the audit were written anew without the person.</param>
/// <param name="UnderWay">Conversations of which something was on its way out for all the while: the same erasure again ends it.</param>
public sealed record ErasureReport(
    string Reference, int Conversations, int Turns, int Files, int People, int AuditEntries, IReadOnlyList<string> UnderWay)
{
    /// <summary>True when nothing is left.</summary>
    public bool IsDone => UnderWay.Count == 0;
}
