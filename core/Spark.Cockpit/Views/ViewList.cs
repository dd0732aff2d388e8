namespace Spark.Cockpit.Views;

/// <summary>The saved views of who asks: everybody's first.</summary>
internal sealed record ViewList(IReadOnlyList<ViewLine> Views);
