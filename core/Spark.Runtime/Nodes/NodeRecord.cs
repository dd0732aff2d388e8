namespace Spark.Runtime.Nodes;

/// <summary>A node, as the others see it.</summary>
/// <param name="Id">Its id: another one with each start, and after each lease that was lost.</param>
/// <param name="Name">Its machine and process, for the operator.</param>
/// <param name="Format">The newest format of states and events that it reads: nobody writes a newer one while it lives.</param>
/// <param name="Lease">How long its lease lasts from now on.</param>
public sealed record NodeRecord(long Id, string Name, int Format, TimeSpan Lease);
